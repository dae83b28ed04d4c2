import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFec } from './check-fec.ts';

const NAME = '123456789FEC20261231.txt';
const golden = readFileSync(join(import.meta.dirname, 'golden/fec.txt'), 'utf8');

/** The golden FEC with one cell of one line (from 1, the header being 0) written otherwise. */
function withCell(line: number, column: number, value: string): string {
  const lines = golden.split('\r\n');
  const cells = (lines[line] ?? '').split('\t');
  cells[column - 1] = value;
  lines[line] = cells.join('\t');
  return lines.join('\r\n');
}

function rulesOf(text: string | Uint8Array, name = NAME): string[] {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  return [...new Set(checkFec(bytes, name).map(({ rule }) => rule))];
}

describe('the FEC checker', () => {
  it('finds nothing in a file that is in order', () => {
    expect(rulesOf(golden)).toEqual([]);
  });

  it.each([
    ['file-name', golden, '12345FEC20261231.txt'],
    ['file-name', golden, '123456789FEC20261331.txt'],
    ['fiscal-year', golden, '123456789FEC20251231.txt'],
    ['fiscal-year', golden, '123456789FEC20271031.txt'],
    ['header', golden.replace('Montantdevise\tIdevise', 'Idevise\tMontantdevise')],
    ['header', golden.replace('CompAuxNum', 'CompteAuxNum')],
    ['columns', golden.replace('\tEUR', '').replace('\tUSD', '')],
    ['trailing-separator', golden.replace('USD\r\n', 'USD\t\r\n')],
    ['line-end', golden.replace('\r\n', '\n')],
    ['line-end', golden.slice(0, -2)],
    ['no-bom', `\uFEFF${golden}`],
    ['decoding', Buffer.concat([Buffer.from(golden.slice(0, -2)), Buffer.from([0x80, 0x0d, 0x0a])])],
    ['mandatory', withCell(1, 2, '')],
    ['mandatory', withCell(1, 16, '')],
    ['date', withCell(1, 10, '20260230')],
    ['date', withCell(1, 10, '30/10/2026')],
    ['amount', withCell(1, 12, '126.00')],
    ['amount', withCell(1, 12, '1 126,00')],
    ['both-sides', withCell(1, 13, '126,00')],
    ['account', withCell(1, 5, '41CLI')],
    ['pair', withCell(1, 8, '')],
    ['pair', withCell(1, 14, 'AA')],
    ['pair', withCell(8, 18, '')],
    ['currency', withCell(8, 18, 'dollar')],
    ['entry-balance', withCell(1, 12, '126,01')],
    ['file-balance', withCell(1, 12, '126,01')],
    ['one-date', withCell(1, 4, '20261029')],
    ['numbering', golden.replaceAll('\t4\t20261031', '\t5\t20261031')],
    ['numbering', golden.replaceAll('\t1\t20261030', '\t0\t20261030')],
  ])('reports %s', (rule, text, name = NAME) => {
    expect(rulesOf(text, name)).toContain(rule);
  });

  it('reports two entries that only balance together', () => {
    const shifted = withCell(1, 12, '127,00').replace('\t12,00', '\t13,00');
    expect(rulesOf(shifted)).toEqual(['entry-balance']);
  });

  it('reads ISO-8859-15', () => {
    const bytes = Buffer.from(golden.replaceAll('Œ', '¼').replaceAll('œ', '½'), 'latin1');
    expect(rulesOf(bytes)).toEqual([]);
  });
});
