import { createConfigAjv } from '#nodes/kit/config.ts';
import type { MapContext } from '#nodes/kit/context.ts';
import type { MapResult } from '#nodes/kit/node-type.ts';
import type { EntryLine, JournalEntry } from '#schemas/documents/journal-entry.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import type { Message } from '#schemas/messages.ts';
import { mapDocuments } from '../map-documents.ts';
import { type Settings, settingsSchema } from '../settings.ts';

const validate = createConfigAjv().compile<Settings>(settingsSchema);

/** Settings with the schema's own defaults filled in, as the engine hands them over. */
export function settings(config: object = {}): Settings {
  const filled: unknown = structuredClone(config);
  if (!validate(filled)) throw new Error(JSON.stringify(validate.errors));
  return filled;
}

export function context(config: object, warnings: Message[] = []): MapContext<Settings> {
  const ignore = () => undefined;
  return {
    config: settings(config),
    run: { runId: 'r', flowName: 'f', zone: 'Europe/Brussels', period: null, dryRun: true },
    log: { debug: ignore, info: ignore, error: ignore, warning: (message) => warnings.push(message) },
    startedAt: new Date('2026-11-01T00:00:00Z'),
  };
}

export function mapOne(document: SalesDocument, config: object = {}, warnings: Message[] = []): MapResult {
  const [result] = mapDocuments(context(config, warnings), [{ key: 'doc', kind: 'sales-document', body: document }]);
  if (!result) throw new Error('no result');
  return result;
}

/** The entries of a document that must be bookable. */
export function entriesOf(document: SalesDocument, config: object = {}): JournalEntry[] {
  const result = mapOne(document, config);
  if (!('emit' in result)) throw new Error(`not emitted: ${JSON.stringify(result)}`);
  return result.emit.map(({ body }) => body as JournalEntry);
}

export function entryOf(document: SalesDocument, config: object = {}): JournalEntry {
  const [entry] = entriesOf(document, config);
  if (!entry) throw new Error('no entry');
  return entry;
}

/** The problem that holds a document; undefined when it is not held. */
export function holdOf(document: SalesDocument, config: object = {}): Message | undefined {
  const result = mapOne(document, config);
  return 'hold' in result ? result.hold : undefined;
}

function shown({ account, debit, credit }: EntryLine): string {
  return debit === '0.00' ? `${account} C ${credit}` : `${account} D ${debit}`;
}

/** An entry as accountants jot it down: "411000 D 145.65". */
export function jotted(entry: JournalEntry): string[] {
  return entry.lines.map(shown);
}

/** The line on an account, for tests that look closer. */
export function lineOn(entry: JournalEntry, account: string): EntryLine {
  const found = entry.lines.find((candidate) => candidate.account === account);
  if (!found) throw new Error(`no line on ${account} among ${jotted(entry).join(', ')}`);
  return found;
}
