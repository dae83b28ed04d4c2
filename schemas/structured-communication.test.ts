import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSameStructured, readStructured, structuredOf } from './structured-communication.ts';

test('EF-10 a document number becomes a structured communication whose last two digits check the others', () => {
  // 1234567890 = 97 × 12727503 + 99 - 97: the remainder is 2. 97 itself leaves nothing, which is written 97.
  expect(structuredOf('1234567890')).toBe('+++123/4567/89002+++');
  expect(structuredOf('97')).toBe('+++000/0000/09797+++');
  expect(structuredOf('WEB-1043')).toBe('+++000/0001/04373+++');
});

test('EF-10 a number without digits, or with more than ten, gives none: cut, it would be another document’s', () => {
  expect(structuredOf('FAC-A')).toBeNull();
  expect(structuredOf('')).toBeNull();
  expect(structuredOf('12345678901')).toBeNull();
});

test('EF-10 a structured communication is recognised however it is written, and refused when a digit is wrong', () => {
  expect(readStructured('+++123/4567/89002+++')).toBe('123456789002');
  expect(readStructured(' ***123/4567/89002*** ')).toBe('123456789002');
  expect(readStructured('123456789002')).toBe('123456789002');
  expect(readStructured('+++123/4567/89012+++')).toBeNull();
  expect(readStructured('123/4567/89002')).toBeNull();
  expect(structuredOf('+++123/4567/89012+++')).toBeNull();
  expect(structuredOf('***123/4567/89002***')).toBe('+++123/4567/89002+++');
});

test('EF-10 what a customer wrote on a transfer is matched with what the document asked for', () => {
  const asked = structuredOf('2026-1043') ?? '';
  expect(isSameStructured(asked, asked.replaceAll(/\D/g, ''))).toBe(true);
  expect(isSameStructured(asked, structuredOf('2026-1044') ?? '')).toBe(false);
  expect(isSameStructured('1043', '1043')).toBe(false);
});

test('EF-10 every generated communication is valid, tells its number, and no single wrong digit passes', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 9_999_999_999n }),
      fc.nat({ max: 11 }),
      fc.integer({ min: 1, max: 9 }),
      (base, at, shift) => {
        const digits = readStructured(structuredOf(base.toString()) ?? '') ?? '';
        expect(digits.slice(0, 10)).toBe(base.toString().padStart(10, '0'));
        const wrong = [...digits].map((digit, index) => (index === at ? (Number(digit) + shift) % 10 : digit)).join('');
        expect(readStructured(wrong)).toBeNull();
      },
    ),
  );
});
