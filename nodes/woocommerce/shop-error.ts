import { z } from 'zod';
import { wordsOf } from './text.ts';

const errorBodySchema = z.object({
  code: z.string(),
  message: z.string().catch(''),
  data: z.object({ status: z.int().nullish() }).nullish().catch(null),
});

/** What a WordPress error object says; some proxies deliver one with status 200. */
export interface ShopError {
  readonly code: string;
  readonly message: string;
  readonly status: number | null;
}

/** The error object in an answer, or null when the answer is something else. */
export function readErrorBody(json: unknown): ShopError | null {
  const body = errorBodySchema.safeParse(json).data;
  if (!body || typeof json !== 'object' || json === null || 'id' in json) return null;
  return {
    code: body.code,
    message: `${wordsOf(body.message)} (${body.code})`.trim(),
    status: body.data?.status ?? null,
  };
}
