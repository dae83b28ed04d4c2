import { type SQL, sql } from 'drizzle-orm';

/**
 * An array of all targets that a workspace has posted to, by one index probe each however much was posted: with it, a
 * document is found in the ledger whatever its target.
 */
export function knownTargets(workspaceId: string): SQL {
  const ofWorkspace = sql`from posting where workspace_id = ${workspaceId} and reset_id is null`;
  return sql`array(
    with recursive known as (
      (select min(target) as name ${ofWorkspace})
      union all
      select (select min(target) ${ofWorkspace} and target > known.name) from known where known.name is not null
    ) select name from known where name is not null)`;
}
