import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberedName, partName, pathIn, safeName } from './remote-name.ts';

const anyName = fc.string({ unit: 'grapheme', maxLength: 400 });

test('any name becomes one that every file system takes and that stays in its folder', () => {
  fc.assert(
    fc.property(anyName, fc.integer({ min: 1, max: 1000 }), (name, number) => {
      const safe = safeName(name);
      for (const one of [safe, numberedName(safe, number), partName(safe, 'key')]) {
        expect(Buffer.byteLength(one)).toBeLessThanOrEqual(255);
        expect(one).not.toBe('');
        expect(one).not.toMatch(/[\\/:*?"<>|]/);
        expect(['.', '..']).not.toContain(one);
      }
    }),
  );
});

test('an ordinary name stays as it is', () => {
  expect(safeName('Ventes 2026-03 été.csv')).toBe('Ventes 2026-03 été.csv');
});

test('a number comes before the extension', () => {
  expect(numberedName('sales.csv', 1)).toBe('sales.csv');
  expect(numberedName('sales.csv', 2)).toBe('sales (2).csv');
  expect(numberedName('.hidden', 3)).toBe('.hidden (3)');
});

test('the unfinished file has the same name at each attempt and another for each delivery', () => {
  expect(partName('a.csv', 'one')).toBe(partName('a.csv', 'one'));
  expect(partName('a.csv', 'one')).not.toBe(partName('a.csv', 'two'));
  expect(partName('a.csv', 'one')).toMatch(/^\.a\.csv\.part-[0-9a-f]{16}$/);
});

test('a folder is joined to a name with one slash', () => {
  expect(pathIn('.', 'a')).toBe('a');
  expect(pathIn('in', 'a')).toBe('in/a');
  expect(pathIn('/in/', 'a')).toBe('/in/a');
  expect(pathIn('/', 'a')).toBe('/a');
});
