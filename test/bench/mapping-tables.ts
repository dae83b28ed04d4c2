import type { KnownList } from '#schemas/api/lists.ts';
import { choicesByList } from '../../ui/screens/mappings/sheet/choices.ts';
import { createMappingStore } from '../../ui/screens/mappings/sheet/editor-store.ts';
import { NO_FILTER } from '../../ui/screens/mappings/sheet/filter.ts';
import { newId } from '../../ui/screens/mappings/sheet/new-id.ts';

const ROWS = 5_000;

export interface TableFigures {
  readonly rows: number;
  /** Milliseconds of the first letter typed into the search, which folds all cells once, and of the slowest after it. */
  readonly first: number;
  readonly slowest: number;
  /** Milliseconds of writing one cell, with the filter on and all rows compared anew for duplicates. */
  readonly edit: number;
}

function countries(): KnownList {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const values = letters
    .flatMap((first) => letters.map((second) => first + second))
    .map((value) => ({ value, name: `République de ${value}`, details: {}, vanishedAt: null }));
  const connection = { id: newId(), name: 'Shop', type: 'shop' };
  return { connection, list: 'countries', readAt: '2026-01-01T00:00:00Z', problem: null, values };
}

/** Milliseconds of this process alone: other programs on the machine do not count. */
function timed(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Filters and edits a table of 5,000 rows as the screen does between a key and the next picture, without drawing. */
export function benchTables(): TableFigures {
  const list = countries();
  const rules = Array.from({ length: ROWS }, (_, index) => ({
    id: newId(),
    table: 'sales' as const,
    match: { country: list.values[index % 600]?.value ?? '', tax: String(index % 30), method: `méthode ${index % 40}` },
    set: { withVat: String(700_000 + index), withoutVat: '700900' },
    note: 'Écriture à vérifier',
  }));
  const store = createMappingStore(rules, 1, false);
  store.setLists(choicesByList([list]));
  const search = (text: string) =>
    timed(() => {
      store.filter({ ...NO_FILTER, search: text });
      return store.rows().length;
    });
  const first = search('r');
  const slowest = Math.max(...['ré', 'rép', 'république de b', '7001', 'methode 3', ''].map(search));
  store.filter({ ...NO_FILTER, search: 'république' });
  store.select({ row: 40, column: 6 });
  const edit = timed(() => {
    store.startEditing('');
    store.finishEditing('701000', 'down');
    return [store.rows().length, store.hidden().size];
  });
  return { rows: ROWS, first, slowest, edit };
}
