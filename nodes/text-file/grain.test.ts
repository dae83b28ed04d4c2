import { expect, test } from 'vitest';
import { formatAmount, sum } from '#schemas/money.ts';
import { renderAll } from './testing/render-all.ts';
import { sampleEntry, sampleLine } from './testing/sample-entries.ts';

function sale(number: string, day: string, amount: string, own: object = {}) {
  const lines = [sampleLine('411000', amount, { auxiliaryAccount: 'WEB' }), sampleLine('707000', `-${amount}`)];
  return { ...sampleEntry(number, day, lines), ...own };
}

const october = [
  sale('1', '2026-10-05', '10.10'),
  sale('2', '2026-10-05', '20.20'),
  sale('3', '2026-10-06', '30.30'),
  sale('4', '2026-10-06', '40.40'),
  sale('5', '2026-10-06', '50.50'),
];

/** Piece, account, debit and credit of each line of a FEC. */
function fecLines(result: ReturnType<typeof renderAll>): string[][] {
  const [, ...rows] = (result.files[0]?.bytes.toString('utf8') ?? '').trimEnd().split(/\r?\n/);
  return rows.map((row) => {
    const cells = row.split('\t');
    return [cells[8], cells[4], cells[11], cells[12]].map((cell) => cell ?? '');
  });
}

test.each([1, 2, 50])('a file by day has one entry a day, whatever the size of the pages (%s)', (pageSize) => {
  const result = renderAll(october, { grain: 'day' }, { pageSize });
  expect(fecLines(result)).toEqual([
    ['1', '411000', '30,30', '0,00'],
    ['1', '707000', '0,00', '30,30'],
    ['3', '411000', '121,20', '0,00'],
    ['3', '707000', '0,00', '121,20'],
  ]);
  expect(result.placed.map(({ key }) => key)).toHaveLength(5);
  expect(result.held).toEqual([]);
});

test('a file by payout holds what has not been paid out', () => {
  const paidOut = october.map((entry, index) => (index === 2 ? entry : { ...entry, payoutId: `po_${index % 2}` }));
  const result = renderAll(paidOut, { grain: 'payout' }, { pageSize: 2 });
  expect(result.held.map(({ problem }) => problem.code)).toEqual(['text-file.not_paid_out']);
  expect(result.placed).toHaveLength(4);
  expect(fecLines(result).map(([, , debit]) => debit)).toEqual(['60,60', '0,00', '60,60', '0,00']);
});

test('an entry that the format cannot hold stays out of its day', () => {
  const foreign = { ...sale('9', '2026-10-05', '1.00'), currency: 'USD' };
  const result = renderAll(
    [...october, foreign].toSorted((a, b) => a.date.localeCompare(b.date)),
    { grain: 'day' },
  );
  expect(result.held).toHaveLength(1);
  expect(fecLines(result)[0]).toEqual(['1', '411000', '30,30', '0,00']);
});

test('a day’s sums are the totals of its documents', () => {
  const side = (result: ReturnType<typeof renderAll>, at: number) =>
    formatAmount(sum(fecLines(result).map((line) => (line[at] ?? '').replace(',', '.'))));
  const [byDocument, byDay] = [renderAll(october), renderAll(october, { grain: 'day' })];
  expect([side(byDay, 2), side(byDay, 3)]).toEqual([side(byDocument, 2), side(byDocument, 3)]);
  expect(side(byDay, 2)).toBe('151.50');
});

test.each(['csv', 'bob50', 'quadratus', 'ciel-ximport', 'winbooks-act'] as const)('%s takes sums', (preset) => {
  const sizes = (['document', 'day'] as const).map((grain) => {
    const { files, held } = renderAll(october, { preset, grain });
    expect(held).toEqual([]);
    return files.reduce((size, file) => size + file.bytes.length, 0);
  });
  expect(sizes[1]).toBeGreaterThan(0);
  expect(sizes[1]).toBeLessThan(sizes[0] ?? 0);
});
