import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCsv, writeCsv } from './csv-text.ts';

const cell = fc.oneof(
  fc.string(),
  fc.constantFrom('=1+1', "'=x", "'t", '"', ';', ',', '\t', '\n', '\r\n', 'a\r\nb', ' x ', '+', '-1', '@', ''),
);

it('whatever stands in the cells, what is written is read again, and nothing that begins like a formula is written', () => {
  const rows = fc.array(fc.tuple(cell, cell, cell), { maxLength: 20 });
  fc.assert(
    fc.property(rows, (given) => {
      const text = writeCsv([['a', 'b', 'c'], ...given]);
      const filled = given.filter((cells) => cells.some((one) => one.trim() !== ''));
      expect(readCsv(text).map(({ cells }) => cells)).toEqual([['a', 'b', 'c'], ...filled]);
      // How the cell begins, with or without quotation marks; what stands further inside is text.
      expect(/^\uFEFF"?[=+@-]/.test(writeCsv([given[0]?.slice(0, 1) ?? []]))).toBe(false);
    }),
  );
});

it.each([
  ['a;b\r\n1;2\r\n', ['1', '2']],
  ['a,b\n"1,5",2', ['1,5', '2']],
  ['\uFEFFa\tb\n1\t"2"', ['1', '2']],
])('%j is read with its own separator', (text, second) => {
  expect(readCsv(text)[1]?.cells).toEqual(second);
});

it('lines are counted as an editor counts them, over cells of several lines and empty lines', () => {
  const read = readCsv('a;b\n1;"x\ny"\n\n;;\n3;4\n"open;5\n6;7');
  expect(read.map(({ line, isOpen }) => [line, isOpen])).toEqual([
    [1, false],
    [2, false],
    [6, false],
    [7, true],
  ]);
});
