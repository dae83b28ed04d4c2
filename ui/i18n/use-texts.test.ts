import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { defineTexts, translator } from './use-texts.ts';

const texts = defineTexts({
  documents_one: { en: '{count} document', fr: '{count} document', nl: '{count} document' },
  documents_other: { en: '{count} documents', fr: '{count} documents', nl: '{count} documenten' },
  named: { en: '{name}: {total}', fr: '{name} : {total}', nl: '{name}: {total}' },
});

beforeAll(async () => {
  const interpolation = { prefix: '{', suffix: '}', escapeValue: false };
  await i18next.init({ lng: 'en', resources: {}, keySeparator: false, nsSeparator: false, interpolation });
});

it('chooses the plural by a count and groups its digits as the language does', () => {
  expect(translator(texts, 'en')('documents', { count: 12345 })).toBe('12,345 documents');
  expect(translator(texts, 'fr')('documents', { count: 12345 })).toBe('12\u202f345 documents');
  expect(translator(texts, 'nl')('documents', { count: 12345 })).toBe('12.345 documenten');
  expect(translator(texts, 'fr')('documents', { count: 0 })).toBe('0 document');
});

it('leaves alone what was handed over as text', () => {
  expect(translator(texts, 'nl')('named', { name: '12345', total: 12345 })).toBe('12345: 12.345');
});
