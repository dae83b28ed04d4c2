import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Localised } from '#schemas/localised.ts';
import { placeholdersOf } from '#schemas/messages.ts';

const modules = import.meta.glob<Record<string, Record<string, Localised>>>('../**/*texts.ts', { eager: true });
const texts = Object.entries(modules).flatMap(([file, module]) =>
  Object.entries(module)
    .filter(([name]) => name.endsWith('Texts'))
    .flatMap(([, keys]) => Object.entries(keys).map(([key, text]) => ({ where: `${file} ${key}`, text }))),
);

describe('texts of the screens', () => {
  test('are found in every folder that has some', () => expect(texts.length).toBeGreaterThan(200));

  test('say something in every language', () => {
    const silent = texts.filter(({ text }) => LANGUAGES.some((language) => text[language].trim() === ''));
    expect(silent.map(({ where }) => where)).toEqual([]);
  });

  test('speak of the same things in every language', () => {
    const different = texts.filter(({ text }) => new Set(Object.values(placeholdersOf(text))).size > 1);
    expect(different.map(({ where }) => where)).toEqual([]);
  });
});
