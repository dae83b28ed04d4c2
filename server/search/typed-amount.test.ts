import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typedAmounts } from './typed-amount.ts';

test.each([
  ['12,50', ['12.50']],
  ['12.5', ['12.5']],
  ['-12.50', ['12.50']],
  ['1 234,56', ['1234.56']],
  ['1\u202f234,56 €', ['1234.56']],
  ['1.234,56', ['1234.56']],
  ['1,234.56 EUR', ['1234.56']],
  ['€ 99', ['99']],
  ['100', ['100']],
  ['1.234', ['1.234', '1234']],
  ['1.234.567', ['1234567']],
  ['12,34,56', []],
  ['1,234,56', []],
  ['WEB-12', []],
  ['12 rue', []],
  ['1e5', []],
  ['', []],
])('%j may mean %j', (text, amounts) => {
  expect(typedAmounts(text).sort()).toEqual([...amounts].sort());
});

test('every amount is found as people in Belgium, France and Britain write it', () => {
  const locales = ['fr-BE', 'nl-BE', 'fr-FR', 'en-GB'];
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 99_999_999_999n }), fc.constantFrom(...locales), (cents, locale) => {
      const digits = cents.toString().padStart(3, '0');
      const plain = `${digits.slice(0, -2)}.${digits.slice(-2)}` as `${number}`;
      const written = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(plain);
      expect(typedAmounts(written)).toContain(plain);
    }),
  );
});
