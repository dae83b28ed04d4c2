import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { entryTotal, type JournalEntryData, journalEntry } from '#schemas/documents/journal-entry.ts';
import { formatAmount } from '#schemas/money.ts';
import type { Database } from '../../db/database.ts';
import {
  connection,
  document,
  file,
  fileChunk,
  flow,
  flowDraft,
  flowVersion,
  outcome,
  review,
  run,
  runStage,
  runStep,
  stepLog,
} from '../../db/schema/index.ts';
import { createVault } from '../../vault/vault.ts';
import { acmeFlow } from './acme.ts';

export interface SeededRun {
  readonly connectionId: string;
  readonly flowId: string;
  readonly runId: string;
  readonly sales: readonly string[];
  readonly entries: readonly string[];
  readonly fileId: string;
}

function entryData(number: number): JournalEntryData {
  const amount = `${100 + number}.10`;
  const line = { auxiliaryAccount: null, vat: null, currencyAmount: null, dueDate: null, rule: 'r' };
  const lineage = (id: string, signed: string) => [{ part: 'total' as const, id, amount: signed }];
  const id = String(number);
  return {
    id,
    journal: 'VT',
    journalName: 'Ventes',
    date: '2026-10-31',
    documentDate: '2026-10-31',
    pieceNumber: `VT-${number}`,
    reference: id,
    label: `Order ${number}`,
    currency: 'EUR',
    source: { system: 'acme', documentKind: 'sale', id, number: id, url: null },
    partyName: null,
    lines: [
      {
        ...line,
        account: '411',
        label: 'c',
        debit: amount,
        credit: '0.00',
        role: 'receivable',
        lineage: lineage(id, amount),
      },
      {
        ...line,
        account: '707',
        label: 's',
        debit: '0.00',
        credit: amount,
        role: 'revenue',
        lineage: lineage(id, `-${amount}`),
      },
    ],
  };
}

async function seedFlow(db: Database, workspaceId: string) {
  const [connectionId, flowId] = [uuidv7(), uuidv7()];
  const sealedSecrets = createVault(Buffer.alloc(32, 7)).seal({ key: 'seeded-key' }, { workspaceId, connectionId });
  const fields = { url: 'https://acme.example/' };
  const row = { id: connectionId, workspaceId, type: 'acme', name: 'Acme', fields, sealedSecrets, secretsSet: ['key'] };
  await db.insert(connection).values(row);
  await db.insert(flow).values({ id: flowId, workspaceId, name: 'Seeded', bindings: { shop: connectionId } });
  await db.insert(flowDraft).values({ flowId, definition: acmeFlow() });
  await db.insert(flowVersion).values({ flowId, number: 1, definition: acmeFlow(), hash: 'seeded' });
  await db.update(flow).set({ publishedVersion: 1 }).where(eq(flow.id, flowId));
  return { connectionId, flowId };
}

async function seedDocuments(db: Database, runId: string, count: number) {
  const [sales, entries]: [string[], string[]] = [[], []];
  for (let number = 1; number <= count; number += 1) {
    const [sale, made] = [uuidv7(), uuidv7()];
    const common = { runId, rootId: sale, label: `Order ${number}`, number: String(number), party: `Client ${number}` };
    await db.insert(document).values([
      {
        ...common,
        id: sale,
        nodeId: 'sales',
        key: `s${number}`,
        kind: 'sales-document',
        total: `${100 + number}.100000`,
        body: { number },
        hash: 'h',
      },
      {
        ...common,
        id: made,
        nodeId: 'entries',
        key: `e${number}`,
        kind: 'journal-entry',
        sortKey: `2026-10-31 VT`,
        total: formatAmount(entryTotal(journalEntry(entryData(number)))),
        body: journalEntry(entryData(number)),
        hash: createHash('sha256').update(String(number)).digest('hex'),
      },
    ]);
    sales.push(sale);
    entries.push(made);
  }
  return { sales, entries };
}

async function seedFile(db: Database, workspaceId: string, runId: string, chunks: readonly string[]): Promise<string> {
  const bytes = chunks.map((chunk) => Buffer.from(chunk, 'latin1'));
  const size = Buffer.concat(bytes).length;
  const named = { name: 'Écritures "VT" 10%.txt', mediaType: 'text/plain', charset: 'windows-1252' };
  const sha256 = createHash('sha256').update(Buffer.concat(bytes)).digest('hex');
  const row = {
    workspaceId,
    runId,
    nodeId: 'text',
    fileKey: '2026',
    status: 'complete' as const,
    size,
    sha256,
    ...named,
  };
  const [written] = await db.insert(file).values(row).returning({ id: file.id });
  const id = written?.id ?? '';
  // Written backwards: the order must come from the position.
  for (const [position, chunk] of [...bytes.entries()].reverse())
    await db.insert(fileChunk).values({ fileId: id, position, bytes: chunk });
  return id;
}

/** A run parked for review, as the engine leaves it, with one held sale among `count`. */
export async function seedRun(db: Database, workspaceId: string, count = 3): Promise<SeededRun> {
  const { connectionId, flowId } = await seedFlow(db, workspaceId);
  const runId = uuidv7();
  const order = { trigger: 'manual' as const, mode: 'live' as const, bindings: { shop: connectionId } };
  await db
    .insert(run)
    .values({ id: runId, workspaceId, flowId, version: 1, status: 'in-review', startedAt: new Date(), ...order });
  await db.insert(runStage).values([
    { runId, stage: 0, status: 'done' },
    { runId, stage: 1, status: 'parked' },
    { runId, stage: 2 },
  ]);
  const step = { runId, nodeVersion: 1 };
  await db.insert(runStep).values([
    { ...step, nodeId: 'sales', position: 0, stage: 0, nodeType: 'acme-sales', kind: 'source', emitted: count },
    { ...step, nodeId: 'entries', position: 1, stage: 0, nodeType: 'to-entries', kind: 'map' },
    { ...step, nodeId: 'look', position: 2, stage: 1, nodeType: 'look', kind: 'review', status: 'parked' },
  ]);
  const { sales, entries } = await seedDocuments(db, runId, count);
  const message = { code: 'acme.odd', params: {}, text: 'Odd', remedy: null, field: null };
  const [first = ''] = sales;
  await db.insert(outcome).values({ documentId: first, runId, outcome: 'held', code: message.code, message });
  const line = { runId, nodeId: 'entries', at: new Date(), message };
  await db.insert(stepLog).values([
    { ...line, level: 'warning', documentId: first },
    { ...line, level: 'info' },
  ]);
  await db.insert(review).values({ runId, nodeId: 'look' });
  const fileId = await seedFile(db, workspaceId, runId, ['première;', '1\r\n', 'fin']);
  return { connectionId, flowId, runId, sales, entries, fileId };
}
