import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { Logger } from 'pino';
import type { ApiError } from '#schemas/api/shared.ts';
import { PasserelleError } from '#schemas/errors.ts';
import { httpApiMessages } from './messages.ts';
import { Refusal } from './refusal.ts';

/**
 * Turns what a handler threw into an answer. A PasserelleError speaks for itself (422 unless it names a status);
 * everything else is our own fault: it goes to the log under a reference, and the client learns the reference only.
 */
export function answerError(c: Context, error: unknown, log: Logger): Response {
  if (error instanceof PasserelleError) {
    const status = error instanceof Refusal ? error.status : 422;
    const problems = error instanceof Refusal ? error.problems : [];
    const body: ApiError = { error: error.detail, ...(problems.length > 0 ? { problems: [...problems] } : {}) };
    return c.json(body, status);
  }
  const reference = randomUUID();
  log.error({ err: error, reference, method: c.req.method, path: c.req.path }, 'request failed');
  const body: ApiError = { error: httpApiMessages.build.unexpected({ reference }) };
  return c.json(body, 500);
}
