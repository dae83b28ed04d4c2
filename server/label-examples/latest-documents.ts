import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Envelope } from '#nodes/kit/node-type.ts';
import { documentSchemas } from '#schemas/documents/index.ts';
import { EXAMPLE_CREDIT_NOTE, EXAMPLE_PAYOUT, EXAMPLE_SALE } from '#schemas/example-documents.ts';
import type { Database } from '../db/database.ts';
import { document, payload, run } from '../db/schema/index.ts';

/** Documents are looked for in so many of the flow's latest runs, and among so many of what these read. */
const LATEST_RUNS = 5;
const LATEST_DOCUMENTS = 60;

/** Keys of the made-up documents; those of a source name a system that exists. */
const MADE_UP: readonly Envelope[] = [
  { key: 'made-up:sale', kind: 'sales-document', body: EXAMPLE_SALE },
  { key: 'made-up:credit-note', kind: 'sales-document', body: EXAMPLE_CREDIT_NOTE },
  { key: 'made-up:payout', kind: 'payout', body: EXAMPLE_PAYOUT },
];
export function isMadeUp(key: string): boolean {
  return MADE_UP.some((one) => one.key === key);
}

async function readKept(db: Database, flowId: string): Promise<{ key: string; kind: string; body: unknown }[]> {
  const runs = db
    .select({ id: run.id })
    .from(run)
    .where(eq(run.flowId, flowId))
    .orderBy(desc(run.id))
    .limit(LATEST_RUNS);
  return db
    .select({ key: document.key, kind: document.kind, body: payload.body })
    .from(document)
    .innerJoin(payload, eq(payload.documentId, document.id))
    .where(
      and(
        inArray(document.runId, runs),
        inArray(document.kind, ['sales-document', 'payout']),
        eq(document.isLeftOut, false),
      ),
    )
    .orderBy(desc(document.seq))
    .limit(LATEST_DOCUMENTS);
}

/**
 * The documents that a flow has read last, the newest first, and behind them made-up ones: whoever takes the first that
 * fits gets a document of the flow where there is one.
 *
 * @param flowId of a flow that the caller may see
 */
export async function latestDocuments(db: Database, flowId: string): Promise<Envelope[]> {
  const kept = await readKept(db, flowId);
  const read = kept.flatMap(({ key, kind, body }): Envelope[] => {
    if (kind !== 'sales-document' && kind !== 'payout') return [];
    // What an older version kept may lack what documents have now.
    const parsed = documentSchemas[kind].safeParse(body);
    return parsed.success ? [{ key, kind, body: parsed.data }] : [];
  });
  return [...read, ...MADE_UP];
}
