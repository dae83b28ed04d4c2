import { expect, test } from 'vitest';
import type { KnownList } from '#schemas/api/lists.ts';
import type { MappingRule } from '#schemas/mapping/rule.ts';
import { choicesByList, nameOf, settle, writeChoice } from './choices.ts';
import { columnsOf, textOf } from './column.ts';
import { isDirty } from './editor-state.ts';
import { createMappingStore, type MappingStore } from './editor-store.ts';
import { NO_FILTER } from './filter.ts';
import { commandOf } from './key-command.ts';
import { countMarks, markOf } from './marks.ts';
import { newId } from './new-id.ts';
import { findHidden } from './reach.ts';

const rule = (match: MappingRule['match'], set: MappingRule['set'], table: MappingRule['table'] = 'sales') => ({
  id: newId(),
  table,
  match,
  set,
  note: '',
});
const listOf = (list: KnownList['list'], values: readonly [string, string][], gone: readonly string[] = []) => ({
  connection: { id: newId(), name: 'Boutique', type: 'shop' },
  list,
  readAt: '2026-11-21T10:00:00Z',
  problem: null,
  values: values.map(([value, name]) => ({
    value,
    name,
    details: {},
    vanishedAt: gone.includes(value) ? '2026-11-20T10:00:00Z' : null,
  })),
});
const lists = choicesByList([
  listOf('countries', [
    ['BE', 'Belgium'],
    ['FR', 'France'],
  ]),
  listOf(
    'accounts',
    [
      ['700000', 'Sales'],
      ['700100', 'Sales Belgium'],
    ],
    ['700100'],
  ),
  listOf('payment-methods', [
    ['bacs', 'Virement bancaire'],
    ['stripe', 'Carte de crédit'],
  ]),
]);

function open(rules: readonly MappingRule[] = []): MappingStore {
  const store = createMappingStore(rules, 3, false);
  store.setLists(lists);
  return store;
}
const cells = (store: MappingStore) =>
  store.rows().map((row) => columnsOf(store.getState().table).map((column) => textOf(row, column)));

test('a table is filled by keys: a row added, its cells typed one after another, a value found by its name', () => {
  const store = open();
  store.showTable('customers');
  store.addRow();
  for (const text of ['virement bancaire', '', 'belgium', '', '400100', '']) {
    expect(store.startEditing('')).toBe(true);
    store.finishEditing(text, 'next');
  }
  expect(cells(store)[1]).toEqual(['bacs', '', 'BE', '', '400100', '', '']);
  expect(isDirty(store.getState())).toBe(true);
  for (let steps = 0; steps < 4; steps += 1) store.undo();
  expect(isDirty(store.getState())).toBe(false);
});

test('AT-123 both conditions of a row take a wildcard, and neither is held against a list', () => {
  const [, , , tax, country] = columnsOf('sales');
  if (!tax || !country) throw new Error('the table lost its columns');
  expect(markOf(country, '*', lists)).toBeNull();
  expect(markOf(country, 'B*', lists)).toBeNull();
  expect(markOf(tax, '*', lists)).toBeNull();
  expect(markOf(country, 'DE', lists)).toBe('unlisted');
});

test('AT-074 a payment method that no shop has named yet is kept as it was typed, with a mark', () => {
  const store = open([rule({}, { withVat: '700000' })]);
  store.addRow();
  store.startEditing('M');
  store.finishEditing('Marketplace Pay', 'stay');
  const row = store.rows()[1];
  const [method] = columnsOf('sales');
  if (!row || !method) throw new Error('the row is gone');
  expect(textOf(row, method)).toBe('Marketplace Pay');
  expect(markOf(method, 'Marketplace Pay', lists)).toBe('unlisted');
});

test('AT-124 the default is applied to the ticked rows that the filter shows, and to no others', () => {
  const rules = ['BE', 'FR', 'BE'].map((country) => rule({ country }, { withVat: '1' }));
  const store = open([rule({}, { withVat: '700000', withoutVat: '700900' }), ...rules]);
  store.tick(
    rules.map(({ id }) => id),
    true,
  );
  store.filter({ ...NO_FILTER, columns: { 'match.country': 'belg' } });
  store.applyDefault('withVat');
  store.filter(NO_FILTER);
  expect(store.rows().map(({ set }) => set['withVat'])).toEqual(['700000', '700000', '1', '700000']);
  store.undo();
  expect(store.rows().map(({ set }) => set['withVat'])).toEqual(['700000', '1', '1', '1']);
});

test('AT-122 rows that were added many at once go again with one step back', () => {
  const store = open();
  store.addRows([rule({ country: 'BE' }, {}), rule({ country: 'FR' }, {})]);
  expect(store.rows()).toHaveLength(3);
  store.undo();
  expect(store.rows()).toHaveLength(1);
  store.redo();
  expect(
    cells(store)
      .slice(1)
      .map((row) => row[4]),
  ).toEqual(['BE', 'FR']);
});

test('AT-125 the search and the columns narrow 5,000 rows to those that match, by value and by name', () => {
  const rules = Array.from({ length: 5000 }, (_, index) =>
    rule({ country: index % 2 === 0 ? 'BE' : 'FR', tax: String(index) }, { withVat: '700000' }),
  );
  const store = open(rules);
  store.filter({ ...NO_FILTER, search: 'BELGIUM' });
  expect(store.rows()).toHaveLength(2501);
  store.filter({ ...NO_FILTER, search: 'fran', columns: { 'match.tax': '=4321' } });
  expect(store.rows().slice(1)).toEqual([expect.objectContaining({ match: { country: 'FR', tax: '4321' } })]);
  store.filter({ ...NO_FILTER, columns: { 'match.country': '=' } });
  expect(store.rows()).toHaveLength(1);
  store.filter(NO_FILTER);
  expect(store.rows()).toHaveLength(5001);
});

test('a row that was edited under a filter stays in sight until the filter changes', () => {
  const store = open([rule({ country: 'BE' }, { withVat: '1' }), rule({ country: 'FR' }, { withVat: '2' })]);
  store.filter({ ...NO_FILTER, search: 'belgium' });
  expect(store.rows()).toHaveLength(2);
  store.select({ row: 1, column: 4 });
  store.startEditing('F');
  store.finishEditing('FR', 'stay');
  expect(store.rows()).toHaveLength(2);
  store.filter({ ...NO_FILTER, search: 'belgium', isMarkedOnly: true });
  expect(store.rows()).toHaveLength(1);
});

test('filling down, clearing and pasting work on the chosen range and are one step each', () => {
  const store = open([rule({}, { withVat: '7' }), rule({ country: 'BE' }, {}), rule({ country: 'FR' }, {})]);
  store.select({ row: 0, column: 6 });
  store.select({ row: 2, column: 6 }, true);
  store.fillDown();
  expect(store.rows().map(({ set }) => set['withVat'])).toEqual(['7', '7', '7']);
  expect(store.copy()).toBe('7\n7\n7');
  store.clear();
  expect(store.rows().map(({ set }) => set['withVat'])).toEqual([undefined, undefined, undefined]);
  store.undo();
  store.select({ row: 2, column: 4 });
  expect(store.paste('Belgium\nFrance\nxx1\n')).toEqual({ added: 2, left: 0 });
  expect(cells(store).map((row) => row[4])).toEqual(['', 'BE', 'BE', 'FR', 'xx1']);
  expect(countMarks('sales', store.rows(), lists).faults).toBe(1);
  store.undo();
  expect(cells(store).map((row) => row[4])).toEqual(['', 'BE', 'FR']);
});

test('somebody who may only look changes nothing', () => {
  const store = createMappingStore([rule({ country: 'BE' }, { withVat: '1' })], 1, true);
  store.select({ row: 1, column: 4 });
  expect(store.startEditing('x')).toBe(false);
  store.clear();
  store.addRow();
  store.removeRows();
  expect(store.paste('x')).toEqual({ added: 0, left: 0 });
  expect(isDirty(store.getState())).toBe(false);
});

test('what was edited while a save was under way stays to be saved', () => {
  const store = open();
  store.addRow();
  const sent = store.getState().history.book;
  store.addRow();
  store.markSaved(sent, 4);
  expect(isDirty(store.getState())).toBe(true);
  store.undo();
  expect(isDirty(store.getState())).toBe(false);
});

test('values that vanished and cells that cannot be used are told apart from values that are merely new', () => {
  const [withVat, create] = [columnsOf('sales')[6], columnsOf('payments')[7]];
  if (!withVat || !create) throw new Error('the tables lost their columns');
  const marks = ['700000', '700100', '701000', '70{rate}', '70{rat}', '7'.repeat(121), ''];
  expect(marks.map((text) => markOf(withVat, text, lists))).toEqual([
    null,
    'gone',
    'unlisted',
    null,
    'placeholder',
    'too-long',
    null,
  ]);
  expect(markOf(create, 'maybe', lists)).toBe('yes-no');
  expect(writeChoice({ value: '700000', name: 'Sales' })).toBe('700000 · Sales');
});

test('rows that hold for the same and rows that are never used are found, with the row that stands before them', () => {
  const rows = [
    rule({}, { withVat: '0' }),
    rule({ tax: '21' }, { withVat: '1' }),
    rule({ tax: '21.00 %' }, { withVat: '2', withoutVat: '3' }),
    rule({ method: 'stripe*' }, { withVat: '4' }),
    rule({ method: '*stripe*' }, { withVat: '5' }),
    rule({ method: 'stripe*', tax: '6' }, { withVat: '6' }),
    rule({ method: '*' }, { withVat: '7' }),
  ];
  const ids = rows.map(({ id }) => id);
  const found = [...findHidden(rows, 'sales')].map(([id, { by, ...rest }]) => [ids.indexOf(id), ids.indexOf(by), rest]);
  expect(found).toEqual([
    [6, 0, { isSame: true, isUnused: true }],
    [2, 1, { isSame: true, isUnused: false }],
  ]);
  const turned = [rule({ method: '*stripe*' }, { withVat: '5' }), rule({ method: 'stripe*' }, { withVat: '4' })];
  expect(findHidden(turned, 'sales').get(turned[1]?.id ?? '')).toMatchObject({ isSame: false, isUnused: true });
});

test('keys mean what they mean in a spreadsheet', () => {
  const press = (key: string, more: object = {}) =>
    commandOf({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more });
  expect(press('ArrowDown', { shiftKey: true })).toEqual({
    kind: 'step',
    direction: 'down',
    isFar: false,
    extend: true,
  });
  expect(press('End', { ctrlKey: true })).toEqual({ kind: 'edge', end: 'last', isFar: true, extend: false });
  expect(press('z', { metaKey: true, shiftKey: true })).toEqual({ kind: 'redo' });
  expect(press('7')).toEqual({ kind: 'edit', text: '7' });
  expect(press('F2')).toEqual({ kind: 'edit', text: null });
  expect(press('c', { ctrlKey: true })).toBeNull();
  expect(press('ArrowLeft', { altKey: true })).toBeNull();
});

test('a country is found by its name in the reader’s language, and by the name that the shop has for it', () => {
  const store = open();
  store.setLists(choicesByList([listOf('countries', [['DE', 'Germany']])], 'fr'));
  const country = columnsOf('sales').find(({ id }) => id === 'match.country');
  if (!country) throw new Error('the table lost its column');
  const known = store.getState().lists;
  expect([settle(country, 'Allemagne', known), settle(country, 'Germany', known)]).toEqual(['DE', 'DE']);
  expect(nameOf(country, 'DE', known)).toBe('Allemagne');
});
