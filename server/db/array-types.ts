import type { PostgresType } from 'postgres';

/** Type ids are fixed in PostgreSQL's catalogue: https://github.com/postgres/postgres/blob/master/src/include/catalog/pg_type.dat */
const TEXT_LIKE = { text: 1009, varchar: 1015, uuid: 2951, bigint: 1016, jsonb: 3807 };
const NUMBERS = { smallint: 1005, integer: 1007, real: 1021, double: 1022 };

const ELEMENT = /"((?:[^"\\]|\\.)*)"|([^,{}]+)/g;

/** The elements of a one-dimensional array as PostgreSQL writes it: {plain,"quo\"ted",NULL}. */
function readArray(text: string): (string | null)[] {
  return [...text.matchAll(ELEMENT)].map(([, quoted, plain = '']) => {
    if (quoted !== undefined) return quoted.replaceAll(/\\(.)/g, '$1');
    return plain === 'NULL' ? null : plain;
  });
}

function writeArray(values: unknown): string {
  // A text is an array already written.
  if (!Array.isArray(values)) return String(values);
  const written = values.map((value) =>
    value === null || value === undefined ? 'NULL' : `"${String(value).replaceAll(/(["\\])/g, '\\$1')}"`,
  );
  return `{${written.join(',')}}`;
}

function toNumber(text: string | null): number | null {
  return text === null ? null : Number.parseFloat(text);
}

/**
 * The arrays that we use. The driver would ask the server for all that there are, with every new connection; when that
 * connection is cut at this very moment, the answer is an error that nobody can catch, and the process ends.
 */
export const arrayTypes: Record<string, PostgresType> = {
  textArray: { to: TEXT_LIKE.text, from: Object.values(TEXT_LIKE), serialize: writeArray, parse: readArray },
  numberArray: {
    to: NUMBERS.integer,
    from: Object.values(NUMBERS),
    serialize: writeArray,
    parse: (text: string) => readArray(text).map(toNumber),
  },
};
