import { describe, expect, it } from 'vitest';
import { charsetFor, ENCODINGS, fitToCharset } from './charset.ts';

describe('character sets', () => {
  it.each([
    ['iso-8859-15', '€', true],
    ['iso-8859-1', '€', false],
    ['windows-1252', '’', true],
    ['iso-8859-15', '’', false],
    ['ascii', 'é', false],
    ['cp850', 'é', true],
    ['utf-8', '😀', true],
  ] as const)('%s and %s: %s', (encoding, character, has) => {
    expect(charsetFor(encoding).has(character)).toBe(has);
  });

  it.each(ENCODINGS)('%s is known to the library', (encoding) => {
    expect(charsetFor(encoding).encode('FEC').length).toBeGreaterThanOrEqual(3);
  });

  it('writes a likeness where there is one, else the replacement, and tells both', () => {
    const fitted = fitToCharset('Œuf à 3 € 茶', charsetFor('ascii'), { transliterate: true, replacement: '_' });
    expect(fitted).toEqual({ text: 'OEuf a 3 EUR _', missing: ['Œ', 'à', '€', '茶'] });
  });
});
