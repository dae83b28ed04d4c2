import { vatReturnEndpoints as endpoints, vatReturnQuery } from '#schemas/api/vat-returns.ts';
import { languageSchema } from '#schemas/localised.ts';
import { listLines } from '../../vat-returns/list-lines.ts';
import { previewReturn } from '../../vat-returns/preview-return.ts';
import { returnCsv } from '../../vat-returns/return-csv.ts';
import { readPart } from '../describe-issues.ts';
import { type ApiRoom, callerOf, implement } from '../implement.ts';
import { readQuery } from '../read-json.ts';
import { contentDisposition } from './files.ts';

const csvQuery = vatReturnQuery.extend({ language: languageSchema.default('en') });
const NAMES = { en: 'vat-return', fr: 'declaration-tva', nl: 'btw-aangifte' } as const;

/** GET /api/vat-return.csv: the figures of the preview and the lines that cannot be placed, for a spreadsheet. */
function serveCsv({ app, deps }: ApiRoom): void {
  app.get('/api/vat-return.csv', async (c) => {
    const caller = await callerOf(c, deps, 'viewer');
    const { language, ...period } = readPart(csvQuery, readQuery(c), 'query');
    const body = await returnCsv(deps.db, caller, period, language);
    c.header('content-type', 'text/csv; charset=utf-8');
    c.header('content-disposition', contentDisposition(`${NAMES[language]}-${period.from}-${period.to}.csv`));
    c.header('cache-control', 'private, no-store');
    return c.body(body);
  });
}

export function serveVatReturn(room: ApiRoom): void {
  const { db } = room.deps;
  implement(room, endpoints.previewVatReturn, ({ caller, query }) => previewReturn(db, caller, query));
  implement(room, endpoints.listVatReturnLines, ({ caller, query }) => listLines(db, caller, query));
  serveCsv(room);
}
