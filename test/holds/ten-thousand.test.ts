import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connector as download } from '#nodes/download/index.ts';
import { connector as journalEntry } from '#nodes/journal-entry/index.ts';
import { type Registry, registryOf } from '#nodes/kit/registry.ts';
import { connector as manualTrigger } from '#nodes/manual-trigger/index.ts';
import { connector as textFile } from '#nodes/text-file/index.ts';
import type { HoldCause } from '#schemas/api/holds.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import { decimal } from '#schemas/money.ts';
import { isFinished } from '#schemas/outcome.ts';
import { HEADLESS_WORKSPACE, publishHeadless } from '#server/cli/headless-flow.ts';
import { hold, posting, run } from '#server/db/schema/index.ts';
import { type TestDatabase, testDatabase } from '#server/db/test-database.ts';
import { listHoldCauses } from '#server/holds/list-causes.ts';
import { retryHolds } from '#server/holds/retry-holds.ts';
import { advanceRun } from '#server/jobs/advance-run.ts';
import { startRun } from '#server/jobs/control.ts';
import type { EngineServices } from '#server/jobs/services.ts';
import { countRun } from '#server/runs/count-outcomes.ts';
import { createVault } from '#server/vault/vault.ts';
import { PLANTED, type PlantedShop, plantShop, type Trouble } from './planted-shop.ts';

const ORDERS = 10_000;
const TROUBLES = Object.keys(PLANTED) as Trouble[];
const IN_TROUBLE = Object.values(PLANTED).reduce((sum, { count }) => sum + count, 0);
const CALLER = { workspaceId: HEADLESS_WORKSPACE, userId: 'ada', role: 'editor' } as const;

let database: TestDatabase;
let services: EngineServices;
let registry: Registry;
let shop: PlantedShop;
let flowId: string;
beforeAll(async () => {
  database = await testDatabase();
  shop = plantShop(ORDERS);
  registry = registryOf([shop.connector, manualTrigger, journalEntry, textFile, download]);
  services = {
    ...{ db: database.db, registry, retryDelaysMs: [], now: () => new Date() },
    vault: createVault(randomBytes(32)),
    config: { allowPrivateNetwork: false },
    logger: pino({ level: 'silent' }),
  };
  flowId = await publish({});
});
afterAll(() => database.drop());

function publish(mapping: Record<string, unknown>): Promise<string> {
  const node = (type: string, config: Record<string, unknown> = {}) => ({ type, version: 1, config });
  const edge = (from: string, out: string, to: string, into: string) => ({
    from: { node: from, port: out },
    to: { node: to, port: into },
  });
  const definition: FlowDefinition = {
    ...{ format: 'passerelle.flow/1', name: 'Planted', description: '', zone: 'Europe/Paris', connections: {} },
    nodes: {
      start: node('manual-trigger'),
      orders: node('planted-sales'),
      entries: node('journal-entry', mapping),
      file: node('text-file', { preset: 'fec', siren: '732829320' }),
      done: node('download'),
    },
    edges: [
      edge('orders', 'sales', 'entries', 'documents'),
      edge('entries', 'entries', 'file', 'entries'),
      edge('file', 'file', 'done', 'file'),
    ],
    layout: { nodes: {}, notes: [] },
  };
  return publishHeadless({ database, registry, vault: services.vault }, definition, {});
}

async function drain(runId: string): Promise<void> {
  for (;;) {
    await advanceRun(services, runId, new AbortController().signal);
    const [row] = await database.db.select({ status: run.status }).from(run).where(eq(run.id, runId));
    if (row && isFinished(row.status)) return;
  }
}

const causes = async () => (await listHoldCauses({ db: database.db, registry }, CALLER, {})).items;
const figures = ({ message, count, sums }: HoldCause) => ({ code: message.code, count, sums });
const sorted = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort();

/** What the queue must say of these troubles, worked out from what was planted. */
function expected(troubles: readonly Trouble[]) {
  return troubles.map((trouble) => {
    const { code, count, total, currency } = PLANTED[trouble];
    const sums = total === null ? [] : [{ currency, amount: decimal(total).times(count).toFixed(2) }];
    return { code, count, sums };
  });
}

async function waitingKeys(): Promise<string[]> {
  const rows = await database.db.select({ key: hold.documentKey }).from(hold);
  return rows.map(({ key }) => key).sort();
}

async function postedKeys(): Promise<string[]> {
  const rows = await database.db.select({ key: posting.sourceDocument, status: posting.status }).from(posting);
  expect(rows.every(({ status }) => status === 'posted')).toBe(true);
  return rows.map(({ key }) => key).sort();
}

const keysOf = (troubles: readonly Trouble[]) => troubles.flatMap((trouble) => shop.keysOf(trouble)).sort();

it('counts 10,000 orders with seven planted causes by cause, exactly', async () => {
  const order = { workspaceId: HEADLESS_WORKSPACE, flowId, mode: 'live' as const, period: null, startedBy: null };
  await drain(await startRun(database.db, registry, { ...order, trigger: 'manual' }));
  const found = await causes();
  console.info(
    [
      `${ORDERS} orders, ${IN_TROUBLE} in trouble:`,
      ...found.map(({ count, message }) => `${String(count).padStart(5)} ${message.code} – ${message.remedy}`),
    ].join('\n'),
  );
  expect(sorted(found.map(figures))).toEqual(sorted(expected(TROUBLES)));
  expect(await waitingKeys()).toEqual(keysOf(TROUBLES));
  expect((await postedKeys()).length).toBe(ORDERS - IN_TROUBLE);
});

it('leads each cause that a setting mends to that setting', async () => {
  const places = (await causes()).map(({ message, flows }) => [message.code, flows[0]?.mend?.setting ?? null]);
  expect(Object.fromEntries(places)).toEqual({
    'vat.unmapped_rate': 'vatRules',
    'entry.currency_without_rate': 'exchangeRates',
    'vat.outside_eu': 'vatRules',
    'vat.untaxed_eu_consumer': 'vatRules',
    'entry.difference_too_big': 'rounding.limit',
    'planted.torn': null,
  });
});

it('releases exactly the documents of one cause once it is mended: the others wait on, nothing is posted twice', async () => {
  const before = await postedKeys();
  const mended = (await causes()).find(({ message }) => message.remedy?.includes('USD'));
  await publish({ exchangeRates: [{ currency: 'USD', rate: '0.92' }] });
  const { runs, count } = await retryHolds({ db: database.db, registry }, CALLER, {
    which: { cause: mended?.id },
    version: 2,
  });
  const [{ id: runId = '' } = {}] = runs;
  expect(count).toBe(PLANTED.dollars.count);
  await drain(runId);

  const counts = await countRun(database.db, runId);
  const left = await causes();
  console.info(`retry with version 2: ${JSON.stringify(counts)}; ${shop.fetched()} documents read again`);
  expect(counts).toMatchObject({ total: PLANTED.dollars.count, posted: PLANTED.dollars.count });
  expect(shop.fetched()).toBe(PLANTED.dollars.count);
  const others = TROUBLES.filter((trouble) => trouble !== 'dollars');
  expect(sorted(left.map(figures))).toEqual(sorted(expected(others)));
  expect(await waitingKeys()).toEqual(keysOf(others));
  const after = await postedKeys();
  expect(after).toEqual([...before, ...shop.keysOf('dollars')].sort());
  expect(new Set(after).size).toBe(after.length);
});

it('changes nothing when everything is run again with the mended version', async () => {
  const [posted, waiting] = [await postedKeys(), (await causes()).map(figures)];
  const order = { workspaceId: HEADLESS_WORKSPACE, flowId, mode: 'live' as const, period: null, startedBy: null };
  const runId = await startRun(database.db, registry, { ...order, trigger: 'manual' });
  await drain(runId);
  expect(await countRun(database.db, runId)).toMatchObject({ total: ORDERS, posted: 0, skipped: posted.length });
  expect(await postedKeys()).toEqual(posted);
  expect((await causes()).map(figures)).toEqual(waiting);
});
