import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import { NO_SIREN } from './config.ts';
import { checkFec } from './testing/check-fec.ts';
import { renderAll } from './testing/render-all.ts';
import { sampleData, sampleEntries, sampleEntry, sampleLine } from './testing/sample-entries.ts';

function simple(number: string, date: string, more: Parameters<typeof sampleEntry>[3] = {}): JournalEntry {
  return sampleEntry(number, date, [sampleLine('411000', '12.00'), sampleLine('707000', '-12.00')], more);
}

function problemOf(entry: JournalEntry, config: Parameters<typeof renderAll>[1] = {}) {
  const { held, files } = renderAll([entry], config);
  expect(files).toEqual([]);
  return held[0]?.problem;
}

describe('FEC', () => {
  it.each(['utf-8', 'iso-8859-15'] as const)('passes the independent check in %s', (encoding) => {
    const [file] = renderAll(sampleEntries(), { encoding }).files;
    expect(file?.charset).toBe(encoding);
    expect(checkFec(file?.bytes ?? Buffer.from(''), file?.name ?? '')).toEqual([]);
  });

  it('gives each fiscal year its own file and numbering, both open while pages come', () => {
    const entries = [
      simple('1', '2026-06-29'),
      simple('2', '2026-06-30'),
      simple('3', '2026-07-01'),
      simple('4', '2026-06-30'),
    ];
    const { files, placed } = renderAll(entries, { fiscalYearEnd: '06-30' }, { pageSize: 1 });
    expect(files.map(({ name }) => name)).toEqual(['123456789FEC20260630.txt', '123456789FEC20270630.txt']);
    expect(new Set(placed.map(({ file }) => file)).size).toBe(2);
    for (const { bytes, name } of files) expect(checkFec(bytes, name)).toEqual([]);
    expect(files[0]?.bytes.toString().split('\r\n')).toHaveLength(8);
  });

  it('writes no file when there is no entry', () => {
    expect(renderAll([]).files).toEqual([]);
  });

  it('leaves a violating entry out, names entry and field, and numbers the others without a gap', () => {
    const wrong = sampleEntry('77', '2026-10-02', [sampleLine('CLIENT', '5.00'), sampleLine('707000', '-5.00')]);
    const { files, held, placed } = renderAll([simple('1', '2026-10-01'), wrong, simple('3', '2026-10-03')]);
    expect(placed.map(({ key }) => key)).toEqual(['sample-1', 'sample-3']);
    expect(held.map(({ key }) => key)).toEqual(['sample-77']);
    expect(held[0]?.problem).toMatchObject({ code: 'text-file.account_digits', field: 'CompteNum' });
    expect(held[0]?.problem.text).toContain('77');
    expect(checkFec(files[0]?.bytes ?? Buffer.from(''), files[0]?.name ?? '')).toEqual([]);
  });

  it('does not number from an entry held at the very start of the file', () => {
    const wrong = sampleEntry('0', '2026-10-01', [sampleLine('41', '5.00'), sampleLine('707000', '-5.00')]);
    const { files } = renderAll([wrong, simple('1', '2026-10-01')], {}, { pageSize: 1 });
    expect(checkFec(files[0]?.bytes ?? Buffer.from(''), files[0]?.name ?? '')).toEqual([]);
  });

  it('holds an entry without a label', () => {
    expect(problemOf(simple('1', '2026-10-01', { label: ' ' }))).toMatchObject({
      code: 'text-file.field_empty',
      field: 'EcritureLib',
    });
  });

  it('holds an entry of books that are not in euros', () => {
    expect(problemOf(simple('1', '2026-10-01', { currency: 'USD' }))?.code).toBe('text-file.wrong_currency');
  });

  it('holds an entry that lost its balance on the way', () => {
    const data = sampleData('1', '2026-10-01', [sampleLine('411000', '12.00'), sampleLine('707000', '-11.99')]);
    expect(problemOf(data as JournalEntry)).toMatchObject({
      code: 'text-file.unbalanced',
      params: { credit: '11.99' },
    });
  });

  it('holds a date of another century', () => {
    expect(problemOf(simple('1', '2026-10-01', { documentDate: '0001-01-01' }))).toMatchObject({ field: 'PieceDate' });
  });

  it('leaves ValidDate blank for drafts, which the check then reports', () => {
    const [file] = renderAll([simple('1', '2026-10-01')], { validated: false }).files;
    const rules = checkFec(file?.bytes ?? Buffer.from(''), file?.name ?? '').map(
      ({ rule, detail }) => `${rule} ${detail}`,
    );
    expect(new Set(rules)).toEqual(new Set(['mandatory ValidDate']));
  });

  it('names the auxiliary account by its code when the customer has no name', () => {
    const lines = [sampleLine('411000', '1.00', { auxiliaryAccount: 'C7' }), sampleLine('707000', '-1.00')];
    const [file] = renderAll([sampleEntry('1', '2026-10-01', lines)]).files;
    expect(file?.bytes.toString()).toContain('\tC7\tC7\t');
  });

  it('writes a foreign amount positive on its own side and negative against it', () => {
    const dollars = (amount: string) => ({ currencyAmount: { currency: 'USD', amount } });
    const lines = [
      sampleLine('411000', '10.00', dollars('11.00')),
      sampleLine('707000', '-11.00', dollars('-12.00')),
      sampleLine('666000', '1.00', dollars('1.00')),
    ];
    const [file] = renderAll([sampleEntry('1', '2026-10-01', lines)]).files;
    const amounts = (file?.bytes.toString() ?? '')
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.split('\t')[16]);
    expect(amounts).toEqual(['11,00', '12,00', '1,00']);
  });

  it('warns that the SIREN is missing, and what to fill in', () => {
    const { warnings, files } = renderAll([simple('1', '2026-10-01')], { siren: NO_SIREN });
    expect(warnings).toMatchObject([{ code: 'text-file.siren_missing', field: 'siren' }]);
    expect(files[0]?.name).toBe('000000000FEC20261231.txt');
    expect(renderAll([], { preset: 'csv', siren: NO_SIREN }).warnings).toEqual([]);
  });

  it('keeps a state that does not grow with the entries', () => {
    const many = Array.from({ length: 300 }, (_, index) => simple(String(index), '2026-10-01'));
    const { states } = renderAll(many, {}, { pageSize: 10 });
    const sizes = states.map((state) => JSON.stringify(state).length);
    expect(sizes.at(-1)).toBeLessThan((sizes[0] ?? 0) + 20);
  });

  it('passes the check for any label and any customer, in both encodings', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('a\tb|c\r\nd', '"x";y', 'é’œ€😀', '\u2028', '\u0085'),
    );
    const cents = fc
      .integer({ min: 1, max: 10 ** 12 })
      .map((value) => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`);
    const entry = fc
      .tuple(text, text, cents)
      .map(([label, partyName, amount], index = 0) =>
        sampleEntry(
          String(index),
          '2026-10-05',
          [sampleLine('411000', amount, { auxiliaryAccount: 'C1' }), sampleLine('707000', `-${amount}`, { label })],
          { partyName: `x${partyName}` },
        ),
      );
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('utf-8', 'iso-8859-15'),
        (entries, encoding) => {
          const { files, held, placed } = renderAll(entries, { encoding });
          expect(held.length + placed.length).toBe(entries.length);
          for (const { bytes, name } of files) expect(checkFec(bytes, name)).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });
});
