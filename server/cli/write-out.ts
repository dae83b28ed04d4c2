import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { and, asc, eq, sql } from 'drizzle-orm';
import { canonicalJson } from '#schemas/canonical-json.ts';
import type { Message } from '#schemas/messages.ts';
import type { Database } from '../db/database.ts';
import { unpackJson } from '../db/packed-json.ts';
import { file, run, runStep } from '../db/schema/index.ts';
import { fileChunks, fileDocument } from '../jobs/complete-file.ts';
import { countRun } from '../runs/count-outcomes.ts';

const PAGE = 500;

interface Row extends Record<string, unknown> {
  readonly seq: string;
  readonly key: string;
  readonly kind: string;
  readonly label: string;
  readonly body: Record<string, unknown> | null;
  readonly outcome: string | null;
  readonly message: Message | null;
}

function unpackBody(packed: Buffer): Record<string, unknown> {
  return unpackJson(packed) as Record<string, unknown>;
}

/** Rows of a run page by page, so that a run of any size is written in flat memory. */
async function* pages(db: Database, runId: string, which: 'sources' | 'entries'): AsyncGenerator<Row> {
  const condition = which === 'sources' ? sql`d.root_id = d.id` : sql`d.kind = 'journal-entry'`;
  for (let after = '0'; ; ) {
    const rows = await db.execute<Row & { readonly packed: Buffer | null }>(sql`
      select d.seq, d.key, d.kind, d.label, d.body, p.body as packed, o.outcome, o.message
      from document d left join outcome o on o.document_id = d.id left join payload p on p.document_id = d.id
      where d.run_id = ${runId} and ${condition} and d.seq > ${after}::bigint
      order by d.seq limit ${PAGE}`);
    for (const { packed, ...row } of rows) yield { ...row, body: row.body ?? (packed ? unpackBody(packed) : null) };
    const last = rows.at(-1);
    if (!last) return;
    after = last.seq;
  }
}

/** @param ended why the run ended early: the reason of every document that it did not get to */
function documentLine(row: Row, ended: Message | null): unknown {
  const message = row.message ?? (row.outcome === null ? ended : null);
  return {
    ...row.body,
    key: row.key,
    documentKind: row.kind,
    label: row.label,
    outcome: row.outcome ?? 'pending',
    reason: message?.text ?? null,
    cause: message?.code ?? null,
    remedy: message?.remedy ?? null,
    field: message?.field ?? null,
  };
}

async function* lines(rows: AsyncGenerator<Row>, toLine: (row: Row) => unknown): AsyncGenerator<string> {
  for await (const row of rows) yield `${canonicalJson(toLine(row))}\n`;
}

async function describeRun(db: Database, runId: string): Promise<object> {
  const [row] = await db.select().from(run).where(eq(run.id, runId));
  const steps = await db.select().from(runStep).where(eq(runStep.runId, runId)).orderBy(asc(runStep.position));
  const files = await db
    .select()
    .from(file)
    .where(and(eq(file.runId, runId), eq(file.status, 'complete')))
    .orderBy(asc(file.name));
  const milliseconds = (from: Date | null, to: Date | null) => (from && to ? to.getTime() - from.getTime() : null);
  return {
    runId,
    status: row?.status,
    mode: row?.mode,
    period: row?.periodFrom ? { from: row.periodFrom, to: row.periodTo } : null,
    counts: await countRun(db, runId),
    problem: row?.problem ?? null,
    startedAt: row?.startedAt ?? null,
    finishedAt: row?.finishedAt ?? null,
    durationMs: milliseconds(row?.startedAt ?? null, row?.finishedAt ?? null),
    steps: steps.map((step) => ({
      node: step.nodeId,
      type: step.nodeType,
      version: step.nodeVersion,
      status: step.status,
      received: step.received,
      emitted: step.emitted,
      startedAt: step.startedAt,
      finishedAt: step.finishedAt,
      durationMs: milliseconds(step.startedAt, step.finishedAt),
    })),
    files: files.map(fileDocument),
  };
}

/** Writes what a run left: run.json, documents.ndjson, entries.ndjson and the files as rendered. */
export async function writeOut(db: Database, runId: string, folder: string): Promise<void> {
  const filesFolder = join(folder, 'files');
  await mkdir(filesFolder, { recursive: true });
  await writeFile(join(folder, 'run.json'), `${JSON.stringify(await describeRun(db, runId), null, 2)}\n`);
  const [row] = await db.select({ problem: run.problem }).from(run).where(eq(run.id, runId));
  const ended = row?.problem ?? null;
  await pipeline(
    Readable.from(lines(pages(db, runId, 'sources'), (source) => documentLine(source, ended))),
    createWriteStream(join(folder, 'documents.ndjson')),
  );
  await pipeline(
    Readable.from(lines(pages(db, runId, 'entries'), (row) => row.body)),
    createWriteStream(join(folder, 'entries.ndjson')),
  );
  const files = await db
    .select()
    .from(file)
    .where(and(eq(file.runId, runId), eq(file.status, 'complete')));
  for (const { id, name } of files) {
    // The name was cleaned when it was rendered; a separator in it would still leave the folder.
    const path = join(filesFolder, name.replaceAll(/[/\\]/g, '_'));
    await pipeline(Readable.from(fileChunks(db, id)), createWriteStream(path));
  }
}
