import { and, eq, sql } from 'drizzle-orm';
import type { Registry } from '#nodes/kit/registry.ts';
import type { CustomerKey } from '#schemas/api/customers.ts';
import type { RunSummary } from '#schemas/api/runs.ts';
import { audit } from '../auth/audit.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import { partyLink } from '../db/schema/index.ts';
import { retryHoldsIn } from '../holds/retry-holds.ts';
import { Refusal } from '../http/refusal.ts';
import { readRunSummary } from '../runs/list-runs.ts';
import { customerRefusals } from './customer-refusals.ts';
import { waitsFor } from './list-customers.ts';

interface Services {
  readonly db: Database;
  readonly registry: Registry;
}

function isOne(caller: Caller, { connection, key }: CustomerKey) {
  return and(
    eq(partyLink.workspaceId, caller.workspaceId),
    eq(partyLink.connectionId, connection),
    eq(partyLink.key, key),
  );
}

const subjectOf = ({ connection, key }: CustomerKey) => `customer:${connection}:${key}`;

/** Tries the documents again that wait for these customers, and that nothing is trying already. */
async function retryDocuments(
  tx: Transaction,
  registry: Registry,
  caller: Caller,
  keys: readonly string[],
): Promise<string[]> {
  const rows = await tx.execute<{ flow: string; key: string }>(sql`
    select hold.flow_id as flow, hold.document_key as key
    from hold join flow on flow.id = hold.flow_id
      join (select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb) as key) link on ${waitsFor}
    where flow.workspace_id = ${caller.workspaceId} limit 1000`);
  if (rows.length === 0) return [];
  try {
    const { runIds } = await tx.transaction((inner) =>
      retryHoldsIn(inner, registry, caller, { which: { documents: [...rows] } }),
    );
    return runIds;
  } catch (error) {
    // They are being tried by another run already, which will meet the decision or leave them to the next.
    if (error instanceof Refusal) return [];
    throw error;
  }
}

async function summaries(db: Database, caller: Caller, ids: readonly string[]): Promise<RunSummary[]> {
  const runs: RunSummary[] = [];
  for (const id of ids) runs.push(await readRunSummary(db, caller, id));
  return runs;
}

/**
 * Writes down whether customers may be created. Those that may are created by the run that tries their documents again,
 * which starts in the same transaction.
 *
 * @throws Refusal 409 when none of them waits for a decision (or was refused before)
 */
export async function decideCustomers(
  { db, registry }: Services,
  caller: Caller,
  order: { readonly which: readonly CustomerKey[]; readonly decision: 'approve' | 'refuse' },
): Promise<{ decided: number; runs: RunSummary[] }> {
  const state = order.decision === 'approve' ? 'approved' : 'refused';
  const done = await db.transaction(async (tx) => {
    const decided: CustomerKey[] = [];
    for (const one of order.which) {
      const [row] = await tx
        .update(partyLink)
        .set({ state, problem: null, updatedAt: sql`now()` })
        .where(and(isOne(caller, one), sql`${partyLink.state} in ('asked', 'refused', 'approved', 'failed')`))
        .returning({ key: partyLink.key });
      if (!row) continue;
      decided.push(one);
      await audit(tx, caller, `customer.${state}`, subjectOf(one));
    }
    if (decided.length === 0) throw new Refusal(409, customerRefusals.build.decided_already());
    const keys = decided.map(({ key }) => key);
    const runIds = state === 'approved' ? await retryDocuments(tx, registry, caller, keys) : [];
    return { decided: decided.length, runIds };
  });
  return { decided: done.decided, runs: await summaries(db, caller, done.runIds) };
}

/**
 * Writes down by hand which customer of the books it is.
 *
 * @throws Refusal 404 for one that is not known, 409 while it is being created
 */
export async function linkCustomer(
  { db, registry }: Services,
  caller: Caller,
  order: CustomerKey & {
    readonly reference: string;
    readonly ledgerAccount: string | null;
    readonly auxiliaryAccount: string | null;
  },
): Promise<{ runs: RunSummary[] }> {
  const { reference } = order;
  const accounts = { ledgerAccount: order.ledgerAccount || null, auxiliaryAccount: order.auxiliaryAccount || null };
  const runIds = await db.transaction(async (tx) => {
    const [before] = await tx.select().from(partyLink).where(isOne(caller, order)).for('update');
    if (!before) throw new Refusal(404, customerRefusals.build.gone());
    if (before.state === 'creating') throw new Refusal(409, customerRefusals.build.under_creation());
    await tx
      .update(partyLink)
      .set({ state: 'linked', reference, ...accounts, problem: null, updatedAt: sql`now()` })
      .where(isOne(caller, order));
    await audit(tx, caller, 'customer.linked', subjectOf(order), { from: before.reference, to: reference });
    return retryDocuments(tx, registry, caller, [order.key]);
  });
  return { runs: await summaries(db, caller, runIds) };
}

/** @throws Refusal 404 for one that is not known, 409 while it is being created */
export async function forgetCustomer({ db }: Pick<Services, 'db'>, caller: Caller, which: CustomerKey): Promise<void> {
  await db.transaction(async (tx) => {
    const [before] = await tx.select().from(partyLink).where(isOne(caller, which)).for('update');
    if (!before) throw new Refusal(404, customerRefusals.build.gone());
    if (before.state === 'creating') throw new Refusal(409, customerRefusals.build.under_creation());
    await tx.delete(partyLink).where(isOne(caller, which));
    await audit(tx, caller, 'customer.forgotten', subjectOf(which), { reference: before.reference });
  });
}
