import { z } from 'zod';
import { LANGUAGES, type Language, type Localised } from './localised.ts';

/** Values put into a message's {placeholders}. Texts only: amounts arrive already formatted. */
export type MessageParams = Readonly<Record<string, string>>;

/** What one code says, and what the reader can do about it. */
export interface MessageText {
  readonly text: Localised;
  readonly remedy?: Localised;
  /** The setting of the node that mends it ("exchangeRates"), when one does: screens lead there. */
  readonly setting?: string;
  /**
   * Parameters that hold an id with a name of its own: parameter → beginning of the codes, in the same room, whose texts
   * are the names. With `{ table: 'table_' }` the table "sales" reads as the text of `table_sales`.
   */
  readonly words?: Readonly<Record<string, string>>;
}
export type MessageCatalogue = Readonly<Record<string, MessageText>>;

/** A message as stored and sent: the code and its parameters, with the English text for logs and files. */
export const messageSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.string()),
  text: z.string(),
  remedy: z.string().nullable(),
  /** Where in the document the trouble sits, as a path ("lines/212/taxes"), when it sits somewhere. */
  field: z.string().nullable(),
});
export type Message = z.infer<typeof messageSchema>;

export function fillPlaceholders(text: string, params: MessageParams): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
}

/** The parameters with names in place of ids, where the message has words for them; what has no word stays as it is. */
function nameParams(
  { words = {} }: MessageText,
  params: MessageParams,
  wordOf: (name: string) => string | undefined,
): MessageParams {
  const named = Object.entries(words).map(([param, prefix]) => {
    const id = params[param] ?? '';
    return [param, wordOf(`${prefix}${id}`) ?? id] as const;
  });
  return { ...params, ...Object.fromEntries(named) };
}

/** The message in the reader's language; falls back to the stored English text for a code that is gone. */
export function renderMessage(
  catalogue: MessageCatalogue,
  message: Message,
  language: Language,
): { text: string; remedy: string | null } {
  const entry = catalogue[message.code];
  if (!entry) return { text: message.text, remedy: message.remedy };
  const room = message.code.split('.')[0] ?? '';
  const params = nameParams(entry, message.params, (name) => catalogue[`${room}.${name}`]?.text[language]);
  return {
    text: fillPlaceholders(entry.text[language], params),
    remedy: entry.remedy ? fillPlaceholders(entry.remedy[language], params) : null,
  };
}

type PlaceholdersOf<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersOf<Rest>
  : never;
type NamesOf<T extends MessageText> =
  | PlaceholdersOf<T['text']['en']>
  | (T['remedy'] extends Localised ? PlaceholdersOf<T['remedy']['en']> : never);

type MessageBuilders<T extends Record<string, MessageText>> = {
  readonly [K in keyof T]: (
    ...args: [NamesOf<T[K]>] extends [never]
      ? [field?: string]
      : [params: Readonly<Record<NamesOf<T[K]>, string>>, field?: string]
  ) => Message;
};

/**
 * PostgreSQL keeps neither NUL nor half a surrogate pair in text, and what other systems answer may hold both: a message
 * that quotes them must not be what stops the run that tries to note it.
 */
function keepableParams(params: MessageParams): MessageParams {
  const isKeepable = (value: unknown) => typeof value !== 'string' || (!value.includes('\0') && value.isWellFormed());
  if (Object.values(params).every(isKeepable)) return params;
  const mend = (value: string) => value.replaceAll('\0', '\uFFFD').toWellFormed();
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? mend(value) : value]),
  );
}

/**
 * Declares the messages of one room. Each becomes a function that demands the placeholders of its English text and remedy.
 *
 * @example
 * const messages = defineMessages('sftp', { folder_missing: { text: { en: 'No folder {folder}', fr: …, nl: … } } });
 * messages.build.folder_missing({ folder: '/in' }) // code "sftp.folder_missing"
 */
export function defineMessages<const T extends Record<string, MessageText>>(
  room: string,
  texts: T,
): { readonly catalogue: MessageCatalogue; readonly build: MessageBuilders<T> } {
  const catalogue: Record<string, MessageText> = {};
  const build: Record<string, (...args: unknown[]) => Message> = {};
  for (const [name, entry] of Object.entries(texts)) {
    const code = `${room}.${name}`;
    catalogue[code] = entry;
    const hasParams = /\{\w+\}/.test(`${entry.text.en}${entry.remedy?.en ?? ''}`);
    build[name] = (...args) => {
      const params = hasParams ? keepableParams(args[0] as MessageParams) : {};
      const field = (hasParams ? args[1] : args[0]) as string | undefined;
      const said = nameParams(entry, params, (word) => texts[word]?.text.en);
      return {
        code,
        params,
        text: fillPlaceholders(entry.text.en, said),
        remedy: entry.remedy ? fillPlaceholders(entry.remedy.en, said) : null,
        field: field ?? null,
      };
    };
  }
  return { catalogue, build: build as MessageBuilders<T> };
}

/** Every placeholder of a text, sorted: used to check that translations speak of the same things. */
export function placeholdersOf(text: Localised): Record<Language, string> {
  const found = LANGUAGES.map((language) => [
    language,
    [...text[language].matchAll(/\{(\w+)\}/g)]
      .map((match) => match[1])
      .sort()
      .join(','),
  ]);
  return Object.fromEntries(found) as Record<Language, string>;
}
