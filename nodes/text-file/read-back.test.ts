import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBack } from './read-back.ts';
import { renderAll, sampleConfig } from './testing/render-all.ts';
import { sampleEntry, sampleLine } from './testing/sample-entries.ts';

function entryOf(number: string, amount: string) {
  const lines = [
    sampleLine('411000', amount, { auxiliaryAccount: 'C1' }),
    sampleLine('707000', `-${amount}`, { label: 'Livre; "relié"' }),
  ];
  return sampleEntry(number, '2026-10-05', lines);
}
const entries = [entryOf('1', '12.50'), entryOf('2', '1234.56')];
const PRESETS = ['csv', 'fec', 'quadratus', 'bob50'] as const;

describe.each(PRESETS)('F-12 a file of the format %s', (preset) => {
  const config = sampleConfig({ preset });
  const bytesOf = (of = entries) => renderAll(of, { preset }).files[0]?.bytes ?? Buffer.from('');

  test('is read back to what its entries move on every account', () => {
    expect(readBack(config, bytesOf(), entries)).toEqual([]);
  });

  test('that lost an entry, or has one twice, is found out account by account', () => {
    const [first, second] = entries;
    if (!first || !second) throw new Error('no entries');
    const told = readBack(config, bytesOf([first]), entries)?.map(({ params }) => params['entries']);
    expect(told?.sort()).toEqual(['-1247.06', '1247.06']);
    expect(readBack(config, bytesOf([first, second, second]), entries)).toHaveLength(2);
  });

  test('of any amounts is told from one whose entries have a cent more', () => {
    const amount = fc.bigInt({ min: 1n, max: 99_999_999n }).map((cents) => {
      const digits = String(cents).padStart(3, '0');
      return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
    });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 5 }), (amounts) => {
        const of = amounts.map((one, index) => entryOf(String(index + 1), one));
        const more = [...of, entryOf('9', '0.01')];
        expect(readBack(config, bytesOf(of), of)).toEqual([]);
        expect(readBack(config, bytesOf(of), more)).toHaveLength(2);
      }),
      { numRuns: 25 },
    );
  });
});

test('F-12 a format with records of several kinds is said to be one that cannot be read back', () => {
  const config = sampleConfig({ preset: 'winbooks-act' });
  expect(readBack(config, Buffer.from('x'), entries)).toBeNull();
});
