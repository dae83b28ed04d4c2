import { listEndpoints as endpoints } from '#schemas/api/lists.ts';
import { readLists } from '../../reference-lists/read-lists.ts';
import { refreshLists } from '../../reference-lists/refresh-lists.ts';
import { type ApiRoom, implement } from '../implement.ts';

export function serveLists(room: ApiRoom): void {
  const { deps } = room;
  implement(room, endpoints.readLists, async ({ caller, query }) => ({
    items: await readLists(deps.db, deps.registry, caller, query),
  }));
  implement(room, endpoints.refreshLists, async ({ caller, body }) => ({
    items: await refreshLists(deps, caller, body),
  }));
}
