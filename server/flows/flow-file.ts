import { z } from 'zod';
import { prettyCanonicalJson } from '#schemas/canonical-json.ts';
import { type FlowDefinition, flowDefinitionSchema } from '#schemas/flow.ts';
import { MOST_RULES, mappingRuleSchema } from '#schemas/mapping/rule.ts';
import type { Message } from '#schemas/messages.ts';
import { describeIssues } from '../http/describe-issues.ts';
import { refuseUnusable } from '../http/read-json.ts';
import { Refusal } from '../http/refusal.ts';
import { flowFileMessages } from './flow-file-messages.ts';
import { describeJsonFault } from './json-fault.ts';

const { build } = flowFileMessages;
const FORMAT = 'passerelle.flow/1';

/** Mapping tables that come with a flow, by the ids under which its nodes name them. */
const flowMappingsSchema = z.record(
  z.uuid(),
  z.object({ name: z.string().trim().min(1).max(120), rules: z.array(mappingRuleSchema).max(MOST_RULES) }),
);
export type FlowMappings = Readonly<z.infer<typeof flowMappingsSchema>>;

/** A flow file as it is read. */
export interface FlowBundle {
  readonly flow: FlowDefinition;
  readonly mappings: FlowMappings;
}

/**
 * A flow as a file, with the mapping tables that it names: the same flow gives the same bytes, whatever order its parts
 * were made in, so that two files can be compared line by line and kept under version control.
 */
export function writeFlowFile(flow: FlowDefinition, mappings: FlowMappings = {}): string {
  return prettyCanonicalJson(Object.keys(mappings).length === 0 ? flow : { ...flow, mappings });
}

/** A name that every file system takes: "Clôture d’octobre" → "cloture-d-octobre.v3.json". */
export function fileNameOf(name: string, version: number | undefined): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const stem = plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '') || 'flow';
  return `${stem}${version === undefined ? '' : `.v${version}`}.json`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Refusal(422, build.not_json({ place: describeJsonFault(text, error) }));
  }
  if (!isRecord(value)) throw new Refusal(422, build.not_a_flow());
  refuseUnusable(value);
  return value;
}

function checkFormat({ format }: Readonly<Record<string, unknown>>): void {
  if (format === FORMAT) return;
  if (typeof format !== 'string') throw new Refusal(422, build.not_a_flow('format'));
  // What a text from outside says is shown, but not at any length.
  const shown = { format: format.slice(0, 60), known: FORMAT };
  const isNewer = /^passerelle\.flow\/\d+$/.test(format);
  throw new Refusal(422, isNewer ? build.newer_format(shown, 'format') : build.other_format(shown, 'format'));
}

/** Paths of what the schema let fall: a field that a flow does not have. Settings are checked by their node types. */
function findDropped(given: unknown, kept: unknown, path: string): string[] {
  if (Array.isArray(given) && Array.isArray(kept)) {
    return given.flatMap((item, index) => findDropped(item, kept[index], `${path}[${index}]`));
  }
  if (!isRecord(given) || !isRecord(kept)) return [];
  return Object.keys(given).flatMap((name) => {
    const inside = path === '' ? name : `${path}.${name}`;
    return Object.hasOwn(kept, name) ? findDropped(given[name], kept[name], inside) : [inside];
  });
}

function refuseWith(problems: readonly Message[]): never {
  throw new Refusal(422, build.unusable({ count: String(problems.length) }), problems);
}

/**
 * Reads a flow file. Nothing in it is dropped in silence: a field that this installation does not know is a problem, and
 * so is a format that is newer than its own.
 *
 * @throws Refusal 422 with everything that is wrong and where
 */
export function readFlowBundle(text: string): FlowBundle {
  const value = parse(text.replace(/^\uFEFF/, ''));
  checkFormat(value);
  const { mappings: given = {}, ...rest } = value;
  const parsed = flowDefinitionSchema.safeParse(rest);
  const tables = flowMappingsSchema.safeParse(given);
  if (!parsed.success || !tables.success) {
    return refuseWith([
      ...(parsed.error ? describeIssues(parsed.error, 'flow') : []),
      ...(tables.error ? describeIssues(tables.error, 'mappings') : []),
    ]);
  }
  const dropped = [...findDropped(rest, parsed.data, ''), ...findDropped(given, tables.data, 'mappings')];
  if (dropped.length > 0) return refuseWith(dropped.map((field) => build.unknown_field({ field }, field)));
  return { flow: parsed.data, mappings: tables.data };
}

/** The flow of a flow file, for whoever has no use for the mapping tables that come with it. */
export function readFlowFile(text: string): FlowDefinition {
  return readFlowBundle(text).flow;
}
