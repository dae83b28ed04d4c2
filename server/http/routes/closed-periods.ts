import { closedPeriodEndpoints as endpoints } from '#schemas/api/closed-periods.ts';
import { closedUntil } from '../../books-locks/closed-until.ts';
import { readClosedPeriods } from '../../books-locks/read-closed-periods.ts';
import { setClosedPeriod } from '../../books-locks/set-closed-period.ts';
import { findFlow } from '../../flows/flow-rows.ts';
import { type ApiRoom, implement } from '../implement.ts';

export function serveClosedPeriods(room: ApiRoom): void {
  const { db } = room.deps;
  implement(room, endpoints.getClosedPeriods, ({ caller }) => readClosedPeriods(db, caller));
  implement(room, endpoints.setClosedPeriod, ({ caller, body }) => setClosedPeriod(db, caller, body));
  implement(room, endpoints.getFlowClosedPeriod, async ({ caller, params }) => {
    await findFlow(db, caller, params.id);
    return { closedUntil: await closedUntil(db, caller.workspaceId, params.id) };
  });
}
