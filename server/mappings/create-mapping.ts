import { v4 as uuidv4 } from 'uuid';
import type { MappingRule } from '#schemas/mapping/rule.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database } from '../db/database.ts';
import { Refusal } from '../http/refusal.ts';
import { mappingMessages } from './mapping-messages.ts';
import { currentRules, findMapping } from './mapping-rows.ts';
import { rulesOfPreset } from './presets.ts';
import type { MappingServices } from './read-mapping.ts';
import { insertMapping } from './write-mapping.ts';

interface NewMapping {
  readonly name: string;
  readonly preset?: string | undefined;
  readonly copyOf?: string | undefined;
}

/** Copied rules get ids of their own: an explanation names a rule by its id. */
export function withNewIds(rules: readonly MappingRule[]): MappingRule[] {
  return rules.map((rule) => ({ ...rule, id: uuidv4() }));
}

/**
 * Makes a mapping: empty, from a preset, or as a copy of another one as it is now.
 *
 * @returns its id
 * @throws Refusal 404 for a copy of nothing · 409 for a name that is taken · 422
 */
export async function createMapping(
  { db, registry }: MappingServices & { readonly db: Database },
  caller: Caller,
  { name, preset, copyOf }: NewMapping,
): Promise<string> {
  if (preset !== undefined && copyOf !== undefined) throw new Refusal(422, mappingMessages.build.two_origins());
  const start = preset === undefined ? [] : rulesOfPreset(registry, preset);
  return db.transaction(async (tx) => {
    const copied = copyOf === undefined ? null : await currentRules(tx, await findMapping(tx, caller, copyOf));
    return insertMapping(tx, caller, name, copied ? withNewIds(copied) : start);
  });
}
