import { createHmac } from 'node:crypto';
import { eq } from 'drizzle-orm';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#server/db/database.ts';
import { hookEvent } from '#server/db/schema/index.ts';
import { openSecret } from '#server/hooks/hook-secret.ts';
import { createHookReceiver } from '#server/hooks/receive-call.ts';
import { createEventWriter, type NewEvent } from '#server/hooks/write-events.ts';
import { HookWorld } from './hook-world.ts';

let world: HookWorld;
let flowId = '';
let hookId = '';
let secret = '';
beforeAll(async () => {
  world = await HookWorld.open();
  flowId = await world.switchOn();
  const row = await world.hookOf(flowId);
  hookId = row.id;
  secret = openSecret(world.services.vault, row);
});
afterAll(() => world.close());

interface Sent {
  readonly to?: string;
  readonly body?: string;
  readonly signedWith?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function orderBody(id: number, modified = '2026-11-20T10:00:00'): string {
  return JSON.stringify({ id, status: 'processing', date_modified_gmt: modified, refunds: [] });
}

async function send({ to = hookId, body = orderBody(1), signedWith = secret, headers = {} }: Sent): Promise<Response> {
  return fetch(`${world.address}/hooks/${to}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-wc-webhook-topic': 'order.updated',
      'x-wc-webhook-signature': createHmac('sha256', signedWith).update(body).digest('base64'),
      ...headers,
    },
    body,
  });
}

const events = () => world.services.db.select().from(hookEvent).where(eq(hookEvent.hookId, hookId));

describe('a call', () => {
  test('that is signed is kept before it is answered', async () => {
    expect((await send({ body: orderBody(501) })).status).toBe(202);
    const kept = (await events()).find(({ keys }) => keys[0]?.endsWith(':sale:501'));
    expect(kept).toMatchObject({ topic: 'order.updated', runId: null });
  });

  test('that is repeated is answered alike and kept once', async () => {
    const body = orderBody(502);
    const statuses = await Promise.all(Array.from({ length: 8 }, async () => (await send({ body })).status));
    expect(new Set(statuses)).toEqual(new Set([202]));
    expect((await events()).filter(({ keys }) => keys[0]?.endsWith(':sale:502'))).toHaveLength(1);
  });

  test('to an unknown address is answered as one with a wrong signature', async () => {
    const before = (await events()).length;
    const answers = await Promise.all([
      send({ signedWith: 'wrong' }),
      send({ to: '01900000-0000-7000-8000-000000000000' }),
      send({ to: 'no-id' }),
      send({ to: '../api/health' }),
      send({ headers: { 'x-wc-webhook-signature': '' } }),
    ]);
    const seen = await Promise.all(
      answers.slice(0, 3).map(async (answer) => {
        const headers = [...answer.headers].filter(([name]) => name !== 'date');
        return JSON.stringify([answer.status, headers, await answer.text()]);
      }),
    );
    expect(new Set(seen).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 404, 401]);
    expect(await events()).toHaveLength(before);
  });

  test('of greeting is answered, whatever the address, and does nothing', async () => {
    const before = (await events()).length;
    for (const to of [hookId, 'nobody']) {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const init = { method: 'POST', headers, body: 'webhook_id=12' };
      expect((await fetch(`${world.address}/hooks/${to}`, init)).status).toBe(200);
    }
    expect(await events()).toHaveLength(before);
  });

  test('about something else is taken note of and dropped', async () => {
    const before = (await events()).length;
    expect((await send({ headers: { 'x-wc-webhook-topic': 'product.updated' } })).status).toBe(202);
    expect(await events()).toHaveLength(before);
  });

  test('that is signed and makes no sense is refused with the reason', async () => {
    const answer = await send({ body: '{"hello":true}' });
    expect(answer.status).toBe(422);
    expect(JSON.stringify(await answer.json())).toContain('woocommerce.webhook_unreadable');
  });

  test('of more than 1 MB is refused', async () => {
    const body = JSON.stringify({ id: 1, note: 'x'.repeat(1024 * 1024) });
    const answer = await send({ body }).then(
      ({ status }) => status,
      () => 413,
    );
    expect(answer).toBe(413);
  });

  test('that only reads is told how to call', async () => {
    const answer = await fetch(`${world.address}/hooks/${hookId}`);
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

test('a first delivery writes the job that collects it, in the same commit; the next ones need none', async () => {
  const jobs = async () =>
    (await world.engine.database.sql`select 1 from graphile_worker.jobs where key = ${`hooks:${flowId}`}`).length;
  await world.engine.database.sql`delete from hook_event`;
  await world.engine.database.sql`select graphile_worker.remove_job(${`hooks:${flowId}`})`;
  await send({ body: orderBody(601) });
  expect(await jobs()).toBe(1);
  await world.engine.database.sql`select graphile_worker.remove_job(${`hooks:${flowId}`})`;
  await send({ body: orderBody(602) });
  expect(await jobs()).toBe(0);
});

test('a delivery that cannot be written is answered with 503, and so is one that the database keeps waiting for', async () => {
  const { registry, vault } = world.services;
  const log = pino({ level: 'silent' });
  const body = Buffer.from(orderBody(701));
  const signature = createHmac('sha256', secret).update(body).digest('base64');
  const call = { headers: { 'x-wc-webhook-topic': 'order.updated', 'x-wc-webhook-signature': signature }, body };
  const gone = openDatabase(world.engine.database.url, 1);
  await gone.close();
  const broken = createHookReceiver({ sql: gone.sql, registry, vault, log });
  expect((await broken.receive(hookId, call)).status).toBe(503);

  await world.engine.database.sql.begin(async (held) => {
    await held`lock table hook_event in access exclusive mode`;
    const writer = createEventWriter(world.engine.database.sql, 50);
    const event = {
      id: crypto.randomUUID(),
      hookId,
      flowId,
      deliveryId: 'late',
      topic: 't',
      keys: ['k'],
      documents: null,
    };
    await expect(writer.write(event)).rejects.toThrow();
  });
});

describe('events that are written together', () => {
  const eventOf = (deliveryId: string, id: string = crypto.randomUUID()): NewEvent => {
    return { id, hookId, flowId, deliveryId, topic: 't', keys: ['k'], documents: null };
  };

  test('are fewer statements than events, and none is lost', async () => {
    let statements = 0;
    const { sql } = world.engine.database;
    const counted = new Proxy(sql, {
      apply: (target, self, args) => {
        statements += 1;
        return Reflect.apply(target, self, args);
      },
    });
    const writer = createEventWriter(counted);
    await Promise.all(Array.from({ length: 150 }, (_, at) => writer.write(eventOf(`together-${at}`))));
    const kept = (await events()).filter(({ deliveryId }) => deliveryId.startsWith('together-'));
    expect(kept).toHaveLength(150);
    expect(statements).toBeLessThan(10);
  });

  test('do not fail with one among them that cannot be stored', async () => {
    const writer = createEventWriter(world.engine.database.sql);
    const results = await Promise.allSettled([
      writer.write(eventOf('sound-0')),
      writer.write(eventOf('sound-1')),
      writer.write(eventOf('broken', 'no uuid')),
      writer.write(eventOf('sound-2')),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    const kept = (await events()).filter(({ deliveryId }) => deliveryId.startsWith('sound-'));
    expect(kept).toHaveLength(3);
  });
});
