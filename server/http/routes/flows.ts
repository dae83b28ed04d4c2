import { z } from 'zod';
import { flowEndpoints as endpoints, FLOW_FILE_TYPE, type Flow } from '#schemas/api/flows.ts';
import { idParam } from '#schemas/api/shared.ts';
import type { Caller } from '../../auth/caller.ts';
import {
  archiveFlow,
  discardDraft,
  renameFlow,
  restoreVersion,
  saveDraft,
  setFlowLimits,
} from '../../flows/change-flow.ts';
import { cloneTemplate } from '../../flows/clone-template.ts';
import { compareVersions, readExported } from '../../flows/compare-versions.ts';
import { createFlow } from '../../flows/create-flow.ts';
import { fileNameOf, writeFlowFile } from '../../flows/flow-file.ts';
import { importFlow } from '../../flows/import-flow.ts';
import { listFlowEvents } from '../../flows/list-flow-events.ts';
import { listFlows } from '../../flows/list-flows.ts';
import { publishFlow } from '../../flows/publish-flow.ts';
import { readFlow, readVersion } from '../../flows/read-flow.ts';
import { rollBackFlow } from '../../flows/roll-back.ts';
import { readVersionUse } from '../../flows/version-use.ts';
import { readFlowMappings } from '../../mappings/flow-mappings.ts';
import { readPart } from '../describe-issues.ts';
import { type ApiRoom, callerOf, DONE, implement } from '../implement.ts';
import { contentDisposition } from './files.ts';

const exportQuery = z.object({ version: z.coerce.number().int().positive().optional() });

/** GET /api/flows/{id}/export: the draft, or a version, as a flow file. */
function serveExport({ app, deps }: ApiRoom): void {
  app.get('/api/flows/:id/export', async (c) => {
    const caller = await callerOf(c, deps, 'viewer');
    const { id } = readPart(idParam, c.req.param(), 'params');
    const { version } = readPart(exportQuery, c.req.query(), 'query');
    const definition = await readExported(deps, caller, id, version ?? 'draft');
    c.header('content-type', FLOW_FILE_TYPE);
    c.header('content-disposition', contentDisposition(fileNameOf(definition.name, version)));
    c.header('cache-control', 'private, no-store');
    return c.body(writeFlowFile(definition, await readFlowMappings(deps.db, deps.registry, caller, definition)));
  });
}

function serveVersions(room: ApiRoom): void {
  const { deps } = room;
  const read = (caller: Caller, id: string): Promise<Flow> => readFlow(deps.db, deps.registry, caller, id);

  implement(room, endpoints.getVersion, ({ caller, params }) => readVersion(deps.db, caller, params.id, params.number));
  implement(room, endpoints.restoreVersion, async ({ caller, params, body }) => {
    await restoreVersion(deps.db, caller, params.id, body);
    return read(caller, params.id);
  });
  implement(room, endpoints.rollBackFlow, async ({ caller, params, body }) => {
    await rollBackFlow(deps, caller, params.id, body);
    return read(caller, params.id);
  });
  implement(room, endpoints.discardDraft, async ({ caller, params, body }) => {
    await discardDraft(deps.db, caller, params.id, body.revision);
    return read(caller, params.id);
  });
  implement(room, endpoints.getVersionUse, ({ caller, params }) => readVersionUse(deps.db, caller, params.id));
  implement(room, endpoints.compareVersions, ({ caller, params, query }) =>
    compareVersions(deps, caller, params.id, query),
  );
  implement(room, endpoints.listFlowEvents, ({ caller, params, query }) =>
    listFlowEvents(deps.db, caller, params.id, query),
  );
}

export function serveFlows(room: ApiRoom): void {
  const { deps } = room;
  const read = (caller: Caller, id: string): Promise<Flow> => readFlow(deps.db, deps.registry, caller, id);

  implement(room, endpoints.listFlows, async ({ caller }) => ({
    items: await listFlows(deps.db, deps.registry, caller),
  }));
  implement(room, endpoints.createFlow, async ({ caller, body }) =>
    read(caller, await createFlow(deps.db, caller, body)),
  );
  implement(room, endpoints.importFlow, async ({ caller, body }) =>
    read(caller, await importFlow(deps, caller, body.text)),
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
  implement(room, endpoints.setFlowLimits, async ({ caller, params, body }) => {
    await setFlowLimits(deps.db, caller, params.id, body);
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
  serveVersions(room);
  serveExport(room);
}
