import { z } from 'zod';
import { messageSchema } from '../messages.ts';

export const idParam = z.object({ id: z.uuid() });
export const okSchema = z.object({ ok: z.literal(true) });

/** What every refused call answers, whatever the status. `problems` lists all that is wrong with a form or a flow. */
export const apiErrorSchema = z.object({ error: messageSchema, problems: z.array(messageSchema).optional() });
export type ApiError = z.infer<typeof apiErrorSchema>;

/** Keyset paging: hand `next` back as `after`. */
export const pageQuery = z.object({
  after: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
});
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable(), total: z.int().nullable() });
}
