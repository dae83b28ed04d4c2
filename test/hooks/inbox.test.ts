import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import { contextFor, readAll } from '#nodes/woocommerce/testing/shop-test.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import { unpackJson } from '#server/db/packed-json.ts';
import { collectEvents } from '#server/hooks/collect-events.ts';
import { openSecret } from '#server/hooks/hook-secret.ts';
import { tendHook } from '#server/hooks/tend-hook.ts';
import { toTarget } from '../engine/target-flow.ts';
import { HookWorld } from './hook-world.ts';

const README = join(import.meta.dirname, '../../nodes/inbox/README.md');

let now = new Date();
let world: HookWorld;
let flowId = '';
let address = '';
let secret = '';
let sale: SalesDocument;

/** A flow whose sales come through an inbox. */
function inboxFlow(): FlowDefinition {
  const { connections, nodes, edges, ...rest } = toTarget(world.engine.template('woocommerce-fec', {}), 'nothing');
  const { shop: _shop, ...others } = connections;
  const orders = { type: 'inbox', version: 1, config: { dateAxis: 'created' } };
  return { ...rest, name: 'Inbox', connections: others, nodes: { ...nodes, orders }, edges };
}

beforeAll(async () => {
  world = await HookWorld.open({ now: () => now });
  flowId = await world.switchOn(inboxFlow());
  const row = await world.hookOf(flowId);
  await tendHook(world.services, row.id);
  secret = openSecret(world.services.vault, row);
  address = (await world.automation(flowId)).hooks[0]?.address ?? '';
  const fake = await startFakeShop({ shop: shopOf([recordedCase('prices-incl__nl-oss')]) });
  const [item] = await readAll(contextFor(fake));
  await fake.close();
  sale = { ...(item?.body as SalesDocument), source: { system: 'till', shop: 'Namur', url: null } };
});
afterAll(() => world.close());

const documentOf = (id: string, changes: Partial<SalesDocument> = {}): SalesDocument => {
  return { ...sale, id, number: id, ...changes };
};

interface Sent {
  readonly body: string;
  readonly delivery?: string;
  readonly timestamp?: number;
  readonly signature?: string;
}

async function send({ body, delivery = 'd', timestamp = Math.floor(now.getTime() / 1000), signature }: Sent) {
  const right = `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
  const headers = {
    'x-passerelle-timestamp': String(timestamp),
    'x-passerelle-signature': signature ?? right,
    'x-passerelle-delivery': delivery,
  };
  const answer = await fetch(address, { method: 'POST', body, headers });
  return { status: answer.status, text: await answer.text() };
}

async function runWaiting(): Promise<void> {
  const runId = await collectEvents(world.services, flowId);
  if (runId === null) throw new Error('nothing was waiting');
  expect(await world.engine.drain(runId)).toBe('succeeded');
}

test('the state shows an address for a person to enter elsewhere', async () => {
  const [state] = (await world.automation(flowId)).hooks;
  expect(state).toMatchObject({ status: 'active', isManual: true, isSwept: false, connection: null });
});

describe('documents that are sent', () => {
  test('are booked, though nobody can be asked for them again', async () => {
    const body = JSON.stringify([documentOf('t-1'), documentOf('t-2')]);
    expect((await send({ body })).status).toBe(202);
    await runWaiting();
    expect([...(await world.postedTimes(flowId))]).toEqual([
      ['t-1', 1],
      ['t-2', 1],
    ]);
  });

  test('again with the same id and content are kept once', async () => {
    const body = JSON.stringify(documentOf('t-3'));
    for (let time = 0; time < 3; time += 1) expect((await send({ body, delivery: 'same' })).status).toBe(202);
    expect((await world.automation(flowId)).hooks[0]?.waiting).toBe(1);
    await runWaiting();
  });

  test('under the id of another call are not lost', async () => {
    await send({ body: JSON.stringify(documentOf('t-4')), delivery: 'reused' });
    await send({ body: JSON.stringify(documentOf('t-5')), delivery: 'reused' });
    await runWaiting();
    const posted = await world.postedTimes(flowId);
    expect([posted.get('t-4'), posted.get('t-5')]).toEqual([1, 1]);
  });

  test('with changes count as they were sent last', async () => {
    await send({ body: JSON.stringify(documentOf('t-6', { status: 'first' })) });
    await send({ body: JSON.stringify(documentOf('t-6', { status: 'second' })) });
    const runId = (await collectEvents(world.services, flowId)) ?? '';
    await world.engine.drain(runId);
    const rows = await world.engine.database.sql`
      select p.body from document d join payload p on p.document_id = d.id
      where d.run_id = ${runId} and d.root_id = d.id`;
    expect(rows.map((row) => unpackJson(row['body']))).toEqual([expect.objectContaining({ status: 'second' })]);
  });

  test('are read by a run for their period, and by no other', async () => {
    const day = sale.createdAt.slice(0, 10);
    const run = await world.engine.start(flowId, 'cli', { from: day, to: day });
    await world.engine.drain(run);
    expect((await world.engine.counts(run)).total).toBe(6);
    const other = await world.engine.start(flowId, 'cli', { from: '2001-01-01', to: '2001-01-31' });
    await world.engine.drain(other);
    expect((await world.engine.counts(other)).total).toBe(0);
  });
});

describe('a call is refused', () => {
  const body = JSON.stringify({});
  test.each<[string, () => Sent, number, string]>([
    ['with another signature', () => ({ body, signature: `sha256=${'0'.repeat(64)}` }), 401, ''],
    ['with a signature of another form', () => ({ body, signature: 'abc' }), 401, ''],
    ['from six minutes ago', () => ({ body, timestamp: Math.floor(now.getTime() / 1000) - 360 }), 401, ''],
    ['from six minutes ahead', () => ({ body, timestamp: Math.floor(now.getTime() / 1000) + 360 }), 401, ''],
    ['that is no JSON', () => ({ body: 'id=1' }), 422, 'inbox.not_json'],
    ['that holds no document', () => ({ body }), 422, 'inbox.not_a_document'],
    [
      'whose second document is wrong, as a whole',
      () => ({ body: JSON.stringify([documentOf('t-90'), { ...documentOf('t-91'), total: 12.5 }]) }),
      422,
      '"position":"2","field":"total"',
    ],
    [
      'with more than 500 documents',
      () => ({ body: JSON.stringify(Array.from({ length: 501 }, () => 1)) }),
      422,
      'inbox.too_many',
    ],
    [
      'with a character that no database keeps',
      () => ({ body: JSON.stringify(documentOf('t-92', { status: 'a\0b' })) }),
      422,
      'inbox.bad_text',
    ],
  ])('%s', async (_name, sent, status, words) => {
    const answer = await send(sent());
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(words);
    expect((await world.automation(flowId)).hooks[0]?.waiting).toBe(0);
  });

  test('five minutes after it was listened in on', async () => {
    const sent = { body: JSON.stringify(documentOf('t-93')), timestamp: Math.floor(now.getTime() / 1000) };
    now = new Date(now.getTime() + 301_000);
    expect((await send(sent)).status).toBe(401);
    now = new Date();
  });
});

test('the example of the README works as it stands', async () => {
  const example = /```sh\n([\s\S]*?)```/.exec(await readFile(README, 'utf8'))?.[1] ?? '';
  const folder = await mkdtemp(join(tmpdir(), 'inbox-'));
  try {
    await writeFile(join(folder, 'sales.json'), JSON.stringify([documentOf('readme-1')]));
    const environment = { ...process.env, ADDRESS: address, SECRET: secret, NO_PROXY: '*' };
    const { stdout } = await promisify(execFile)('sh', ['-c', example], { cwd: folder, env: environment });
    expect(stdout).toBe('202');
    await runWaiting();
    expect((await world.postedTimes(flowId)).get('readme-1')).toBe(1);
  } finally {
    await rm(folder, { recursive: true });
  }
});
