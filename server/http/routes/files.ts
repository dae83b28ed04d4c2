import { z } from 'zod';
import { fileEndpoints } from '#schemas/api/files.ts';
import { idParam } from '#schemas/api/shared.ts';
import { checkFile } from '../../files/check-file.ts';
import { readSourceText } from '../../runs/document-source.ts';
import { type FileRow, findFile, streamFile } from '../../runs/file-bytes.ts';
import { readPart } from '../describe-issues.ts';
import { type ApiRoom, callerOf, implement } from '../implement.ts';

/** RFC 6266: a plain name for old clients, the exact one in RFC 5987's notation. */
export function contentDisposition(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const exact = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}

function mediaType({ mediaType: type, charset }: FileRow): string {
  const shown = type === '' ? 'application/octet-stream' : type;
  return charset === null ? shown : `${shown}; charset=${charset}`;
}

/** GET /api/runs/{id}/documents/{document}/body: what the page of a large document shows the beginning of. */
function serveSources({ app, deps }: ApiRoom): void {
  app.get('/api/runs/:id/documents/:document/body', async (c) => {
    const caller = await callerOf(c, deps, 'viewer');
    const { id, document } = readPart(idParam.extend({ document: z.uuid() }), c.req.param(), 'params');
    const { name, json } = await readSourceText(deps.db, caller, id, document);
    c.header('content-type', 'application/json; charset=utf-8');
    c.header('content-disposition', contentDisposition(`${name}.json`));
    c.header('cache-control', 'private, no-store');
    return c.body(json);
  });
}

/** GET /api/files/{id}: the bytes as they were delivered, always as a download. */
export function serveFiles(room: ApiRoom): void {
  const { app, deps } = room;
  serveSources(room);
  implement(room, fileEndpoints.checkFile, ({ caller, params }) =>
    checkFile(deps.db, deps.registry, caller, params.id),
  );
  app.get('/api/files/:id', async (c) => {
    const caller = await callerOf(c, deps, 'viewer');
    const { id } = readPart(idParam, c.req.param(), 'params');
    const file = await findFile(deps.db, caller, id);
    c.header('content-type', mediaType(file));
    c.header('content-length', String(file.size));
    c.header('content-disposition', contentDisposition(file.name));
    c.header('cache-control', 'private, no-store');
    return c.body(streamFile(deps.db, file.id));
  });
}
