import { z } from 'zod';
import { messageSchema } from '../messages.ts';
import { endpoint } from './endpoint.ts';
import { idParam } from './shared.ts';

/** What reading a file back has found. */
export const fileCheckSchema = z.object({
  /** False for a format that cannot be read back, or for a file of which no entry is booked (of a dry run). */
  isReadable: z.boolean(),
  /** Entries that the file was held against. */
  entries: z.int(),
  /** What differs, account by account; empty when the file says what its entries say. */
  problems: z.array(messageSchema),
});
export type FileCheck = z.infer<typeof fileCheckSchema>;

export const fileEndpoints = {
  checkFile: endpoint({
    method: 'get',
    path: '/files/{id}/check',
    summary: 'Read a file back, as the package that imports it would, and hold it against its entries',
    role: 'viewer',
    params: idParam,
    response: fileCheckSchema,
  }),
};
