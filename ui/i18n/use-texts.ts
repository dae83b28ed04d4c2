import i18next from 'i18next';
import { useMemo } from 'react';
import { LANGUAGES, type Language, type Localised } from '#schemas/localised.ts';
import { formatCount } from './format.ts';
import { keepFrenchSpaces } from './french-spaces.ts';
import { useLanguage } from './use-language.ts';

/** Every text of one screen, all languages side by side. Plurals are two keys: "entries_one" and "entries_other". */
export type Texts = Readonly<Record<string, Localised>>;

type BaseKey<Key> = Key extends `${infer Base}_one` | `${infer Base}_other` ? Base : Key;
type EnglishOf<T extends Texts, Key extends string> = Key extends keyof T
  ? T[Key]['en']
  : `${Key}_other` extends keyof T
    ? T[`${Key}_other`]['en']
    : never;
type PlaceholdersOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersOf<Rest>
  : never;
type Values<Names extends string> = { readonly [Name in Names]: Name extends 'count' ? number : string | number };

/** Gives the text of a key in the reader's language; demands the placeholders of the English text. */
export type Translate<T extends Texts> = <Key extends BaseKey<keyof T> & string>(
  key: Key,
  ...values: [PlaceholdersOf<EnglishOf<T, Key>>] extends [never] ? [] : [Values<PlaceholdersOf<EnglishOf<T, Key>>>]
) => string;

/** Declares the texts of a screen, keeping their placeholders for the type of `t`. */
export function defineTexts<const T extends Texts>(texts: T): T {
  return texts;
}

const namespaces = new WeakMap<Texts, string>();
let registered = 0;

function namespaceOf(texts: Texts): string {
  const known = namespaces.get(texts);
  if (known) return known;
  registered += 1;
  const namespace = `texts-${registered}`;
  for (const language of LANGUAGES) {
    const set = language === 'fr' ? keepFrenchSpaces : (text: string) => text;
    const ready = (text: Localised) => set(text[language]).replaceAll('{count}', '{counted}');
    const bundle = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, ready(text)]));
    i18next.addResourceBundle(language, namespace, bundle);
  }
  namespaces.set(texts, namespace);
  return namespace;
}

/** Numbers as the language groups their digits. The count itself chooses the plural; beside it stands how it is written. */
function writeNumbers(values: Readonly<Record<string, string | number>>, language: Language): object {
  const written = Object.entries(values).map(([name, value]) =>
    typeof value === 'number' ? [name, formatCount(value, language)] : [name, value],
  );
  const { count, ...rest } = Object.fromEntries(written);
  return count === undefined ? rest : { ...rest, count: values['count'], counted: count };
}

/** The same outside React, for a toast or a download name. */
export function translator<T extends Texts>(texts: T, language: Language): Translate<T> {
  // Keys and placeholders are checked by our own type; i18next's would ask for its resources to be declared globally.
  const translate = i18next.getFixedT(language, namespaceOf(texts)) as (key: string, values: object) => string;
  return (key, ...values) => translate(key, writeNumbers(values[0] ?? {}, language));
}

/**
 * The texts of a screen in the reader's language.
 *
 * @example
 * const texts = defineTexts({ title: { en: 'Flows', fr: 'Flux', nl: 'Flows' } });
 * const t = useTexts(texts); // t('title')
 */
export function useTexts<T extends Texts>(texts: T): Translate<T> {
  const language = useLanguage();
  return useMemo(() => translator(texts, language), [texts, language]);
}
