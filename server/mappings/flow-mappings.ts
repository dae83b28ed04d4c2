import { and, eq, inArray } from 'drizzle-orm';
import { mappingsOf } from '#flows/mappings-of.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import type { Caller } from '../auth/caller.ts';
import type { Transaction } from '../db/database.ts';
import { mapping } from '../db/schema/index.ts';
import type { FlowMappings } from '../flows/flow-file.ts';
import { withNewIds } from './create-mapping.ts';
import { currentRules, type Db, type Scope } from './mapping-rows.ts';
import { isUuid, settingsNaming } from './named-mappings.ts';
import { insertMapping, insertRevision } from './write-mapping.ts';

const LONGEST_NAME = 120;

/** The mapping tables that a flow names, as they are now, for its file. Ids that name nothing here are left out. */
export async function readFlowMappings(
  db: Db,
  registry: Registry,
  { workspaceId }: Scope,
  flow: FlowDefinition,
): Promise<FlowMappings> {
  const ids = mappingsOf(flow, registry).filter(isUuid);
  if (ids.length === 0) return {};
  const here = and(eq(mapping.workspaceId, workspaceId), inArray(mapping.id, ids));
  const rows = await db.select().from(mapping).where(here);
  const read: Record<string, FlowMappings[string]> = {};
  for (const row of rows) read[row.id] = { name: row.name, rules: [...(await currentRules(db, row))] };
  return read;
}

/** "Ventes", or "Ventes (2)" where the name is taken. */
function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted.slice(0, LONGEST_NAME);
  for (let number = 2; taken.has(name); number += 1) {
    const end = ` (${number})`;
    name = `${wanted.slice(0, LONGEST_NAME - end.length)}${end}`;
  }
  return name;
}

function withIds(registry: Registry, flow: FlowDefinition, ids: ReadonlyMap<string, string>): FlowDefinition {
  const nodes = Object.entries(flow.nodes).map(([name, node]) => {
    const named = settingsNaming(registry, node).map((setting) => {
      const id = node.config[setting];
      return [setting, (typeof id === 'string' ? ids.get(id) : undefined) ?? id] as const;
    });
    return [name, { ...node, config: { ...node.config, ...Object.fromEntries(named) } }] as const;
  });
  return { ...flow, nodes: Object.fromEntries(nodes) };
}

/**
 * The same for a flow that is run from its file over and over: tables of the same name are the same tables, and get what
 * the file says as their next revision.
 */
export async function adoptMappings(
  tx: Transaction,
  registry: Registry,
  caller: Caller,
  flow: FlowDefinition,
  mappings: FlowMappings,
): Promise<FlowDefinition> {
  const made = new Map<string, string>();
  for (const id of mappingsOf(flow, registry)) {
    const carried = mappings[id];
    if (!carried) continue;
    const isKnown = and(eq(mapping.workspaceId, caller.workspaceId), eq(mapping.name, carried.name));
    const [known] = await tx.select().from(mapping).where(isKnown).for('update');
    if (known) await insertRevision(tx, caller, known, carried.rules);
    made.set(id, known?.id ?? (await insertMapping(tx, caller, carried.name, carried.rules)));
  }
  return made.size === 0 ? flow : withIds(registry, flow, made);
}

/**
 * Makes the mapping tables that came with a flow, in the caller's transaction: under their name, or one like it where it
 * is taken. Tables that the workspace has itself (the file comes from here) are left as they are.
 *
 * @returns the flow, naming what was made
 */
export async function restoreMappings(
  tx: Transaction,
  registry: Registry,
  caller: Caller,
  flow: FlowDefinition,
  mappings: FlowMappings,
): Promise<FlowDefinition> {
  const rows = await tx.select().from(mapping).where(eq(mapping.workspaceId, caller.workspaceId));
  const own = new Set(rows.flatMap((row) => (row.archivedAt === null ? [row.id] : [])));
  const taken = new Set(rows.map(({ name }) => name));
  const made = new Map<string, string>();
  for (const id of mappingsOf(flow, registry)) {
    const carried = mappings[id];
    if (!carried || own.has(id)) continue;
    const name = freeName(carried.name, taken);
    taken.add(name);
    made.set(id, await insertMapping(tx, caller, name, withNewIds(carried.rules)));
  }
  return made.size === 0 ? flow : withIds(registry, flow, made);
}
