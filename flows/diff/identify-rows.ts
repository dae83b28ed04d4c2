/** Rows of a list by what identifies them ("FR · 20.00"), in their order. */
export type IdentifiedRows = ReadonlyMap<string, unknown>;

export interface MatchedRows {
  readonly before: IdentifiedRows;
  readonly after: IdentifiedRows;
}

type Row = Readonly<Record<string, unknown>>;

const MOST_FIELDS = 3;

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPlain(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** Rows under a name each; null when two of them have the same one. */
function named(rows: readonly unknown[], nameOf: (row: unknown) => string): IdentifiedRows | null {
  const byName = new Map(rows.map((row) => [nameOf(row), row]));
  return byName.size === rows.length ? byName : null;
}

function match(lists: readonly [readonly unknown[], readonly unknown[]], nameOf: (row: unknown) => string) {
  const [before, after] = lists.map((rows) => named(rows, nameOf));
  return before && after ? { before, after } : null;
}

/** The combinations of so many fields. */
function combinations(fields: readonly string[], size: number): string[][] {
  if (size === 0) return [[]];
  return fields.flatMap((field, index) =>
    combinations(fields.slice(index + 1), size - 1).map((rest) => [field, ...rest]),
  );
}

/** The first of the fields that a row must have, the first two, and so on: "FR", then "FR · 20". */
function prefixes(required: readonly string[]): string[][] {
  return required.map((_, index) => required.slice(0, index + 1));
}

/** Combinations of fields that have a plain value in every row, the fewest first. */
function choices(rows: readonly Row[]): string[][] {
  const fits = (name: string) => rows.every((row) => isPlain(row[name]));
  // The database does not keep the order in which keys were written, so that of the letters has to do.
  const fields = Object.keys(rows[0] ?? {})
    .filter(fits)
    .sort();
  const sizes = Array.from({ length: Math.min(MOST_FIELDS, fields.length) }, (_, index) => index + 1);
  return sizes.flatMap((size) => combinations(fields, size));
}

function countFound({ before, after }: MatchedRows): number {
  return [...before.keys()].filter((name) => after.has(name)).length;
}

function matchBy(before: readonly unknown[], after: readonly unknown[], fields: readonly string[]): MatchedRows | null {
  const nameOf = (row: unknown) => fields.map((field) => String((row as Row)[field])).join(' · ');
  return match([before, after], nameOf);
}

/**
 * Matches the rows of two lists: plain values by themselves, objects by as many of their required fields, in the order
 * of the schema, as tell them apart in both lists; failing that by the fields by which most rows are found again.
 *
 * @param required fields that every row must have
 * @returns null when nothing tells the rows of a list apart
 */
export function identifyRows(
  before: readonly unknown[],
  after: readonly unknown[],
  required: readonly string[] = [],
): MatchedRows | null {
  const all = [...before, ...after];
  if (all.every(isPlain)) return match([before, after], String);
  if (!all.every(isRow)) return null;
  if (all.every((row) => required.every((field) => isPlain(row[field])))) {
    for (const fields of prefixes(required)) {
      const found = matchBy(before, after, fields);
      if (found) return found;
    }
  }
  const found = choices(all).flatMap((fields) => matchBy(before, after, fields) ?? []);
  return found.reduce<MatchedRows | null>(
    (best, one) => (best && countFound(best) >= countFound(one) ? best : one),
    null,
  );
}
