import { type SQL, sql } from 'drizzle-orm';
import { cleaned } from '../search/search-terms.ts';

/* Letters with a stroke are letters of their own to Unicode, and plain ones to whoever types a name. */
const STROKED = 'łŁøØđĐ';
const PLAIN = 'lLoOdD';

/**
 * A text without capitals and accents, for the database to compare by. What has no accent, which is most, is not taken
 * apart; lower() comes last, for a database in the locale "C" knows the capitals of ASCII only.
 */
export function folded(text: SQL): SQL {
  return sql`lower(case when ${text} ~ '[^ -~]'
    then regexp_replace(normalize(translate(${text}, ${STROKED}, ${PLAIN}), NFD), '[\\u0300-\\u036f]', '', 'g')
    else ${text} end)`;
}

/** The same for what a person typed. */
export function foldedText(typed: string): string {
  const plain = cleaned(typed).replaceAll(/[łŁøØđĐ]/g, (letter) => PLAIN[STROKED.indexOf(letter)] ?? letter);
  return plain.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** Characters that LIKE gives a meaning, made plain. */
export function literal(typed: string): string {
  return typed.replaceAll(/[\\%_]/g, (char) => `\\${char}`);
}

/** Texts in which the typed one stands, at the beginning or anywhere. */
export function contains(text: SQL, typed: string, where: 'start' | 'anywhere' = 'anywhere'): SQL {
  const pattern = `${where === 'start' ? '' : '%'}${literal(foldedText(typed))}%`;
  return sql`${folded(text)} like ${pattern}`;
}
