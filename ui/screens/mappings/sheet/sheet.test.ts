import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAPPING_TABLE_IDS } from '#schemas/mapping/tables.ts';
import { readBlock, writeBlock } from './block.ts';
import { type Book, blankRow, bookOf, rulesOf, type Sheet } from './book.ts';
import { columnsOf, type Row, textOf } from './column.ts';
import { applyDefault, insertRows, moveRow, removeRows, resetRows, setCells } from './edits.ts';
import { perform, redo, startHistory, undo } from './history.ts';
import { newId } from './new-id.ts';
import { pasteBlock } from './paste.ts';
import { at, nextCell, rangeOf, selectAll, step } from './selection.ts';

const columns = columnsOf('payments');
function row(match: Row['match'], set: Row['set'], note = ''): Row {
  return { id: newId(), match, set, note };
}
const sheetOf = (rows: readonly Row[]): Sheet => ({ fallback: row({}, { account: '512000' }), rows });
const shownOf = ({ fallback, rows }: Sheet) => [fallback, ...rows];
const texts = (sheet: Sheet) => sheet.rows.map((one) => columns.map((column) => textOf(one, column)));

test('rules come out of the tables as they went in, the default first and blank rows left out', () => {
  const rules = [
    { id: newId(), table: 'sales' as const, match: { country: 'BE' }, set: { withVat: '700100' }, note: 'Belgium' },
    { id: newId(), table: 'sales' as const, match: {}, set: { withVat: '700000' }, note: '' },
    { id: newId(), table: 'taxes' as const, match: { tax: '21' }, set: { account: '451000' }, note: '' },
  ];
  const book = bookOf(rules);
  expect(book.sales.fallback.set).toEqual({ withVat: '700000' });
  expect(book.taxes.fallback.set).toEqual({});
  const edited: Book = { ...book, journals: insertRows(book.journals, null, [blankRow()]) };
  const silent = { table: 'taxes', ...book.taxes.fallback };
  expect(rulesOf(edited)).toEqual([rules[1], rules[0], silent, rules[2]]);
});

test('cells are written tidily, an emptied cell says nothing, and the default takes no conditions', () => {
  const one = row({ method: 'bacs' }, {});
  const sheet = sheetOf([one]);
  const [method, , , , , account] = columns;
  if (!method || !account) throw new Error('the table lost its columns');
  const written = setCells(sheet, [
    { row: one.id, column: account, text: ' 512\n100 ' },
    { row: one.id, column: method, text: '' },
    { row: sheet.fallback.id, column: method, text: 'bacs' },
  ]);
  expect(written.rows[0]).toMatchObject({ match: {}, set: { account: '512 100' } });
  expect(written.fallback).toBe(sheet.fallback);
  expect(setCells(sheet, [{ row: one.id, column: method, text: 'bacs' }])).toBe(sheet);
});

test('AT-121 rows are added behind the chosen one and deleted when ticked; the default stays', () => {
  const [a, b] = [row({ method: 'a' }, {}), row({ method: 'b' }, {})];
  const sheet = sheetOf([a, b]);
  const [added, first] = [blankRow(), blankRow()];
  const grown = insertRows(insertRows(sheet, a.id, [added]), sheet.fallback.id, [first]);
  expect(grown.rows.map(({ id }) => id)).toEqual([first.id, a.id, added.id, b.id]);
  const left = removeRows(grown, new Set([a.id, first.id, sheet.fallback.id]));
  expect(left.rows.map(({ id }) => id)).toEqual([added.id, b.id]);
  expect(left.fallback).toBe(sheet.fallback);
  expect(moveRow(left, b.id, -1).rows.map(({ id }) => id)).toEqual([b.id, added.id]);
  expect(moveRow(left, b.id, 1)).toBe(left);
});

test('AT-124 the default of one field goes into the chosen rows only, and resetting a row leaves its conditions', () => {
  const [a, b] = [row({ method: 'a' }, { mode: 'CB' }), row({ method: 'b' }, { account: '1', mode: 'VIR' })];
  const applied = applyDefault(sheetOf([a, b]), new Set([a.id]), 'account');
  expect(applied.rows.map(({ set }) => set)).toEqual([{ mode: 'CB', account: '512000' }, b.set]);
  const reset = resetRows(applied, new Set([a.id]));
  expect(reset.rows[0]).toMatchObject({ match: { method: 'a' }, set: {} });
  expect(reset.rows[1]).toBe(b);
});

test('pasting grows the table, fills a chosen range with one cell and says what had no place', () => {
  const sheet = sheetOf([row({ method: 'a' }, {})]);
  const shown = shownOf(sheet);
  const block = readBlock('b\tBE\r\nc\tFR\r\nd\tNL\r\n');
  const where = { shown, columns, range: rangeOf(at({ row: 1, column: 0 })) };
  const pasted = pasteBlock(sheet, block, where, (column, text) => (column.id === 'match.country' ? `${text}!` : text));
  expect(texts(pasted.sheet).map((cells) => cells.slice(0, 2))).toEqual([
    ['b', 'BE!'],
    ['c', 'FR!'],
    ['d', 'NL!'],
  ]);
  expect(pasted.added).toHaveLength(2);
  expect(pasted.range).toEqual({ top: 1, bottom: 3, left: 0, right: 1 });
  const onDefault = pasteBlock(sheet, [['x', 'y']], { shown, columns, range: rangeOf(at({ row: 0, column: 2 })) });
  expect(onDefault.left).toBe(1);
  expect(onDefault.sheet.fallback.set).toEqual({ account: '512000', mode: 'y' });
  const range = { top: 1, bottom: 2, left: 3, right: 4 };
  const filled = pasteBlock(pasted.sheet, [['7']], { shown: shownOf(pasted.sheet), columns, range });
  expect(texts(filled.sheet).map((cells) => cells.slice(3, 5))).toEqual([
    ['7', '7'],
    ['7', '7'],
    ['', ''],
  ]);
  expect(
    pasteBlock(sheet, [['1', '2']], { ...where, range: rangeOf(at({ row: 1, column: columns.length - 1 })) }).left,
  ).toBe(1);
});

test('what was copied is read back the same, with tabs, quotes and line breaks in its cells', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r', ' ', 'é'), maxLength: 6 });
  const block = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(block, (cells) => {
      expect(readBlock(writeBlock(cells))).toEqual(cells);
    }),
  );
  expect(readBlock('5" pipe\t"he said ""no"""\nx')).toEqual([['5" pipe', 'he said "no"'], ['x']]);
});

test('the chosen cell stays in the grid, whatever the keys; Tab goes on to the next row', () => {
  const extent = { rows: 3, columns: 2 };
  const end = at({ row: 2, column: 1 });
  expect(step(end, 'down', 15, extent, false)).toEqual(end);
  expect(nextCell(end, 1, extent)).toEqual(end);
  expect(nextCell(at({ row: 0, column: 1 }), 1, extent).focus).toEqual({ row: 1, column: 0 });
  expect(nextCell(at({ row: 1, column: 0 }), -1, extent).focus).toEqual({ row: 0, column: 1 });
  const range = rangeOf(step(step(end, 'up', 1, extent, true), 'left', 1, extent, true));
  expect(range).toEqual({ top: 1, bottom: 2, left: 0, right: 1 });
  expect(rangeOf(selectAll(extent))).toEqual({ top: 0, bottom: 2, left: 0, right: 1 });
});

const edit = fc.record({
  kind: fc.constantFrom('set', 'insert', 'remove', 'default', 'reset', 'move', 'paste'),
  table: fc.constantFrom(...MAPPING_TABLE_IDS),
  row: fc.nat(6),
  column: fc.nat(12),
  text: fc.constantFrom('', '7', 'BE', '*', '700000'),
});

type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

function applyEdit(book: Book, { kind, table, row: index, column: across, text }: Edit): Book {
  const sheet = book[table];
  const shown = shownOf(sheet);
  const own = columnsOf(table);
  const chosen = shown[index % shown.length] ?? sheet.fallback;
  const column = own[across % own.length] ?? { id: 'note' as const, kind: 'note' as const };
  const ids = new Set([chosen.id]);
  const range = rangeOf(at({ row: index % shown.length, column: across % own.length }));
  const field = column.kind === 'set' ? column.field : '';
  const changed: Record<Edit['kind'], () => Sheet> = {
    set: () => setCells(sheet, [{ row: chosen.id, column, text }]),
    insert: () => insertRows(sheet, chosen.id, [blankRow()]),
    remove: () => removeRows(sheet, ids),
    default: () => (field === '' ? sheet : applyDefault(sheet, ids, field)),
    reset: () => resetRows(sheet, ids),
    move: () => moveRow(sheet, chosen.id, 1),
    paste: () => pasteBlock(sheet, [[text, text], [text]], { shown, columns: own, range }).sheet,
  };
  const after = changed[kind]();
  return after === sheet ? book : { ...book, [table]: after };
}

test('undoing after any sequence of edits gives the state before it, and redoing the state after it', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 40 }), (edits) => {
      const first = startHistory(bookOf([]));
      const books = [JSON.stringify(first.book)];
      let history = first;
      for (const one of edits) {
        const after = perform(history, one.table, applyEdit(history.book, one));
        if (after !== history) books.push(JSON.stringify(after.book));
        history = after;
      }
      const last = history.book;
      for (const text of books.toReversed().slice(1)) {
        history = undo(history);
        expect(JSON.stringify(history.book)).toBe(text);
      }
      expect(undo(history).book).toBe(first.book);
      for (const _ of books.slice(1)) history = redo(history);
      expect(history.book).toBe(last);
    }),
    { numRuns: 200 },
  );
});
