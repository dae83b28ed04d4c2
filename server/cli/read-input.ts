import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { validateFlow } from '#flows/validate.ts';
import { findConfigProblems } from '#nodes/kit/config.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import { PasserelleError } from '#schemas/errors.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import type { Message } from '#schemas/messages.ts';
import { type Period, periodSchema } from '#schemas/period.ts';
import { type FlowBundle, readFlowBundle } from '../flows/flow-file.ts';
import { describeJsonFault } from '../flows/json-fault.ts';
import { Refusal } from '../http/refusal.ts';
import type { Template } from '../templates/load-templates.ts';
import { findTemplate, instantiate } from '../templates/templates.ts';
import { cliMessages } from './messages.ts';
import { UsageError } from './usage-error.ts';

const { build } = cliMessages;

/** Paths are meant from where the user stands; npm runs scripts in the project's folder and keeps that place apart. */
export function fromCaller(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}

async function readText(path: string): Promise<string> {
  return readFile(fromCaller(path), 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError([build.file_unreadable({ file: path, detail: error.code ?? String(error) })]);
  });
}

export async function readJsonObject(path: string, expected: string): Promise<Record<string, unknown>> {
  const text = await readText(path);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError([build.not_json({ file: path, detail: describeJsonFault(text, error) })]);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new UsageError([build.not_an_object({ file: path, expected })]);
}

export function parsePeriod(text: string | undefined): Period | null {
  if (text === undefined) return null;
  const [from, to, rest] = text.split('..');
  const parsed = periodSchema.safeParse({ from, to });
  if (!parsed.success || rest !== undefined) throw new UsageError([build.bad_period({ period: text })]);
  return parsed.data;
}

/** The number of a version of a flow; undefined for the draft. */
export function parseVersion(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number.parseInt(text, 10);
  throw new UsageError([build.bad_version({ version: text })]);
}

async function readFrom(file: string): Promise<FlowBundle> {
  const text = await readText(file);
  try {
    return readFlowBundle(text);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const problems = error.problems.length > 0 ? error.problems : [error.detail];
    const inWords = ({ text: words, remedy }: Message) => (remedy === null ? words : `${words} ${remedy}`);
    throw new UsageError(problems.map((problem) => build.bad_flow({ file, detail: inWords(problem) })));
  }
}

function fromTemplate(template: Template, settings: Record<string, unknown>): FlowDefinition {
  try {
    return instantiate(template, settings);
  } catch (error) {
    if (error instanceof PasserelleError) throw new UsageError([error.detail]);
    throw error;
  }
}

/**
 * A flow as it is written down: a file when the name ends in ".json", else a template with its settings.
 *
 * @throws UsageError listing all that is wrong with its form
 */
export async function readBundle(
  name: string,
  settingsFile: string | undefined,
  templates: readonly Template[],
): Promise<FlowBundle> {
  const isFile = name.endsWith('.json');
  if (isFile && settingsFile !== undefined) throw new UsageError([build.settings_need_template()]);
  const settings = settingsFile === undefined ? {} : await readJsonObject(settingsFile, 'setting → value');
  return isFile ? readFrom(name) : { flow: fromTemplate(knownTemplate(templates, name), settings), mappings: {} };
}

/**
 * The flow to run: the same, and it can run here.
 *
 * @throws UsageError listing all that is wrong with it
 */
export async function readFlow(
  name: string,
  settingsFile: string | undefined,
  templates: readonly Template[],
  registry: Registry,
): Promise<FlowBundle> {
  const bundle = await readBundle(name, settingsFile, templates);
  const problems = validateFlow(bundle.flow, registry);
  if (problems.length > 0) throw new UsageError(problems.map(({ message }) => message));
  return bundle;
}

function knownTemplate(templates: readonly Template[], id: string): Template {
  try {
    return findTemplate(templates, id);
  } catch (error) {
    if (error instanceof PasserelleError) throw new UsageError([error.detail]);
    throw error;
  }
}

export interface ConnectionInput {
  readonly type: string;
  readonly fields: Record<string, unknown>;
}

const slotSchema = z.looseObject({ type: z.string() });

function readSlot(flow: FlowDefinition, slot: string, given: unknown, registry: Registry) {
  const wanted = flow.connections[slot]?.type ?? '';
  const parsed = slotSchema.safeParse(given);
  if (!parsed.success) return { problems: [build.missing_slot({ slot, type: wanted })] };
  const { type, ...fields } = parsed.data;
  if (type !== wanted) return { problems: [build.wrong_slot_type({ slot, wanted, given: type })] };
  const connectionType = registry.connectionTypes.get(type);
  if (!connectionType) return { problems: [build.missing_slot({ slot, type: wanted })] };
  const checked = findConfigProblems(connectionType, fields);
  const input = { type, fields: checked.config as Record<string, unknown> };
  return { problems: checked.problems, input };
}

/**
 * The connections file: slot → {type, fields…}.
 *
 * @throws UsageError for a slot that is missing, unknown, of another type, or with wrong fields
 */
export async function readConnections(
  file: string | undefined,
  flow: FlowDefinition,
  registry: Registry,
): Promise<Record<string, ConnectionInput>> {
  const given = file === undefined ? {} : await readJsonObject(file, 'slot → connection');
  const slots = Object.keys(flow.connections);
  const unknown = Object.keys(given).filter((slot) => !slots.includes(slot));
  const problems = unknown.map((slot) => build.unknown_slot({ slot, present: slots.join(', ') || '–' }));
  const inputs: Record<string, ConnectionInput> = {};
  for (const slot of slots) {
    const read = readSlot(flow, slot, given[slot], registry);
    problems.push(...read.problems);
    if (read.input) inputs[slot] = read.input;
  }
  if (problems.length > 0) throw new UsageError(problems);
  return inputs;
}
