import type { RenderContext } from '#nodes/kit/context.ts';
import type { Envelope, FileWrite, Json, RenderedFile, RenderPage } from '#nodes/kit/node-type.ts';
import { type ClosedSum, Sums } from '#nodes/kit/summary/sums.ts';
import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import { HoldError } from '#schemas/errors.ts';
import { closingDate } from '#schemas/fiscal-year.ts';
import type { Message } from '#schemas/messages.ts';
import { dayIn } from '#schemas/period.ts';
import { byteOrderMark, ianaName } from './charset.ts';
import { type CompiledFormat, compileFormat } from './compile-format.ts';
import { type Config, NO_SIREN } from './config.ts';
import type { FormatDefinition } from './definition.ts';
import type { ViewSettings } from './entry-view.ts';
import { checkFileNamePattern, distinctNames, fileName } from './file-name.ts';
import { messages } from './messages.ts';
import type { View } from './paths.ts';
import { ReplacedCharacters } from './replaced-characters.ts';
import { resolveFormat } from './resolve-format.ts';
import { countEntry, type FileState, newFile, parseState, type RenderState } from './state.ts';
import { writeEntry } from './write-entry.ts';

type Context = RenderContext<Config>;

/** Refuses settings that could not make a file, before anything is read. */
export function open({ config, log }: Context): Json {
  const format = resolveFormat(config);
  compileFormat(format);
  checkFileNamePattern(format.fileName);
  if (format.fileName.includes('{siren}') && config.siren === NO_SIREN) {
    log.warning(messages.build.siren_missing('siren'));
  }
  return { files: [], sums: [] };
}

function settingsOf({ config }: Context, { format }: CompiledFormat): ViewSettings {
  const { fiscalYearEnd, validated } = config;
  return { chart: format.chart, fiscalYearEnd, validated };
}

/** The key under which an entry's file is kept; entries of one key share a file. */
function fileKey(entry: JournalEntry, format: FormatDefinition, closing: string): string {
  if (format.splitBy === 'fiscal-year') return `year-${closing}`;
  return format.splitBy === 'journal' ? `journal-${entry.journal}` : 'all';
}

function viewFile({ config, run, startedAt }: Context, file: FileState): View<'file'> {
  return {
    siren: config.siren,
    company: config.company,
    bookYear: config.bookYear,
    closingDate: file.closingDate,
    from: run.period?.from ?? '',
    to: run.period?.to ?? '',
    date: dayIn(run.zone, startedAt),
    flow: run.flowName,
    run: run.runId,
    entryCount: String(file.entries),
    lineCount: String(file.lines),
    debit: file.debit,
    credit: file.credit,
  };
}

/** Records of the whole file, such as its first and its last lines. */
function writeFileRecords(
  compiled: CompiledFormat,
  repeat: 'header' | 'footer',
  file: View<'file'>,
  recordsBefore: number,
  place: Parameters<CompiledFormat['records'][number]['write']>[1],
): string[] {
  const written: string[] = [];
  for (const record of compiled.records.filter((candidate) => candidate.repeat === repeat)) {
    const views = { file, record: { inEntry: '', inFile: String(recordsBefore + written.length + 1) } };
    if (record.applies(views)) written.push(record.write(views, place));
  }
  return written;
}

/** Bytes of some records, with the separators that tie them to what stands before. */
function toBytes(records: readonly string[], { format, rules }: CompiledFormat, isStart: boolean): Uint8Array {
  const { recordSeparator, finalSeparator } = format;
  const joined = records.join(recordSeparator);
  const text = finalSeparator ? joined + recordSeparator : (isStart ? '' : recordSeparator) + joined;
  const bytes = rules.charset.encode(text);
  const mark = isStart && format.byteOrderMark ? byteOrderMark(format.encoding) : new Uint8Array();
  return mark.length === 0 ? bytes : Buffer.concat([mark, bytes]);
}

interface Page {
  readonly compiled: CompiledFormat;
  readonly context: Context;
  readonly files: Map<string, FileState>;
  readonly pending: Map<string, { readonly isStart: boolean; readonly records: string[] }>;
  readonly replaced: ReplacedCharacters;
  /** Sums that are being made; null when each document is written by itself. */
  readonly sums: Sums | null;
}

function sumsOf({ config }: Context, { sums }: RenderState): Sums | null {
  return config.grain === 'document' ? null : new Sums(config.grain, sums);
}

/** Writes an entry into its file, or throws and leaves the page as it was. Returns the key of the file. */
function place(entry: JournalEntry, page: Page): string {
  const { compiled, context, files, pending } = page;
  const settings = settingsOf(context, compiled);
  const closing = closingDate(entry.date, settings.fiscalYearEnd);
  const key = fileKey(entry, compiled.format, closing);
  const file = files.get(key) ?? newFile(key, closing, entry);
  const view = viewFile(context, file);
  const replaced: string[] = [];
  const recordPlace = {
    entry: entry.pieceNumber,
    onReplaced: (characters: readonly string[]) => replaced.push(...characters),
  };
  const start = file.entries === 0 ? writeFileRecords(compiled, 'header', view, 0, recordPlace) : [];
  const recordsBefore = file.records + start.length;
  const position = { file: view, number: file.entries + 1, recordsBefore };
  const records = writeEntry(entry, compiled, settings, position, recordPlace.onReplaced);
  const names = file.entries === 0 && compiled.columnNames !== null ? [compiled.columnNames] : [];

  const waiting = pending.get(key) ?? { isStart: file.entries === 0, records: [] };
  waiting.records.push(...start, ...names, ...records);
  pending.set(key, waiting);
  files.set(key, countEntry(file, entry, start.length + records.length));
  page.replaced.add(entry.pieceNumber, replaced);
  return key;
}

/** Writes sums that nothing can come to any more. A format with little room gets the first piece's number alone. */
function placeClosed(closed: readonly ClosedSum[], page: Page): void {
  for (const { entry } of closed) {
    try {
      place(entry, page);
    } catch (error) {
      if (!(error instanceof HoldError)) throw error;
      place({ ...entry, reference: entry.pieceNumber, label: entry.journal } as JournalEntry, page);
    }
  }
}

/** Adds an entry to its sum once it is sure that the format can hold it. Returns the key of the file. */
function placeInSum(entry: JournalEntry, sums: Sums, page: Page): string {
  const { compiled, context, files } = page;
  const settings = settingsOf(context, compiled);
  const closing = closingDate(entry.date, settings.fiscalYearEnd);
  const key = fileKey(entry, compiled.format, closing);
  const view = viewFile(context, files.get(key) ?? newFile(key, closing, entry));
  writeEntry(entry, compiled, settings, { file: view, number: 1, recordsBefore: 0 }, () => undefined);
  placeClosed(sums.closeBefore(entry.date), page);
  if (sums.add(entry, key) !== null) return key;
  throw new HoldError(messages.build.not_paid_out({ entry: entry.pieceNumber }));
}

/** Writes a page of entries; an entry that the format cannot hold is left out whole and takes no number. */
export function append(context: Context, state: Json, batch: readonly Envelope<'journal-entry'>[]): RenderPage {
  const compiled = compileFormat(resolveFormat(context.config));
  const begun = parseState(state);
  const page = newPage(compiled, context, begun);
  const held: { key: string; problem: Message }[] = [];
  const placed: { key: string; file: string }[] = [];
  for (const { key, body } of batch) {
    try {
      placed.push({ key, file: page.sums ? placeInSum(body, page.sums, page) : place(body, page) });
    } catch (error) {
      if (!(error instanceof HoldError)) throw error;
      held.push({ key, problem: error.detail });
    }
  }
  page.replaced.report(context.log, compiled.format.encoding);
  return { state: stateOf(page), writes: writesOf(page), held, placed };
}

function newPage(compiled: CompiledFormat, context: Context, state: RenderState): Page {
  const files = new Map(state.files.map((file) => [file.key, file]));
  return {
    ...{ compiled, context, files, pending: new Map(), replaced: new ReplacedCharacters() },
    sums: sumsOf(context, state),
  };
}

/** As the database will give it back: without what is undefined. */
function stateOf({ files, sums }: Page): Json {
  return JSON.parse(JSON.stringify({ files: [...files.values()], sums: sums?.open ?? [] })) as Json;
}

function writesOf({ pending, compiled }: Page): FileWrite[] {
  return [...pending].map(([file, { isStart, records }]) => ({ file, bytes: toBytes(records, compiled, isStart) }));
}

function nameOf({ config, run, startedAt }: Context, format: FormatDefinition, file: FileState): string {
  const compact = (day: string) => day.replaceAll('-', '');
  return fileName(format.fileName, dayIn(run.zone, startedAt), {
    siren: config.siren,
    company: config.company,
    closingDate: compact(file.closingDate),
    from: compact(run.period?.from ?? file.from),
    to: compact(run.period?.to ?? file.to),
    journal: file.journal ?? '',
    flow: run.flowName,
    run: run.runId,
  });
}

/** Ends the files: their last records, their names. No entry, no file. */
export function close(context: Context, state: Json): { writes: FileWrite[]; files: RenderedFile[] } {
  const compiled = compileFormat(resolveFormat(context.config));
  const { format } = compiled;
  const page = newPage(compiled, context, parseState(state));
  placeClosed(page.sums?.closeAll() ?? [], page);
  const files = [...page.files.values()];
  const names = distinctNames(files.map((file) => nameOf(context, format, file)));
  const { replaced } = page;
  const writes = writesOf(page);
  for (const file of files) {
    if (file.debit !== file.credit) throw new Error(`file ${file.key}: debit ${file.debit}, credit ${file.credit}`);
    const onReplaced = (characters: readonly string[]) => replaced.add('', characters);
    const place = { entry: names[files.indexOf(file)] ?? '', onReplaced };
    const records = writeFileRecords(compiled, 'footer', viewFile(context, file), file.records, place);
    if (records.length > 0) writes.push({ file: file.key, bytes: toBytes(records, compiled, false) });
  }
  replaced.report(context.log, format.encoding);
  const { mediaType } = format;
  const charset = ianaName(format.encoding);
  return {
    writes,
    files: files.map(({ key }, index) => ({ file: key, name: names[index] ?? key, mediaType, charset })),
  };
}
