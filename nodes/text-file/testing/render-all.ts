import type { RunFacts, StepLog } from '#nodes/kit/context.ts';
import type { Json, RenderPage } from '#nodes/kit/node-type.ts';
import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import type { Message } from '#schemas/messages.ts';
import type { Config } from '../config.ts';
import { append, close, open } from '../render.ts';
import { envelopes } from './sample-entries.ts';

export interface Rendered {
  readonly files: readonly { readonly name: string; readonly charset: string | null; readonly bytes: Buffer }[];
  readonly held: RenderPage['held'];
  readonly placed: RenderPage['placed'];
  readonly warnings: readonly Message[];
  readonly states: readonly Json[];
}

export function sampleConfig(config: Partial<Config> = {}): Config {
  return {
    preset: 'fec',
    grain: 'document',
    encoding: '',
    onUnmappable: '',
    fileName: '',
    siren: '123456789',
    company: 'Épicerie Dupont',
    fiscalYearEnd: '12-31',
    validated: true,
    bookYear: '1',
    custom: {},
    ...config,
  };
}

const RUN: RunFacts = {
  runId: 'run-1',
  flowName: 'Shop to books',
  zone: 'Europe/Paris',
  period: { from: '2026-10-01', to: '2026-10-31' },
  dryRun: false,
};

/** Does what the engine does: open, one append for each page with the state kept as JSON in between, close. */
export function renderAll(
  entries: readonly JournalEntry[],
  config: Partial<Config> = {},
  { pageSize = 2, run = {} as Partial<RunFacts> } = {},
): Rendered {
  const warnings: Message[] = [];
  const log: StepLog = {
    debug: () => undefined,
    info: () => undefined,
    warning: (message) => warnings.push(message),
    error: (message) => warnings.push(message),
  };
  const startedAt = new Date('2026-11-03T22:59:00Z');
  const context = { config: sampleConfig(config), run: { ...RUN, ...run }, log, startedAt };
  const chunks: { file: string; bytes: Uint8Array }[] = [];
  const held: RenderPage['held'][number][] = [];
  const placed: RenderPage['placed'][number][] = [];
  let state = open(context);
  const states: Json[] = [];
  for (let start = 0; start < entries.length; start += pageSize) {
    const page = append(context, state, envelopes(entries.slice(start, start + pageSize)));
    state = JSON.parse(JSON.stringify(page.state)) as Json;
    states.push(state);
    chunks.push(...page.writes);
    held.push(...page.held);
    placed.push(...page.placed);
  }
  const end = close(context, state);
  chunks.push(...end.writes);
  const files = end.files.map(({ file, name, charset }) => ({
    name,
    charset,
    bytes: Buffer.concat(chunks.filter((chunk) => chunk.file === file).map((chunk) => chunk.bytes)),
  }));
  return { files, held, placed, warnings, states };
}
