import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { PasserelleError } from '#schemas/errors.ts';
import { withJitter } from '../limits/jitter.ts';
import { awayCodeOf } from './database-away.ts';

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 10_000;
/** After that the job goes back to the queue, which tries again at growing distances. */
const LONGEST_OUTAGE_MS = 15 * 60_000;

/**
 * Does work that may be done again, until the database lets it: a restart, a dropped connection or a full disk is waited
 * for here, with the job in hand, so that the run goes on within seconds of the end of it and none of its own attempts
 * is used up.
 *
 * @throws what the work throws for any other reason; the database's own error when we are told to stop, or after 15 min
 */
export async function outlastDatabase<T>(work: () => Promise<T>, signal: AbortSignal, logger: Logger): Promise<T> {
  const started = performance.now();
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const code = error instanceof PasserelleError ? null : awayCodeOf(error);
      if (code === null || signal.aborted || performance.now() - started > LONGEST_OUTAGE_MS) throw error;
      const wait = withJitter(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt));
      logger.warn({ code, wait }, 'the database cannot work; the batch is tried again');
      await sleep(wait, undefined, { signal }).catch(() => undefined);
    }
  }
}
