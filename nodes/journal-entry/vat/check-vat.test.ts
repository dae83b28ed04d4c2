import { expect, it } from 'vitest';
import { sale, tax, taxedLine } from '../testing/documents.ts';
import { doubtfulTaxes } from './check-vat.ts';

const lines = [taxedLine('a', '100.00', ['t1', '21.00']), taxedLine('b', '30.00', ['t2', '1.80'])];

it('finds nothing to doubt in VAT that follows from the lines, cents of rounding included', () => {
  const taxes = [tax('t1', '21', 'BE', '21.02'), tax('t2', '6', 'BE', '1.78')];
  expect(doubtfulTaxes(sale('152.80', { lines, taxes }))).toEqual([]);
});

it('doubts rates that were swapped, and names what the lines would make', () => {
  const taxes = [tax('t1', '6', 'BE', '21.00'), tax('t2', '21', 'BE', '1.80')];
  const doubts = doubtfulTaxes(sale('152.80', { lines, taxes }));
  expect(doubts.map(({ tax: { id }, base, expected }) => [id, base.toFixed(2), expected.toFixed(2)])).toEqual([
    ['t1', '100.00', '6.00'],
    ['t2', '30.00', '6.30'],
  ]);
});

it('doubts VAT that no line bears', () => {
  expect(doubtfulTaxes(sale('21.00', { lines: [], taxes: [tax('t1', '21', 'BE', '21.00')] }))).toHaveLength(1);
});
