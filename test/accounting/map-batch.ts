import { mapDocuments } from '#nodes/journal-entry/map-documents.ts';
import { type Settings, settingsSchema } from '#nodes/journal-entry/settings.ts';
import { createConfigAjv } from '#nodes/kit/config.ts';
import type { BooksFacts } from '#nodes/kit/context.ts';
import type { MapResult } from '#nodes/kit/node-type.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';

const validate = createConfigAjv().compile<Settings>(settingsSchema);

function settingsOf(config: object): Settings {
  const filled: unknown = structuredClone(config);
  if (!validate(filled)) throw new Error(JSON.stringify(validate.errors));
  return filled;
}

const ignore = () => undefined;
const log = { debug: ignore, info: ignore, warning: ignore, error: ignore };

/** Maps documents in one batch as the engine does. @param books the mapping tables and locks; none unless given */
export function mapBatch(documents: readonly SalesDocument[], config: object, books?: BooksFacts): MapResult[] {
  const run = { runId: 'r', flowName: 'f', zone: 'Europe/Brussels', period: null, dryRun: true };
  return mapDocuments(
    {
      config: settingsOf(config),
      run: books ? { ...run, books } : run,
      log,
      startedAt: new Date('2026-11-01T00:00:00Z'),
    },
    documents.map((body) => ({ key: `shop:${body.kind}:${body.id}`, kind: 'sales-document' as const, body })),
  );
}
