import { explanationEndpoints } from '#schemas/api/explanations.ts';
import { mappingEndpoints as endpoints } from '#schemas/api/mappings.ts';
import { archiveMapping, unarchiveMapping } from '../../mappings/archive-mapping.ts';
import { checkRules } from '../../mappings/check-rules.ts';
import { createMapping } from '../../mappings/create-mapping.ts';
import { explainLine } from '../../mappings/explain-line.ts';
import { exportTable } from '../../mappings/export-table.ts';
import { listPresets } from '../../mappings/presets.ts';
import { previewImport } from '../../mappings/preview-import.ts';
import { listMappings, readMapping, readSummary } from '../../mappings/read-mapping.ts';
import { listRevisions, readRevision, restoreRevision } from '../../mappings/revisions.ts';
import { tryMapping } from '../../mappings/try-mapping.ts';
import { renameMapping, saveRules } from '../../mappings/write-mapping.ts';
import { type ApiRoom, implement } from '../implement.ts';

function serveHistory(room: ApiRoom): void {
  const { deps } = room;
  implement(room, endpoints.listMappingRevisions, ({ caller, params, query }) =>
    listRevisions(deps.db, caller, params.id, query),
  );
  implement(room, endpoints.getMappingRevision, ({ caller, params }) =>
    readRevision(deps.db, caller, params.id, params.revision),
  );
  implement(room, endpoints.restoreMappingRevision, async ({ caller, params, body }) => {
    await restoreRevision(deps.db, caller, params.id, { revision: params.revision, expected: body.revision });
    return readMapping(deps, caller, params.id);
  });
}

function serveTables(room: ApiRoom): void {
  const { deps } = room;
  implement(room, endpoints.exportMappingTable, ({ caller, params, query }) =>
    exportTable(deps.db, caller, params.id, { table: params.table, language: query.language }),
  );
  implement(room, endpoints.previewMappingImport, ({ caller, params, body }) =>
    previewImport(deps.db, caller, params.id, { table: params.table, ...body }),
  );
  implement(room, explanationEndpoints.explainLine, ({ caller, params }) => explainLine(deps, caller, params));
  implement(room, endpoints.tryMapping, ({ caller, params, body }) => tryMapping(deps.db, caller, params.id, body));
}

export function serveMappings(room: ApiRoom): void {
  const { deps } = room;
  implement(room, endpoints.listMappings, async ({ caller, query }) => ({
    items: await listMappings(deps, caller, query.state),
  }));
  implement(room, endpoints.listMappingPresets, async () => ({ items: listPresets(deps.registry) }));
  implement(room, endpoints.createMapping, async ({ caller, body }) =>
    readMapping(deps, caller, await createMapping(deps, caller, body)),
  );
  implement(room, endpoints.getMapping, ({ caller, params }) => readMapping(deps, caller, params.id));
  implement(room, endpoints.saveMapping, async ({ caller, params, body }) => {
    const rules = checkRules(body.rules);
    await deps.db.transaction((tx) => saveRules(tx, caller, params.id, { revision: body.revision, rules }));
    return readMapping(deps, caller, params.id);
  });
  implement(room, endpoints.renameMapping, async ({ caller, params, body }) => {
    await deps.db.transaction((tx) => renameMapping(tx, caller, params.id, body.name));
    return readSummary(deps, caller, params.id);
  });
  implement(room, endpoints.archiveMapping, async ({ caller, params }) => {
    await deps.db.transaction((tx) => archiveMapping(tx, deps.registry, caller, params.id));
    return readSummary(deps, caller, params.id);
  });
  implement(room, endpoints.unarchiveMapping, async ({ caller, params }) => {
    await deps.db.transaction((tx) => unarchiveMapping(tx, caller, params.id));
    return readSummary(deps, caller, params.id);
  });
  serveHistory(room);
  serveTables(room);
}
