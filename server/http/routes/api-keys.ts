import { apiKeyEndpoints as endpoints } from '#schemas/api/api-keys.ts';
import { createApiKey, listApiKeys, revokeApiKey } from '../../api-keys/api-keys.ts';
import { type ApiRoom, DONE, implement } from '../implement.ts';

export function serveApiKeys(room: ApiRoom): void {
  const { db } = room.deps;
  implement(room, endpoints.listApiKeys, ({ caller }) => listApiKeys(db, caller));
  implement(room, endpoints.createApiKey, ({ caller, body }) => createApiKey(db, caller, body));
  implement(room, endpoints.revokeApiKey, async ({ caller, params }) => {
    await revokeApiKey(db, caller, params.id);
    return DONE;
  });
}
