import { eq } from 'drizzle-orm';
import { compareFlows } from '#flows/diff/compare-flows.ts';
import { loadRegistry } from '#nodes/kit/registry.ts';
import { canonicalJson } from '#schemas/canonical-json.ts';
import type { FieldChange, FlowDiff, NodeChange, NodeFacts } from '#schemas/flow-diff.ts';
import { loadConfig } from '../config.ts';
import { flow } from '../db/schema/index.ts';
import { readExported } from '../flows/compare-versions.ts';
import { type FlowBundle, writeFlowFile } from '../flows/flow-file.ts';
import { flowRefusals } from '../flows/flow-refusals.ts';
import { readFlowMappings } from '../mappings/flow-mappings.ts';
import { openServices } from '../services.ts';
import { loadTemplates } from '../templates/load-templates.ts';
import { parseVersion, readBundle } from './read-input.ts';
import { EXIT } from './run-command.ts';
import { UsageError } from './usage-error.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A flow of the installation, by its id: whoever may run commands here may read its database. */
async function readStored(id: string, version: number | undefined): Promise<FlowBundle> {
  const config = await loadConfig();
  const services = await openServices({ config, clusterFolder: `${config.dataFolder}/postgres`, logLevel: 'silent' });
  try {
    const { db } = services.database;
    const [found] = await db.select({ workspaceId: flow.workspaceId }).from(flow).where(eq(flow.id, id));
    if (!found) throw new UsageError([flowRefusals.build.missing()]);
    const { registry } = services;
    const stored = await readExported({ db, registry }, found, id, version ?? 'draft');
    return { flow: stored, mappings: await readFlowMappings(db, registry, found, stored) };
  } finally {
    await services.close();
  }
}

async function readAny(
  name: string,
  options: { readonly settings?: string; readonly flowVersion?: string } = {},
): Promise<FlowBundle> {
  if (UUID.test(name)) return readStored(name, parseVersion(options.flowVersion));
  return readBundle(name, options.settings, await loadTemplates(await loadRegistry()));
}

/** Prints a flow as a flow file: a template with its settings, a file put in order, or a flow of the installation. */
export async function exportCommand(
  name: string,
  options: { readonly settings?: string; readonly flowVersion?: string },
): Promise<void> {
  const { flow: definition, mappings } = await readAny(name, options);
  process.stdout.write(writeFlowFile(definition, mappings));
}

function shown(value: unknown): string {
  return value === undefined ? '(default)' : canonicalJson(value);
}

function describeField({ path, row, before, after }: FieldChange, owner: string): string {
  const at = row === null ? path : `${path} [${row}]`;
  return `~ ${owner}${at}: ${shown(before)} -> ${shown(after)}`;
}

function describeFacts(node: string, before: NodeFacts, after: NodeFacts): string[] {
  const names = ['type', 'version', 'title', 'connection'] as const;
  return names
    .filter((name) => before[name] !== after[name])
    .map((name) => `~ ${node}: ${name} ${shown(before[name])} -> ${shown(after[name])}`);
}

function describeNode({ node, change, before, after, settings }: NodeChange): string[] {
  if (change === 'added') return [`+ ${node} (${after?.type})`];
  if (change === 'removed') return [`- ${node} (${before?.type})`];
  const facts = before && after ? describeFacts(node, before, after) : [];
  return [...facts, ...settings.map((setting) => describeField(setting, `${node}: `))];
}

function describeDiff(diff: FlowDiff): string[] {
  const sign = { added: '+', removed: '-' } as const;
  return [
    ...diff.flow.map((change) => describeField(change, '')),
    ...diff.slots.map(({ slot, before, after }) => `~ connection ${slot}: ${before ?? 'none'} -> ${after ?? 'none'}`),
    ...diff.nodes.flatMap(describeNode),
    ...diff.edges.map(({ from, to, change }) => `${sign[change]} ${from.node}.${from.port} -> ${to.node}.${to.port}`),
  ];
}

/**
 * Prints what sets two flows apart, a line each, as tools expect it of a comparison.
 *
 * @returns exit code 0 when both do the same, 1 when they do not
 */
export async function diffCommand(before: string, after: string): Promise<number> {
  const registry = await loadRegistry();
  const diff = compareFlows((await readAny(before)).flow, (await readAny(after)).flow, registry);
  for (const line of describeDiff(diff)) process.stdout.write(`${line}\n`);
  return diff.isSame ? EXIT.done : EXIT.heldOrFailed;
}
