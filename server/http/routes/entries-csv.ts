import { z } from 'zod';
import { ENTRY_COLUMNS, entryColumnSchema, entryFilterSchema } from '#schemas/api/entry-columns.ts';
import { idParam } from '#schemas/api/shared.ts';
import { languageSchema } from '#schemas/localised.ts';
import { entriesCsv } from '../../entries/entries-csv.ts';
import { readPart } from '../describe-issues.ts';
import { type ApiRoom, callerOf } from '../implement.ts';
import { readQuery } from '../read-json.ts';
import { contentDisposition } from './files.ts';

const querySchema = entryFilterSchema.extend({
  /** Names of columns in the order of the file; all of them without it. */
  columns: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(entryColumnSchema).min(1))
    .optional(),
  ticks: z.stringbool().default(false),
  language: languageSchema.default('en'),
});

const NAMES = { en: 'entries', fr: 'ecritures', nl: 'boekingen' } as const;

/** GET /api/runs/{id}/entries.csv: what the list of entries shows, in its columns and their order, for a spreadsheet. */
export function serveEntriesCsv({ app, deps }: ApiRoom): void {
  app.get('/api/runs/:id/entries.csv', async (c) => {
    const caller = await callerOf(c, deps, 'viewer');
    const { id } = readPart(idParam, c.req.param(), 'params');
    const {
      columns = ENTRY_COLUMNS,
      ticks: hasTicks,
      language,
      ...filter
    } = readPart(querySchema, readQuery(c), 'query');
    const body = await entriesCsv(deps.db, caller, id, { columns, hasTicks, filter, language });
    c.header('content-type', 'text/csv; charset=utf-8');
    c.header('content-disposition', contentDisposition(`${NAMES[language]}-${id.slice(0, 8)}.csv`));
    c.header('cache-control', 'private, no-store');
    return c.body(body);
  });
}
