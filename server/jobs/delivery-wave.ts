import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { BatchLog } from '#flows/batch-log.ts';
import { settleMsOf } from '#flows/deliver-document.ts';
import type { Stage } from '#flows/plan.ts';
import { parseJournalEntry } from '#schemas/documents/journal-entry.ts';
import type { Database, Transaction } from '../db/database.ts';
import { document, payload, posting } from '../db/schema/index.ts';
import { type Claimed, claimRow, insertClaims, skipLost } from './claim-entries.ts';
import { holdLate } from './control-ports.ts';
import type { LoadedRun } from './load-run.ts';
import type { NodeConnection } from './node-world.ts';
import type { DocumentTarget } from './postings.ts';
import type { EngineServices } from './services.ts';
import type { StoredDocument } from './stage-documents.ts';

/** A delivery node of a run at work. */
export interface Delivering {
  readonly services: EngineServices;
  readonly loaded: LoadedRun;
  readonly stage: Stage;
  readonly target: DocumentTarget;
  readonly bound: NodeConnection | null;
  /** What must not get into the log. */
  readonly secrets: readonly string[];
  readonly log: BatchLog;
}

/** A document of which this run holds the posting, about to be sent. */
export interface OwnClaim {
  readonly postingId: string;
  readonly rootId: string;
  readonly rootKey: string;
  readonly key: string;
  readonly kind: string;
  readonly number: string;
  readonly body: unknown;
  readonly attempts: number;
  /** An earlier attempt may have arrived. */
  readonly again: boolean;
  readonly askAfter: Date | null;
}

const USUAL_PARALLEL = 1;
/** Calls a place in a wave: fewer commits, and one slow call delays no more than its own wave. */
const WAVE_FACTOR = 8;

export function parallelOf({ type }: DocumentTarget): number {
  return type.parallel ?? USUAL_PARALLEL;
}

/**
 * With a target that nobody can ask, what is claimed when the process dies is uncertain: no more is claimed than is under
 * way at once.
 */
export function waveSize(target: DocumentTarget): number {
  return parallelOf(target) * (target.idempotency === 'none' ? 1 : WAVE_FACTOR);
}

function claimOf(loaded: LoadedRun, target: DocumentTarget, stored: StoredDocument, askAfter: Date) {
  const extra = { connectionId: target.connectionId, attempts: 1, isOpen: true, askAfter };
  if (stored.kind === 'journal-entry') {
    const entry = parseJournalEntry(stored.body);
    return {
      claimed: { stored, entry } satisfies Claimed,
      row: claimRow(loaded, target.target, { stored, entry }, extra),
    };
  }
  const { row } = loaded;
  const common = { workspaceId: row.workspaceId, flowId: row.flowId, runId: row.id, target: target.target };
  return {
    claimed: null,
    row: {
      id: uuidv7(),
      ...common,
      ...{ sourceSystem: stored.kind, sourceDocument: stored.root_key, kind: stored.kind },
      status: 'intended' as const,
      ...{ entryId: stored.id, rootId: stored.root_id, number: stored.key, hash: stored.hash },
      day: askAfter.toISOString().slice(0, 10),
      ...{ amount: '0.00', currency: '', party: null, revision: 0, sourceHash: stored.root_hash },
      ...extra,
    },
  };
}

/**
 * Claims a page of documents: their postings are written, open, before any call is made. What another run owns is
 * skipped.
 */
export async function claimPage(
  tx: Transaction,
  { services, loaded, stage, target, log }: Delivering,
  page: readonly StoredDocument[],
): Promise<OwnClaim[]> {
  const askAfter = askAfterCall({ services, target });
  const made = page.map((stored) => ({ stored, ...claimOf(loaded, target, stored, askAfter) }));
  const entries = made.flatMap(({ claimed }) => claimed ?? []);
  const allowed = new Set(await holdLate(tx, services, loaded, stage.node, entries, log));
  const claims = made.filter(({ claimed }) => claimed === null || allowed.has(claimed));
  const rows = claims.map(({ row }) => row);
  const own = await insertClaims(tx, loaded, target.target, rows);
  const lost = claims.flatMap(({ stored, claimed }) => (own.has(stored.id) || !claimed ? [] : [claimed]));
  await skipLost(tx, loaded, stage.node, target.target, lost, log);
  return claims.flatMap(({ stored, claimed, row }) => {
    const postingId = own.get(stored.id);
    if (postingId === undefined) return [];
    const number = claimed?.entry.pieceNumber ?? row.number;
    return [{ ...ownClaim(stored, stored.body), postingId, number, attempts: 1, again: false, askAfter }];
  });
}

function ownClaim(
  stored: Pick<StoredDocument, 'key' | 'kind' | 'root_id' | 'root_key'>,
  body: unknown,
): Pick<OwnClaim, 'rootId' | 'rootKey' | 'key' | 'kind' | 'body'> {
  return { rootId: stored.root_id, rootKey: stored.root_key, key: stored.key, kind: stored.kind, body };
}

function isMine({ loaded, target }: Delivering) {
  return and(eq(posting.runId, loaded.row.id), eq(posting.target, target.target), eq(posting.status, 'intended'));
}

/** Claims that an earlier attempt left, by their ids, with what they carry. */
async function readClaims(db: Database | Transaction, delivering: Delivering, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      ...{ posting, key: document.key, kind: document.kind, rootKey: sql<string>`root.key` },
      // A document as it was read (a notice) is kept apart from its row; an entry is not.
      ...{ body: document.body, read: payload.body },
    })
    .from(posting)
    .innerJoin(document, eq(document.id, posting.entryId))
    .leftJoin(payload, eq(payload.documentId, document.id))
    .innerJoin(sql`document as root`, sql`root.id = ${posting.rootId}`)
    .where(and(isMine(delivering), inArray(posting.id, [...ids])))
    .orderBy(asc(posting.id));
  return rows.map(
    ({ posting: row, key, kind, body, read, rootKey }): OwnClaim => ({
      ...{ postingId: row.id, rootId: row.rootId, rootKey, key, kind, body: body ?? read, number: row.number },
      ...{ attempts: row.attempts, again: row.isOpen, askAfter: row.askAfter },
    }),
  );
}

export interface Rest {
  readonly open: number;
  /** When the first of them may be tried; null when there is none. */
  readonly next: Date | null;
}

/** Documents whose call has failed and that are to be tried again. */
export async function readRest({ services, ...delivering }: Delivering): Promise<Rest> {
  const [row] = await services.db
    .select({ open: sql<number>`count(*)::int`, next: sql<string | null>`min(${posting.askAfter})` })
    .from(posting)
    .where(isMine({ services, ...delivering }));
  return { open: row?.open ?? 0, next: row?.next ? new Date(row.next) : null };
}

/**
 * From when a call that is about to be made can have no effect any more if nothing is heard of it. It stands with the
 * claim before each call: who takes over after a death must not ask while the last call may still arrive.
 */
function askAfterCall({ services, target }: Pick<Delivering, 'services' | 'target'>): Date {
  return new Date(services.now().getTime() + settleMsOf(target.type, target.config));
}

/** Takes up a wave that somebody began and did not come back from: each of its calls may have been made. */
export async function claimAgain(tx: Transaction, delivering: Delivering, ids: readonly string[]): Promise<OwnClaim[]> {
  const claims = await readClaims(tx, delivering, ids);
  const now = delivering.services.now();
  const due = claims.filter(({ askAfter }) => askAfter === null || askAfter <= now).map(({ postingId }) => postingId);
  if (due.length > 0) {
    await tx
      .update(posting)
      .set({ askAfter: askAfterCall(delivering) })
      .where(inArray(posting.id, due));
  }
  return claims;
}

/** Takes up those whose time has come: marked as open again before their next call. */
export async function claimRest(tx: Transaction, delivering: Delivering): Promise<OwnClaim[]> {
  const { services, target } = delivering;
  const due = await tx
    .select({ id: posting.id })
    .from(posting)
    .where(and(isMine(delivering), lte(posting.askAfter, services.now())))
    .orderBy(asc(posting.askAfter))
    .limit(waveSize(target));
  const ids = due.map(({ id }) => id);
  const claims = await readClaims(tx, delivering, ids);
  if (ids.length === 0) return claims;
  await tx
    .update(posting)
    .set({ isOpen: true, attempts: sql`${posting.attempts} + 1`, askAfter: askAfterCall(delivering) })
    .where(inArray(posting.id, ids));
  return claims.map((claim) => ({ ...claim, attempts: claim.attempts + 1 }));
}
