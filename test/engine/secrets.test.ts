import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NodeType, SourceNodeType } from '#nodes/kit/node-type.ts';
import { holdsSecret } from '#nodes/kit/redact.ts';
import { AuthError, RemoteDownError } from '#schemas/errors.ts';
import { defineMessages } from '#schemas/messages.ts';
import { advanceRun } from '#server/jobs/advance-run.ts';
import { EngineHarness } from './harness.ts';

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
])('a source that quotes the credentials when it %s leaves no trace of them', async (_name, fail) => {
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
