import { connectionEndpoints as endpoints } from '#schemas/api/connections.ts';
import { listConnections } from '../../connections/connection-rows.ts';
import { createDemoConnection } from '../../connections/demos.ts';
import { testConnection, tryConnection } from '../../connections/test-connection.ts';
import { createConnection, deleteConnection, updateConnection } from '../../connections/write-connection.ts';
import { type ApiRoom, DONE, implement } from '../implement.ts';

export function serveConnections(room: ApiRoom): void {
  const { deps } = room;
  implement(room, endpoints.listConnections, async ({ caller }) => ({
    items: await listConnections(deps.db, deps.registry, caller),
    outgoingAddresses: [...(deps.config.outgoingAddresses ?? [])],
  }));
  implement(room, endpoints.createConnection, ({ caller, body }) => createConnection(deps, caller, body));
  implement(room, endpoints.updateConnection, ({ caller, params, body }) =>
    updateConnection(deps, caller, params.id, body),
  );
  implement(room, endpoints.deleteConnection, async ({ caller, params }) => {
    await deleteConnection(deps.db, caller, params.id);
    return DONE;
  });
  implement(room, endpoints.testConnection, ({ caller, params }) => testConnection(deps, caller, params.id));
  implement(room, endpoints.tryConnection, ({ caller, body }) => tryConnection(deps, caller, body));
  implement(room, endpoints.createDemoConnection, ({ caller, body }) =>
    createDemoConnection(deps, caller, body.type, body.language),
  );
}
