import { type SQL, sql } from 'drizzle-orm';
import type { HoldSelection } from '#schemas/api/holds.ts';
import type { Caller } from '../auth/caller.ts';

export type Scope = Pick<Caller, 'workspaceId'>;
export type HoldState = 'waiting' | 'dismissed';

/** Holds of the workspace's flows that are not archived, as a condition on "hold" joined with "flow". */
export function inScope(scope: Scope, state: HoldState): SQL {
  const isDismissed = state === 'dismissed' ? sql`is not null` : sql`is null`;
  return sql`hold.workspace_id = ${scope.workspaceId} and flow.archived_at is null
    and hold.dismissed_at ${isDismissed}`;
}

/** The target may have it, and only a person can find out. */
export const isUncertain = sql`exists (
  select 1 from posting where posting.workspace_id = hold.workspace_id and posting.status = 'uncertain'
    and posting.reset_id is null and posting.flow_id = hold.flow_id and posting.source_document = hold.document_key)`;

/**
 * The documents that are being tried again at this moment, as a table "trying" (flow_id, key, run_id): the run that is
 * limited to them has not ended yet.
 */
export function tryingNow(scope: Scope): SQL {
  return sql`(
    select run.flow_id, run_key.key, (array_agg(run.id order by run.id desc))[1] as run_id
    from run join run_key on run_key.run_id = run.id
    where run.workspace_id = ${scope.workspaceId} and run.is_limited and run.mode = 'live'
      and run.status in ('queued', 'running', 'in-review')
      and run.flow_id in (select flow_id from hold where workspace_id = ${scope.workspaceId})
    group by run.flow_id, run_key.key) as trying`;
}

/** A selection as a condition on "hold". What is not said does not narrow. */
export function isSelected({ cause, flow, documents }: HoldSelection): SQL {
  const parts = [
    cause === undefined ? [] : [sql`hold.cause = ${cause}`],
    flow === undefined ? [] : [sql`hold.flow_id = ${flow}`],
    documents === undefined
      ? []
      : [
          sql`(hold.flow_id, hold.document_key) in (
            select (one->>'flow')::uuid, one->>'key' from jsonb_array_elements(${JSON.stringify(documents)}::jsonb) as one)`,
        ],
  ].flat();
  return parts.length === 0 ? sql`false` : sql.join(parts, sql` and `);
}
