import type { FieldText, FieldTexts } from '#nodes/kit/texts.ts';
import { LANGUAGES, type Language, type Localised } from '#schemas/localised.ts';

/** The texts of one field, its languages side by side so that they stay translations of each other. */
export interface FieldEntry {
  readonly title: Localised;
  readonly help: Localised;
  readonly options?: Readonly<Record<string, Localised>>;
}
export type FieldEntries = Readonly<Record<string, FieldEntry>>;

export function localised(en: string, fr: string, nl: string): Localised {
  return { en, fr, nl };
}

function inLanguage({ title, help, options }: FieldEntry, language: Language): FieldText {
  const text = { title: title[language], help: help[language] };
  if (!options) return text;
  const names = Object.entries(options).map(([value, name]) => [value, name[language]]);
  return { ...text, options: Object.fromEntries(names) };
}

/** Turns texts kept by field into texts by language, as forms want them. */
export function byLanguage(entries: FieldEntries): FieldTexts {
  const pairs = LANGUAGES.map((language) => [
    language,
    Object.fromEntries(Object.entries(entries).map(([path, entry]) => [path, inLanguage(entry, language)])),
  ]);
  return Object.fromEntries(pairs) as FieldTexts;
}
