import { z } from 'zod';
import { languageSchema } from '../localised.ts';
import { endpoint } from './endpoint.ts';
import { okSchema } from './shared.ts';

export const sessionSchema = z.object({
  /** True while no account exists: the first visitor makes one and owns the workspace. */
  setupNeeded: z.boolean(),
  version: z.string(),
  user: z
    .object({ id: z.string(), name: z.string(), email: z.string(), language: languageSchema.nullable() })
    .nullable(),
  workspace: z.object({ id: z.string(), name: z.string(), role: z.enum(['owner', 'editor', 'viewer']) }).nullable(),
});
export type Session = z.infer<typeof sessionSchema>;

/** Sign-up (first account only), sign-in and sign-out are better-auth's own routes under /api/auth. */
export const sessionEndpoints = {
  getSession: endpoint({
    method: 'get',
    path: '/session',
    summary: 'Who is asking, and whether the first account is still to be made',
    role: 'public',
    response: sessionSchema,
  }),
  setLanguage: endpoint({
    method: 'put',
    path: '/session/language',
    summary: 'Keep the language of the signed-in user',
    role: 'viewer',
    body: z.object({ language: languageSchema }),
    response: okSchema,
  }),
};
