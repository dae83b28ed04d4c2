import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunSummary } from '#schemas/api/runs.ts';
import { auditLog, run } from '../db/schema/index.ts';
import { seedRun } from '../http/testing/seed-run.ts';
import { type Person, type Reply, startTestApp, type TestApp } from '../http/testing/test-app.ts';

let app: TestApp;
let owner: Person;
let secret: string;
let flowId: string;
beforeAll(async () => {
  app = await startTestApp();
  const person = await app.person();
  owner = person.call;
  ({ flowId } = await seedRun(app.deps.db, person.workspaceId));
  const made = await owner('POST', '/api/api-keys', { name: 'Script', role: 'editor' });
  ({ secret } = made.body as { secret: string });
});
afterAll(() => app.close());

function trigger(body: object = {}, headers: Record<string, string> = {}): Promise<Reply> {
  return app.stranger('POST', `/api/flows/${flowId}/trigger`, body, { authorization: `Bearer ${secret}`, ...headers });
}
const idOf = ({ body }: Reply) => (body as RunSummary).id;
const codeOf = ({ body }: Reply) => (body as { error: { code: string } }).error.code;
const PERIOD = { from: '2026-01-01', to: '2026-01-31' };

describe('a flow that a program starts', () => {
  it('runs live and over everything unless told otherwise', async () => {
    const reply = await trigger();
    expect(reply).toMatchObject({
      status: 200,
      body: { trigger: 'api', mode: 'live', period: null, status: 'queued' },
    });
    expect(idOf(await trigger())).not.toBe(idOf(reply));
    expect(await trigger({ mode: 'dry', period: PERIOD })).toMatchObject({ body: { mode: 'dry', period: PERIOD } });
  });

  it('is one run for one key, in the body or in the header, however often the order comes', async () => {
    const first = await trigger({ period: PERIOD, idempotencyKey: 'close-2026-01' });
    const again = await trigger({ period: PERIOD, idempotencyKey: 'close-2026-01' });
    const inHeader = await trigger({ period: PERIOD }, { 'idempotency-key': 'close-2026-01' });
    expect([again, inHeader].map((reply) => [reply.status, idOf(reply)])).toEqual([
      [200, idOf(first)],
      [200, idOf(first)],
    ]);
    const rows = await app.deps.db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.action, 'run.triggered'), eq(auditLog.subject, `run:${idOf(first)}`)));
    expect(rows).toHaveLength(1);
  });

  it('is one run for ten calls at the same instant', async () => {
    const replies = await Promise.all(Array.from({ length: 10 }, () => trigger({ idempotencyKey: 'at once' })));
    expect(replies.map((reply) => reply.status)).toEqual(Array(10).fill(200));
    expect(new Set(replies.map(idOf)).size).toBe(1);
  });

  it('is refused with 409 when the key came with another order, and nothing is started', async () => {
    await trigger({ idempotencyKey: 'mixed up' });
    const count = async () => (await app.deps.db.select().from(run).where(eq(run.flowId, flowId))).length;
    const before = await count();
    for (const order of [{ mode: 'dry' }, { period: PERIOD }]) {
      const reply = await trigger({ ...order, idempotencyKey: 'mixed up' });
      expect([reply.status, codeOf(reply)]).toEqual([409, 'triggers.other_order']);
    }
    expect(await count()).toBe(before);
  });

  it.each([
    [{ idempotencyKey: 'a' }, { 'idempotency-key': 'b' }, 'triggers.two_keys'],
    [{}, { 'idempotency-key': 'x'.repeat(201) }, 'triggers.bad_key'],
  ])('is refused when it is not clear which key counts', async (body, headers, code) => {
    const reply = await trigger(body, headers);
    expect([reply.status, codeOf(reply)]).toEqual([400, code]);
  });

  it('is told of its run though the flow could not be started any more', async () => {
    const first = await trigger({ idempotencyKey: 'before' });
    await app.database.sql`update flow set published_version = null where id = ${flowId}`;
    expect(idOf(await trigger({ idempotencyKey: 'before' }))).toBe(idOf(first));
    expect((await trigger({ idempotencyKey: 'after' })).status).toBe(422);
    await app.database.sql`update flow set published_version = 1 where id = ${flowId}`;
  });

  it('is nobody else’s: not of another workspace, not for a viewer', async () => {
    const other = await app.person();
    expect((await other.call('POST', `/api/flows/${flowId}/trigger`, {})).status).toBe(404);
    const made = await owner('POST', '/api/api-keys', { name: 'Reader', role: 'viewer' });
    const reader = { authorization: `Bearer ${(made.body as { secret: string }).secret}` };
    expect((await app.stranger('POST', `/api/flows/${flowId}/trigger`, {}, reader)).status).toBe(403);
  });
});
