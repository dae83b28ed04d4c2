import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { Logger } from 'pino';
import type { ApiError } from '#schemas/api/shared.ts';
import { PasserelleError } from '#schemas/errors.ts';
import { awayCodeOf } from '../jobs/database-away.ts';
import { httpApiMessages } from './messages.ts';
import { Refusal } from './refusal.ts';

/** What the log may hold of an error: the database library quotes the values of a query, and those stay out. */
function loggable(error: unknown): unknown {
  if (!(error instanceof Error) || !('params' in error)) return error;
  const { query, cause, stack } = error as Error & { readonly query?: string };
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : null;
  const frames = stack?.split('\n').filter((line) => line.startsWith('    at '));
  return { type: 'QueryError', query, code, message: cause instanceof Error ? cause.message : null, stack: frames };
}

/**
 * Turns what a handler threw into an answer. A PasserelleError speaks for itself (422 unless it names a status); a
 * database that is away is said (503);
 * everything else is our own fault: it goes to the log under a reference, and the client learns the reference only.
 */
export function answerError(c: Context, error: unknown, log: Logger): Response {
  if (error instanceof PasserelleError) {
    const status = error instanceof Refusal ? error.status : 422;
    const problems = error instanceof Refusal ? error.problems : [];
    const body: ApiError = { error: error.detail, ...(problems.length > 0 ? { problems: [...problems] } : {}) };
    return c.json(body, status);
  }
  const code = awayCodeOf(error);
  if (code !== null) {
    log.warn({ code, method: c.req.method, path: c.req.path }, 'the database cannot work');
    const away: ApiError = { error: httpApiMessages.build.database_away({ code }) };
    return c.json(away, 503, { 'retry-after': '5' });
  }
  const reference = randomUUID();
  log.error({ err: loggable(error), reference, method: c.req.method, path: c.req.path }, 'request failed');
  const body: ApiError = { error: httpApiMessages.build.unexpected({ reference }) };
  return c.json(body, 500);
}
