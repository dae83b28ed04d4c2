import { customerEndpoints as endpoints } from '#schemas/api/customers.ts';
import { decideCustomers, forgetCustomer, linkCustomer } from '../../parties/decide-customers.ts';
import { listCustomers } from '../../parties/list-customers.ts';
import { type ApiRoom, DONE, implement } from '../implement.ts';

export function serveCustomers(room: ApiRoom): void {
  const { deps } = room;
  implement(room, endpoints.listCustomers, ({ caller, query }) => listCustomers(deps.db, caller, query));
  implement(room, endpoints.decideCustomers, ({ caller, body }) => decideCustomers(deps, caller, body));
  implement(room, endpoints.linkCustomer, ({ caller, body }) => linkCustomer(deps, caller, body));
  implement(room, endpoints.forgetCustomer, async ({ caller, body }) => {
    await forgetCustomer(deps, caller, body);
    return DONE;
  });
}
