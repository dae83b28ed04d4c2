import { afterAll, beforeAll, expect, it } from 'vitest';
import { startReceiver } from '#nodes/http-target/testing/receiver.ts';
import type { NodeType, SourceNodeType } from '#nodes/kit/node-type.ts';
import { holdsSecret } from '#nodes/kit/redact.ts';
import { startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import { AuthError, HoldError, PasserelleError, RemoteDownError, RemoteRefusedError } from '#schemas/errors.ts';
import { defineMessages } from '#schemas/messages.ts';
import { hook } from '#server/db/schema/index.ts';
import { openSecret, sealNewSecret } from '#server/hooks/hook-secret.ts';
import { loadHookedFlow } from '#server/hooks/load-hook.ts';
import { withSource } from '#server/hooks/source-world.ts';
import { advanceRun } from '#server/jobs/advance-run.ts';
import { EngineHarness } from './harness.ts';
import { toTarget } from './target-flow.ts';

const SECRETS = { consumerKey: 'ck_canary-4711/+é"', consumerSecret: 'cs_canary-0815 & co' };
const SHOP = { fields: { url: 'https://shop.example' }, secrets: SECRETS };
const FORMS = Object.values(SECRETS).flatMap((secret) => [
  secret,
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64'),
  Buffer.from(`user:${secret}`).toString('base64'),
  Buffer.from(secret).toString('hex'),
]);
const { build } = defineMessages('rude', {
  quotes: {
    text: { en: 'Not with {key}', fr: 'Pas avec {key}', nl: 'Niet met {key}' },
    remedy: { en: 'Mind {key}', fr: 'Attention à {key}', nl: 'Let op {key}' },
  },
});

let engine: EngineHarness;
beforeAll(async () => {
  engine = await EngineHarness.create([0]);
});
afterAll(() => engine.database.drop());

/** The engine with a shop connector that does what none may: it puts its credentials into what it throws. */
function withRudeSource(read: SourceNodeType['read'], written: string[]): EngineHarness['services'] {
  const { registry, logger } = engine.services;
  const rude = [...registry.nodeTypes].map(([id, type]): [string, NodeType] =>
    type.kind === 'source' ? [id, { ...type, read } as NodeType] : [id, type],
  );
  const note = Object.assign(Object.create(logger) as typeof logger, {
    warn: (...parts: unknown[]) => written.push(JSON.stringify(parts)),
    error: (...parts: unknown[]) => written.push(JSON.stringify(parts)),
  });
  return { ...engine.services, registry: { ...registry, nodeTypes: new Map(rude) }, logger: note };
}

/** Every row of every table, the queue's and the connection's own included. */
async function dump(): Promise<string> {
  const { sql } = engine.database;
  const tables = await sql`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`;
  const rows = await Promise.all(tables.map(({ name }) => sql.unsafe(`select * from ${String(name)}`)));
  return JSON.stringify(rows);
}

it.each<[string, (text: string) => Error]>([
  ['refuses for good', (text) => new AuthError(build.quotes({ key: text }))],
  ['asks to come back', (text) => new RemoteDownError(build.quotes({ key: text }))],
  ['breaks', (text) => new TypeError(`cannot read ${text}`)],
])('F-04 a source that quotes the credentials when it %s leaves no trace of them', async (_name, fail) => {
  const written: string[] = [];
  const flowId = await engine.publish(SHOP);
  for (const form of FORMS) {
    const services = withRudeSource(async ({ log }) => {
      log.error(build.quotes({ key: form }), { excerpt: form });
      throw fail(form);
    }, written);
    const runId = await engine.start(flowId);
    for (let tries = 0; tries < 3; tries += 1) {
      await advanceRun(services, runId, new AbortController().signal).catch((error: Error) =>
        written.push(`${error.message} ${error.stack} ${String(error.cause)}`),
      );
    }
  }
  const rows = await engine.database.sql`select count(*)::int as lines from step_log`;
  expect(rows[0]?.['lines']).toBeGreaterThanOrEqual(FORMS.length);
  const kept = `${await dump()} ${written.join('\n')}`;
  const found = FORMS.filter((form) => kept.includes(form) || kept.includes(JSON.stringify(form).slice(1, -1)));
  expect(found).toEqual([]);
  expect(holdsSecret(kept, Object.values(SECRETS))).toBe(false);
  expect(kept).toContain('[hidden]');
});

it.each<[string, (text: string) => Error]>([
  ['refuses a document', (text) => new RemoteRefusedError(build.quotes({ key: text }))],
  ['wants a document mended', (text) => new HoldError(build.quotes({ key: text }))],
  ['does not answer', (text) => new RemoteDownError(build.quotes({ key: text }))],
  ['turns us away', (text) => new AuthError(build.quotes({ key: text }))],
])('F-04 a target that quotes the credentials when it %s leaves no trace of them', async (name, fail) => {
  const shop = await startFakeShop({ shop: shopOf([recordedCase('prices-incl__be-guest-simple-shipping')]) });
  const books = await startReceiver({ manner: 'key' });
  const token = books.secrets['token'] ?? '';
  const flow = { ...toTarget(engine.template('woocommerce-fec', {}), 'key'), name };
  const flowId = await engine.publishFlow(flow, shop, {
    books: { type: 'http-target', fields: { ...books.fields, ...books.secrets } },
  });
  const { registry } = engine.services;
  const deliver = () => Promise.reject(fail(token));
  const rude = [...registry.nodeTypes].map(([id, type]): [string, NodeType] =>
    type.kind === 'deliver' ? [id, { ...type, deliver } as NodeType] : [id, type],
  );
  const services = { ...engine.services, registry: { ...registry, nodeTypes: new Map(rude) } };
  const runId = await engine.start(flowId);
  for (let tries = 0; tries < 8; tries += 1) await advanceRun(services, runId, new AbortController().signal);
  const kept = await dump();
  expect(kept.includes(token)).toBe(false);
  expect(holdsSecret(kept, [token])).toBe(false);
  await shop.close();
  await books.close();
});

it('F-04 a shop that quotes the credentials, or the secret of a webhook, to whoever registers one leaves no trace of them', async () => {
  const flowId = await engine.publish(SHOP);
  const { db } = engine.database;
  const flow = await loadHookedFlow(db, flowId);
  const connectionId = Object.values(flow?.row.bindings ?? {})[0] ?? null;
  if (!flow || connectionId === null) throw new Error('nothing was published');
  const { workspaceId } = flow.row;
  const id = '01900000-0000-7000-8000-000000000001';
  const sealedSecret = sealNewSecret(engine.services.vault, { id, workspaceId });
  const values = { id, workspaceId, flowId, connectionId, nodeId: 'orders', sealedSecret, status: 'active' as const };
  const [row] = await db.insert(hook).values(values).returning();
  if (!row) throw new Error('no hook');
  const secret = openSecret(engine.services.vault, row);
  for (const quoted of [...FORMS, secret]) {
    const detail = build.quotes({ key: quoted });
    for (const error of [new RemoteRefusedError(detail), new RemoteDownError(detail), new TypeError(quoted)]) {
      const thrown: unknown = await withSource(engine.services, { hook: row, flow, connectionId, config: {} }, () =>
        Promise.reject(error),
      ).catch((caught: unknown) => caught);
      const text = `${String(thrown)} ${JSON.stringify(thrown)} ${thrown instanceof Error ? thrown.stack : ''}`;
      expect(holdsSecret(text, [...Object.values(SECRETS), secret]), text).toBe(false);
      expect(thrown instanceof RemoteDownError).toBe(error instanceof RemoteDownError);
      expect(thrown instanceof PasserelleError).toBe(error instanceof PasserelleError);
    }
  }
});
