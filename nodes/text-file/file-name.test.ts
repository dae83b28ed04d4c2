import { expect, it } from 'vitest';
import { distinctNames, fileName } from './file-name.ts';

const facts = {
  siren: '123456789',
  company: 'A/B: "Ça"',
  closingDate: '20261231',
  from: '20261001',
  to: '20261031',
  journal: 'VE',
  flow: 'Shop',
  run: 'r1',
};

it('fills in the day of the run and the facts', () => {
  expect(fileName('Ventes-%D-%M-%y-%Y {journal} {from}.txt', '2026-08-22', facts)).toBe(
    'Ventes-22-08-26-2026 VE 20261001.txt',
  );
});

it('is a name and never a path', () => {
  expect(fileName('../{company}.txt', '2026-08-22', facts)).toBe('-A-B- -Ça-.txt');
});

it('keeps its extension when it is too long', () => {
  const name = fileName(`${'é'.repeat(300)}.txt`, '2026-08-22', facts);
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
  expect(name).toMatch(/é\.txt$/);
});

it('gives two files of one name two names', () => {
  expect(distinctNames(['a.txt', 'A.txt', 'a-2.txt', 'b'])).toEqual(['a.txt', 'A-2.txt', 'a-2-2.txt', 'b']);
});
