import { holdEndpoints as endpoints } from '#schemas/api/holds.ts';
import { addRuleForHold } from '../../holds/add-rule.ts';
import { dismissHolds, restoreHolds } from '../../holds/dismiss-holds.ts';
import { listHoldCauses } from '../../holds/list-causes.ts';
import { countHolds, listHolds } from '../../holds/list-holds.ts';
import { retryHolds } from '../../holds/retry-holds.ts';
import { type ApiRoom, implement } from '../implement.ts';

export function serveHolds(room: ApiRoom): void {
  const { deps } = room;
  implement(room, endpoints.countHolds, ({ caller, query }) => countHolds(deps.db, caller, query));
  implement(room, endpoints.listHoldCauses, ({ caller, query }) => listHoldCauses(deps, caller, query));
  implement(room, endpoints.listHolds, ({ caller, query }) => listHolds(deps.db, caller, query));
  implement(room, endpoints.retryHolds, ({ caller, body }) => retryHolds(deps, caller, body));
  implement(room, endpoints.addRuleForHold, ({ caller, body }) => addRuleForHold(deps, caller, body));
  implement(room, endpoints.dismissHolds, ({ caller, body }) => dismissHolds(deps.db, caller, body.which, body.reason));
  implement(room, endpoints.restoreHolds, ({ caller, body }) => restoreHolds(deps.db, caller, body.which));
}
