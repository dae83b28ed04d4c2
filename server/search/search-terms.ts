import { type SQL, sql } from 'drizzle-orm';

/** Sorts behind every text that begins with what stands before it. */
const LAST = '\u{10FFFF}';

/** What a person typed, without what no database column can hold. */
export function cleaned(text: string | undefined): string {
  return (text ?? '')
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim()
    .normalize('NFC');
}

/**
 * Texts that begin with what was typed, as it is or in capitals. Written so that an index with text_pattern_ops answers
 * it whatever the parameter, which LIKE with a parameter leaves to the planner's mood.
 *
 * @param column SQL of the column, not a value
 */
export function beginsWith(column: string, text: string): SQL {
  const name = sql.raw(column);
  const typed = [...new Set([text, text.toUpperCase()])];
  const ranges = typed.map((from) => sql`(${name} ~>=~ ${from} and ${name} ~<~ ${`${from}${LAST}`})`);
  return sql`(${sql.join(ranges, sql` or `)})`;
}

/** Amounts of this size, whatever their sign. */
export function isAmount(column: string, amounts: readonly string[]): SQL {
  const signed = amounts.flatMap((amount) => [amount, `-${amount}`]);
  return sql`${sql.raw(column)} = any(${`{${signed.join(',')}}`}::numeric[])`;
}

export function anyOf(ids: readonly string[]): SQL {
  return sql`any(${`{${ids.join(',')}}`}::uuid[])`;
}
