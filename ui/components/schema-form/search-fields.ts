import type { FieldSchema, FieldText } from './types.ts';

/** Plain fields of a form, those inside sections and list items included. */
export function countFields(schema: FieldSchema): number {
  return Object.values(schema.properties ?? {}).reduce((count, field) => {
    const inner = field.properties ? field : field.items?.properties ? field.items : null;
    return count + (inner ? countFields(inner) : 1);
  }, 0);
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/**
 * Text keys of the fields to show for a search: those whose title, help or path hold every word, with the sections
 * around them and everything inside a section that matches itself. Accents and case do not count. Null shows all.
 */
export function searchFields(texts: Readonly<Record<string, FieldText>>, query: string): ReadonlySet<string> | null {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const keys = Object.keys(texts);
  const hits = keys.filter((key) => {
    const haystack = plain(`${texts[key]?.title} ${texts[key]?.help} ${key}`);
    return words.every((word) => haystack.includes(word));
  });
  const isInside = (key: string, outer: string) => key.startsWith(`${outer}.`) || key.startsWith(`${outer}[]`);
  return new Set(keys.filter((key) => hits.some((hit) => key === hit || isInside(key, hit) || isInside(hit, key))));
}
