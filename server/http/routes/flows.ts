import { flowEndpoints as endpoints, type Flow } from '#schemas/api/flows.ts';
import type { Caller } from '../../auth/caller.ts';
import { archiveFlow, renameFlow, restoreVersion, saveDraft } from '../../flows/change-flow.ts';
import { cloneTemplate } from '../../flows/clone-template.ts';
import { createFlow } from '../../flows/create-flow.ts';
import { listFlows } from '../../flows/list-flows.ts';
import { publishFlow } from '../../flows/publish-flow.ts';
import { readFlow, readVersion } from '../../flows/read-flow.ts';
import { type ApiRoom, DONE, implement } from '../implement.ts';

export function serveFlows(room: ApiRoom): void {
  const { deps } = room;
  const read = (caller: Caller, id: string): Promise<Flow> => readFlow(deps.db, deps.registry, caller, id);

  implement(room, endpoints.listFlows, async ({ caller }) => ({
    items: await listFlows(deps.db, deps.registry, caller),
  }));
  implement(room, endpoints.createFlow, async ({ caller, body }) =>
    read(caller, await createFlow(deps.db, caller, body)),
  );
  implement(room, endpoints.cloneTemplate, async ({ caller, body }) =>
    read(caller, await cloneTemplate(deps, caller, body)),
  );
  implement(room, endpoints.getFlow, ({ caller, params }) => read(caller, params.id));
  implement(room, endpoints.saveDraft, async ({ caller, params, body }) => {
    await saveDraft(deps.db, caller, params.id, body);
    return read(caller, params.id);
  });
  implement(room, endpoints.renameFlow, async ({ caller, params, body }) => {
    await renameFlow(deps.db, caller, params.id, body.name);
    return read(caller, params.id);
  });
  implement(room, endpoints.deleteFlow, async ({ caller, params }) => {
    await archiveFlow(deps.db, caller, params.id);
    return DONE;
  });
  implement(room, endpoints.publishFlow, async ({ caller, params, body }) => {
    await publishFlow(deps, caller, params.id, body);
    return read(caller, params.id);
  });
  implement(room, endpoints.getVersion, ({ caller, params }) => readVersion(deps.db, caller, params.id, params.number));
  implement(room, endpoints.restoreVersion, async ({ caller, params, body }) => {
    await restoreVersion(deps.db, caller, params.id, body);
    return read(caller, params.id);
  });
}
