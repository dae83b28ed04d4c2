import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { idParam, okSchema } from './shared.ts';

/** What a key may do: never more than an editor, so no key can make another one. */
export const API_KEY_ROLES = ['viewer', 'editor'] as const;

export const apiKeySchema = z.object({
  id: z.uuid(),
  name: z.string(),
  /** The first characters of the key, to recognise it by. */
  prefix: z.string(),
  role: z.enum(API_KEY_ROLES),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  /** To the minute. */
  lastUsedAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
});
export type ApiKey = z.infer<typeof apiKeySchema>;

export const apiKeyEndpoints = {
  listApiKeys: endpoint({
    method: 'get',
    path: '/api-keys',
    summary: 'Keys with which other programs call this API, newest first',
    role: 'owner',
    response: z.object({ items: z.array(apiKeySchema) }),
  }),
  createApiKey: endpoint({
    method: 'post',
    path: '/api-keys',
    summary: 'A new key; its text is in this answer and nowhere else, ever',
    role: 'owner',
    body: z.object({ name: z.string().trim().min(1).max(80), role: z.enum(API_KEY_ROLES) }),
    response: z.object({ key: apiKeySchema, secret: z.string() }),
  }),
  revokeApiKey: endpoint({
    method: 'delete',
    path: '/api-keys/{id}',
    summary: 'The key opens nothing any more; it stays in the list',
    role: 'owner',
    params: idParam,
    response: okSchema,
  }),
};
