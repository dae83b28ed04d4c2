import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { VanishedValue } from '#schemas/api/mappings.ts';
import { LIST_OF_AXIS, listOfField } from '#schemas/mapping/field-lists.ts';
import type { ListId } from '#schemas/mapping/list-ids.ts';
import type { MappingRule } from '#schemas/mapping/rule.ts';
import type { MappingAxis, MappingField } from '#schemas/mapping/tables.ts';
import { connection, referenceValue } from '../db/schema/index.ts';
import type { Db } from './mapping-rows.ts';

interface Cell extends Pick<VanishedValue, 'rule' | 'part' | 'field' | 'value'> {
  readonly list: ListId;
}

/** "NORTH 60; SOUTH 40" names two sections; everything else is one value. */
function valuesIn(list: ListId, text: string): string[] {
  if (list !== 'analytic-sections') return [text.trim()];
  return text.split(';').map((part) => part.trim().replace(/\s+\d+([.,]\d+)?\s*%?$/, ''));
}

/** What a rule names by its value. Patterns and accounts with {rate} name nothing in particular. */
function cellsOf(rule: MappingRule): Cell[] {
  const isPlain = (text: string) => text.trim() !== '' && !/[*{]/.test(text);
  const match = Object.entries(rule.match).map(([field, text = '']) => {
    return { part: 'match' as const, field, list: LIST_OF_AXIS[field as MappingAxis], text };
  });
  const set = Object.entries(rule.set).map(([field, text]) => {
    return { part: 'set' as const, field, list: listOfField(field as MappingField), text };
  });
  return [...match, ...set].flatMap(({ part, field, list, text }) => {
    if (list === null || !isPlain(text)) return [];
    return valuesIn(list, text).map((value) => ({ rule: rule.id, part, field, value, list }));
  });
}

function keyOf(list: string, text: string): string {
  return `${list}/${text.toLowerCase()}`;
}

/**
 * What rules name that a connected system had once and has no longer, by value or by name. A value that another of these
 * connections still has is none.
 */
export async function findVanished(
  db: Db,
  rules: readonly MappingRule[],
  connectionIds: readonly string[],
): Promise<VanishedValue[]> {
  if (connectionIds.length === 0) return [];
  const here = inArray(referenceValue.connectionId, [...connectionIds]);
  const gone = await db
    .select({ value: referenceValue, id: connection.id, name: connection.name })
    .from(referenceValue)
    .innerJoin(connection, eq(connection.id, referenceValue.connectionId))
    .where(and(here, isNotNull(referenceValue.vanishedAt)));
  if (gone.length === 0) return [];
  const living = await readLiving(db, [...new Set(gone.map(({ value }) => value.list))], here);
  const byText = new Map(
    gone.flatMap((row) => [row.value.value, row.value.name].map((text) => [keyOf(row.value.list, text), row] as const)),
  );
  return rules.flatMap(cellsOf).flatMap(({ list, ...cell }) => {
    const key = keyOf(list, cell.value);
    const row = byText.get(key);
    const vanishedAt = row?.value.vanishedAt;
    if (!row || !vanishedAt || living.has(key)) return [];
    const { id, name } = row;
    return [{ ...cell, list, connection: { id, name }, vanishedAt: vanishedAt.toISOString() }];
  });
}

async function readLiving(
  db: Db,
  lists: readonly ListId[],
  here: ReturnType<typeof inArray>,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({
      list: referenceValue.list,
      value: referenceValue.value,
      name: referenceValue.name,
      gone: referenceValue.vanishedAt,
    })
    .from(referenceValue)
    .where(and(here, inArray(referenceValue.list, [...lists])));
  const there = rows.filter(({ gone }) => gone === null);
  return new Set(there.flatMap(({ list, value, name }) => [keyOf(list, value), keyOf(list, name)]));
}
