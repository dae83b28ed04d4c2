import type { KnownList } from '#schemas/api/lists.ts';
import { choicesByList } from './choices.ts';
import { createMappingStore } from './editor-store.ts';
import { NO_FILTER } from './filter.ts';
import { newId } from './new-id.ts';

function countries(): KnownList {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const values = letters
    .flatMap((first) => letters.map((second) => first + second))
    .map((value) => ({ value, name: `République de ${value}`, details: {}, vanishedAt: null }));
  const connection = { id: newId(), name: 'Shop', type: 'shop' };
  return { connection, list: 'countries', readAt: '2026-01-01T00:00:00Z', problem: null, values };
}

/**
 * What the screen does between a key and the next picture, without drawing, for the bench: `search` filters by a text,
 * `edit` writes one cell and compares all rows anew for duplicates. Both give how many rows are shown.
 */
export function prepareTables(rows: number) {
  const list = countries();
  const rules = Array.from({ length: rows }, (_, index) => ({
    id: newId(),
    table: 'sales' as const,
    match: { country: list.values[index % 600]?.value ?? '', tax: String(index % 30), method: `méthode ${index % 40}` },
    set: { withVat: String(700_000 + index), withoutVat: '700900' },
    note: 'Écriture à vérifier',
  }));
  const store = createMappingStore(rules, 1, false);
  store.setLists(choicesByList([list]));
  return {
    search: (text: string): number => {
      store.filter({ ...NO_FILTER, search: text });
      return store.rows().length;
    },
    edit: (row: number, text: string): number => {
      store.select({ row, column: 6 });
      store.startEditing('');
      store.finishEditing(text, 'down');
      return store.rows().length + store.hidden().size;
    },
  };
}
