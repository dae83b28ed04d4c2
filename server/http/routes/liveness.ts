import { sql } from 'drizzle-orm';
import type { ApiRoom } from '../implement.ts';
import { httpApiMessages } from '../messages.ts';

/** Whoever watches us (a load balancer, a monitor) waits no longer than that. */
const LONGEST_MS = 3_000;

function tooLate(): Promise<string> {
  return new Promise((resolve) => setTimeout(resolve, LONGEST_MS, 'CONNECT_TIMEOUT').unref());
}

/** GET /api/health, open to all: 200 while the database answers, 503 with the reason when it does not. */
export function serveLiveness({ app, deps }: ApiRoom): void {
  const { version } = deps;
  app.get('/api/health', async (c) => {
    const asked = deps.db.execute(sql`select 1`).then(
      () => null,
      () => 'unreachable',
    );
    const problem = await Promise.race([asked, tooLate()]);
    if (problem === null) return c.json({ ok: true, version, database: 'ok' });
    const error = httpApiMessages.build.database_away({ code: problem });
    return c.json({ ok: false, version, database: 'unreachable', error }, 503);
  });
}
