import { LANGUAGES, type Localised } from '#schemas/localised.ts';
import { type MessageCatalogue, placeholdersOf } from '#schemas/messages.ts';
import { fieldsOf } from './schema-fields.ts';
import type { FieldTexts, TypeTexts } from './texts.ts';

/** From this many words on, a text is a sentence that reads differently in each language. */
const SENTENCE_WORDS = 4;

/** Texts that are empty, or a translation that is the English sentence. */
export function findTextProblems(where: string, text: Localised): string[] {
  const empty = LANGUAGES.filter((language) => text[language].trim() === '').map(
    (language) => `${where}: the text in "${language}" is empty`,
  );
  const isSentence = text.en.trim().split(/\s+/).length >= SENTENCE_WORDS;
  const untranslated = (['fr', 'nl'] as const)
    .filter((language) => isSentence && text[language] === text.en)
    .map((language) => `${where}: the text in "${language}" is the English one`);
  return [...empty, ...untranslated];
}

function localised(texts: FieldTexts, path: string, part: 'title' | 'help'): Localised {
  const read = (language: keyof FieldTexts) => texts[language][path]?.[part] ?? '';
  return { en: read('en'), fr: read('fr'), nl: read('nl') };
}

function findOptionProblems(where: string, texts: FieldTexts, path: string, values: readonly unknown[]): string[] {
  const owner = texts.en[path] ? path : path.replace(/(\[\]|\.\*)$/, '');
  const expected = values.map(String).sort().join(', ');
  return LANGUAGES.flatMap((language) => {
    const options = texts[language][owner]?.options ?? {};
    const named = Object.keys(options).sort().join(', ');
    const empty = Object.values(options).some((label) => label.trim() === '');
    if (named === expected && !empty) return [];
    return [`${where}.${path}: the values are ${expected}, but "${language}" names ${named || 'none'}`];
  });
}

/** Fields of a schema without a text, texts without a field, values without a name: in any language. */
export function findFieldTextProblems(where: string, schema: object, texts: FieldTexts): string[] {
  const fields = fieldsOf(schema);
  const paths = new Set(fields.map((field) => field.path));
  const missing = fields
    .filter((field) => field.named)
    .flatMap(({ path }) => [
      ...findTextProblems(`${where}.${path} title`, localised(texts, path, 'title')),
      ...findTextProblems(`${where}.${path} help`, localised(texts, path, 'help')),
    ]);
  const options = fields
    .filter((field) => field.schema.enum && field.schema.type !== 'boolean')
    .flatMap(({ path, schema: field }) => findOptionProblems(where, texts, path, field.enum ?? []));
  const leftOver = LANGUAGES.flatMap((language) =>
    Object.keys(texts[language])
      .filter((path) => !paths.has(path))
      .map((path) => `${where}.${path}: a text in "${language}" for a field that does not exist`),
  );
  return [...missing, ...options, ...leftOver];
}

export function findTypeTextProblems(where: string, schema: object, texts: TypeTexts): string[] {
  return [
    ...findTextProblems(`${where} title`, texts.title),
    ...findTextProblems(`${where} description`, texts.description),
    ...findFieldTextProblems(where, schema, texts.fields),
  ];
}

function findPlaceholderProblems(code: string, text: Localised, allowed: string | null): string[] {
  const found = placeholdersOf(text);
  const differing = (['fr', 'nl'] as const).filter((language) => found[language] !== found.en);
  const known = new Set((allowed ?? found.en).split(','));
  const strange = found.en.split(',').filter((name) => name !== '' && !known.has(name));
  return [
    ...differing.map(
      (language) =>
        `message ${code}: "${language}" has the placeholders ${found[language] || 'none'}, not ${found.en || 'none'}`,
    ),
    ...strange.map((name) => `message ${code}: the remedy speaks of {${name}}, which the text does not have`),
  ];
}

/** Messages that lack a language, speak of different things in two of them, or belong to another room. */
export function findMessageProblems(messages: MessageCatalogue, rooms: readonly string[]): string[] {
  return Object.entries(messages).flatMap(([code, { text, remedy }]) => [
    ...(rooms.includes(code.split('.')[0] ?? '') ? [] : [`message ${code}: the code does not begin with ${rooms[0]}.`]),
    ...findTextProblems(`message ${code}`, text),
    ...findPlaceholderProblems(code, text, null),
    ...(remedy ? findTextProblems(`message ${code} remedy`, remedy) : []),
    ...(remedy ? findPlaceholderProblems(code, remedy, placeholdersOf(text).en) : []),
  ]);
}
