import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { LANGUAGES, type Language, type Localised } from '#schemas/localised.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Texts that stand at the same place in each language's branch: { en: { title }, fr: { title }, nl: { title } }. */
function zip(en: unknown, fr: unknown, nl: unknown): Localised[] {
  if (typeof en === 'string' && typeof fr === 'string' && typeof nl === 'string') return [{ en, fr, nl }];
  if (!isRecord(en) || !isRecord(fr) || !isRecord(nl)) return [];
  return Object.keys(en).flatMap((key) => zip(en[key], fr[key], nl[key]));
}

/** All texts in three languages anywhere inside a value. */
function collect(value: unknown): Localised[] {
  if (!isRecord(value)) return [];
  if (LANGUAGES.every((language) => language in value)) return zip(value['en'], value['fr'], value['nl']);
  return Object.values(value).flatMap(collect);
}

/** Every text of the product that a person can read: those of the screens, and those that the server hands out. */
export async function allTexts(page: Page): Promise<Localised[]> {
  const found = collect(await (await page.request.get('/api/catalogue')).json());
  for await (const file of glob('ui/**/{texts,*-texts}.ts', { cwd: ROOT })) {
    if (!file.includes('dist/')) found.push(...collect(await import(join(ROOT, file))));
  }
  return found;
}

/** The translation of an English text, its {placeholders} filled in. */
export type Translate = (english: string, values?: Readonly<Record<string, string | number>>) => string;

export function translatorOf(texts: readonly Localised[], language: Language): Translate {
  return (english, values = {}) => {
    const text = texts.find(({ en }) => en === english)?.[language];
    if (text === undefined) throw new Error(`no text of the product reads "${english}"`);
    return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  };
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

/** A text as a pattern that matches it and nothing else. */
function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The words of a text, placeholders left out: "{done} of {expected}" has one. */
function countWords(text: string): number {
  return (text.replaceAll(/\{\w+\}/g, ' ').match(/\p{L}+/gu) ?? []).length;
}

/** Whether a text stands there as words of its own, whatever its {placeholders} were filled with. */
function isSaid(said: string, text: string): boolean {
  const parts = text.split(/\{\w+\}/).map((part) => part.trim());
  const fixed = parts.filter((part) => part !== '');
  // Most texts are not there at all, and that is seen without a search for patterns.
  if (!fixed.every((part) => said.includes(part))) return false;
  return new RegExp(`(?<!\\w)${fixed.map(literal).join('.{1,80}?')}(?!\\w)`).test(said);
}

/**
 * English sentences of three words and more that stand in a screen of another language.
 *
 * @param screen all that the screen says, as a screen reader gets it
 */
export function englishLeft(screen: string, texts: readonly Localised[], language: Language): string[] {
  const said = onOneLine(screen);
  const foreign = texts.filter((text) => text.en !== text[language] && countWords(text.en) >= 3);
  return foreign.map(({ en }) => en).filter((en) => isSaid(said, onOneLine(en)));
}
