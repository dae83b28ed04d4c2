import { type SQL, sql } from 'drizzle-orm';

/*
 * Letters as they stand in the names of Europe, and what a person types for them. Capitals too: where the database's
 * locale is "C", lower() knows ASCII only.
 */
const SMALL = 'àáâãäåçèéêëìíîïñòóôõöùúûüýÿłšśșşžźżčćđďøőřňńěęůűťțţąăğœæ';
const WRITTEN = `${SMALL}${SMALL.toUpperCase()}`;
const PLAIN = 'aaaaaaceeeeiiiinooooouuuuyylsssszzzccddoornneeuutttaagoa';
const TYPED = `${PLAIN}${PLAIN}`;
/* What parts words, so that an address or "Van-Damme" is found by any of its parts. */
const MARKS = '@.,-_/&’';

/**
 * The words of a name as the index keeps them, without capitals and accents. `column` is SQL, not a value. Most names
 * are plain, and going through the whole alphabet costs more than all the rest: only the others do.
 */
export function searchWords(column: string): SQL {
  const letters = `case when ${column} ~ '[^ -~]' then translate(${column}, '${WRITTEN}', '${TYPED}') else ${column} end`;
  return sql.raw(`to_tsvector('simple', translate(lower(${letters}), '${MARKS}', '${' '.repeat(MARKS.length)}'))`);
}

/**
 * Names in which every word of the text begins one of theirs: "dur ma" finds "Marie Durand". Answered by the index on
 * `searchWords(column)`.
 *
 * @returns null when the text holds no word
 */
export function namesLike(column: string, text: string): SQL | null {
  const words = text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return null;
  const query = words.map((word) => `${word}:*`).join(' & ');
  return sql`${searchWords(column)} @@ to_tsquery('simple', translate(lower(${query}), ${WRITTEN}, ${TYPED}))`;
}
