import { join } from 'node:path';
import { runnerImport } from 'vite';

const ROWS = 5_000;
const ROOT = join(import.meta.dirname, '..', '..');

interface Tables {
  readonly search: (text: string) => number;
  readonly edit: (row: number, text: string) => number;
}

interface TableFigures {
  readonly rows: number;
  /** Milliseconds of the first letter typed into the search, which folds all cells once, and of the slowest after it. */
  readonly first: number;
  readonly slowest: number;
  /** Milliseconds of writing a cell with the filter on; the first one compares all rows for duplicates from scratch. */
  readonly firstEdit: number;
  readonly edit: number;
}

/** Milliseconds of this process alone: other programs on the machine do not count. */
function timed(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Filters and edits a table of 5,000 rows as the screen does between a key and the next picture, without drawing. */
export async function benchTables(): Promise<TableFigures> {
  const { module } = await runnerImport<{ prepareTables: (rows: number) => Tables }>(
    join(ROOT, 'ui', 'screens', 'mappings', 'sheet', 'bench-tables.ts'),
    { configFile: join(ROOT, 'ui', 'vite.config.ts'), logLevel: 'error' },
  );
  const tables = module.prepareTables(ROWS);
  const first = timed(() => tables.search('r'));
  const searches = ['ré', 'rép', 'république de b', '7001', 'methode 3', '', 'république'];
  const slowest = Math.max(...searches.map((text) => timed(() => tables.search(text))));
  const firstEdit = timed(() => tables.edit(40, '701000'));
  const edits = [41, 42, 43, 44, 45].map((row) => timed(() => tables.edit(row, '701000')));
  return { rows: ROWS, first, slowest, firstEdit, edit: Math.max(...edits) };
}
