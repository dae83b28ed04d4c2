import { and, count, desc, eq, inArray, lt } from 'drizzle-orm';
import type { FlowEvent } from '#schemas/api/flows.ts';
import type { Message } from '#schemas/messages.ts';
import type { Database } from '../db/database.ts';
import { auditLog, user } from '../db/schema/index.ts';
import { Refusal } from '../http/refusal.ts';
import { limitOf, type Page, type PageQuery, toPage } from '../runs/page.ts';
import { runRefusals } from '../runs/run-refusals.ts';
import { flowEventMessages } from './flow-event-messages.ts';
import { findFlow, type Scope } from './flow-rows.ts';

type Details = Readonly<Record<string, unknown>>;

const { build } = flowEventMessages;
const textOf = (value: unknown): string =>
  value === undefined || value === null || value === '' ? '–' : String(value);
const countOf = (value: unknown): string => String(Array.isArray(value) ? value.length : (value ?? 0));

/** What each audited action on a flow says; an action that is not here is no change of a flow. */
const SENTENCES: Readonly<Record<string, (details: Details) => Message>> = {
  'flow.created': ({ name }) => build.created({ name: textOf(name) }),
  'flow.published': ({ version }) => build.published({ version: textOf(version) }),
  'flow.rolled-back': ({ version, of }) => build.rolled_back({ version: textOf(version), of: textOf(of) }),
  'flow.restored': ({ version }) => build.restored({ version: textOf(version) }),
  'flow.discarded': ({ version }) => build.discarded({ version: textOf(version) }),
  'flow.renamed': ({ from, to }) => build.renamed({ from: textOf(from), to: textOf(to) }),
  'flow.rebound': ({ slot, from, to }) => build.rebound({ slot: textOf(slot), from: textOf(from), to: textOf(to) }),
  'flow.limits-changed': ({ concurrency, maxMinutes }) =>
    build.limits_changed({ concurrency: textOf(concurrency), minutes: textOf(maxMinutes) }),
  'flow.switched-on': () => build.switched_on(),
  'flow.switched-off': () => build.switched_off(),
  'flow.follow_saved': ({ after }) => build.follow_saved({ after: textOf(after) }),
  'flow.follow_deleted': ({ after }) => build.follow_deleted({ after: textOf(after) }),
  'posting.reset': ({ count: postings, reason }) =>
    build.postings_reset({ count: countOf(postings), reason: textOf(reason) }),
  'holds.retried': ({ count: documents }) => build.holds_retried({ count: countOf(documents) }),
  'holds.dismissed': ({ documents }) => build.holds_dismissed({ count: countOf(documents) }),
  'holds.restored': ({ documents }) => build.holds_restored({ count: countOf(documents) }),
};

/** @throws Refusal 400 */
function idBefore({ after }: PageQuery): number | null {
  if (after === undefined) return null;
  if (/^\d{1,15}$/.test(after)) return Number.parseInt(after, 10);
  throw new Refusal(400, runRefusals.build.bad_cursor('after'));
}

/**
 * What people did with a flow, newest first: its versions, and what belongs to a flow but not to its definition (name,
 * connections, limits, automation).
 *
 * @throws Refusal 404
 */
export async function listFlowEvents(
  db: Database,
  scope: Scope,
  flowId: string,
  query: PageQuery,
): Promise<Page<FlowEvent>> {
  await findFlow(db, scope, flowId);
  const before = idBefore(query);
  const filters = and(
    eq(auditLog.workspaceId, scope.workspaceId),
    eq(auditLog.subject, `flow:${flowId}`),
    inArray(auditLog.action, Object.keys(SENTENCES)),
  );
  const rows = await db
    .select({ event: auditLog, by: user.name })
    .from(auditLog)
    .leftJoin(user, eq(user.id, auditLog.userId))
    .where(and(filters, before === null ? undefined : lt(auditLog.id, before)))
    .orderBy(desc(auditLog.id))
    .limit(limitOf(query) + 1);
  const known = rows.flatMap(({ event, by }) => {
    const message = SENTENCES[event.action]?.(event.details);
    return message ? [{ id: String(event.id), at: event.at.toISOString(), by, message }] : [];
  });
  return toPage(known, query, {
    cursor: (row) => row.id,
    item: (row) => row,
    count: async () => (await db.select({ rows: count() }).from(auditLog).where(filters))[0]?.rows ?? 0,
  });
}
