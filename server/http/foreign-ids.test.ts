import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { endpoints } from '#schemas/api/index.ts';
import { hold, hook, partyLink, posting } from '../db/schema/index.ts';
import { DAILY } from '../schedules/testing/scheduled-flow.ts';
import { type SeededRun, seedRun } from './testing/seed-run.ts';
import { type Person, startTestApp, type TestApp } from './testing/test-app.ts';

let app: TestApp;
let seeded: SeededRun;
let owner: { readonly call: Person; readonly workspaceId: string };
let foreign: Person;
const ids = { posting: '', uncertain: '', schedule: '', key: '', follow: '', hook: '', otherFlow: '', mapping: '' };

async function seedLedger(): Promise<void> {
  const { db } = app.deps;
  const { workspaceId } = owner;
  const { flowId, runId, sales, entries } = seeded;
  const row = (at: number, status: 'posted' | 'uncertain') => ({
    ...{
      id: uuidv7(),
      workspaceId,
      target: `flow:${flowId}:text`,
      sourceSystem: 'acme',
      kind: 'sale',
      status,
      flowId,
      runId,
    },
    ...{ sourceDocument: `s${at + 1}`, entryId: entries[at] ?? '', rootId: sales[at] ?? '', number: `SECRET-${at}` },
    ...{ day: '2026-10-31', amount: '101.10', currency: 'EUR', party: 'Client of ours', hash: 'h' },
  });
  const [posted, uncertain] = [row(1, 'posted'), row(2, 'uncertain')];
  await db.insert(posting).values([posted, uncertain]);
  Object.assign(ids, { posting: posted.id, uncertain: uncertain.id });
  const message = { code: 'acme.odd', params: {}, text: 'Odd', remedy: null, field: null };
  await db.insert(hold).values({
    ...{ flowId, workspaceId, runId, version: 1, nodeId: 'sales', documentKey: 's1', documentId: sales[0] ?? '' },
    ...{ hash: 'h', outcome: 'held', code: message.code, cause: 'odd', message, label: 'Order 1' },
  });
}

/** A customer of the owner's source who waits for a decision. */
async function seedCustomer(): Promise<void> {
  const { workspaceId } = owner;
  const { connectionId } = seeded;
  const rest = { state: 'asked', name: 'Customer of ours', email: 'ours@example.com' } as const;
  await app.deps.db.insert(partyLink).values({ connectionId, key: 'acme:SECRET-customer', workspaceId, ...rest });
}

async function seedTriggers(): Promise<void> {
  const { workspaceId, call } = owner;
  const { flowId } = seeded;
  ids.hook = uuidv7();
  const sealedSecret = app.deps.vault.seal({ secret: 'whsec' }, { workspaceId, connectionId: ids.hook });
  await app.deps.db
    .insert(hook)
    .values({ id: ids.hook, workspaceId, flowId, nodeId: 'sales', sealedSecret, status: 'active' });
  const made = async (method: string, path: string, body: unknown) => {
    const reply = await call(method, path, body);
    if (reply.status !== 200) throw new Error(`${path}: ${JSON.stringify(reply.body)}`);
    return reply.body as Record<string, unknown>;
  };
  ids.mapping = String((await made('POST', '/api/mappings', { name: 'Mapping of ours' }))['id']);
  ids.schedule = String((await made('POST', '/api/schedules', { ...DAILY, flow: flowId }))['id']);
  const { key } = await made('POST', '/api/api-keys', { name: 'till', role: 'editor' });
  ids.key = (key as { id: string }).id;
  const follows = await made('PUT', `/api/flows/${flowId}/follows`, { after: null, statuses: ['failed'] });
  ids.follow = (follows['items'] as { id: string }[])[0]?.id ?? '';
}

beforeAll(async () => {
  app = await startTestApp();
  owner = await app.person();
  const other = await app.person();
  foreign = other.call;
  seeded = await seedRun(app.deps.db, owner.workspaceId);
  ids.otherFlow = (await seedRun(app.deps.db, other.workspaceId)).flowId;
  await seedLedger();
  await seedCustomer();
  await seedTriggers();
});
afterAll(() => app.close());

const OF: readonly (readonly [string, () => string])[] = [
  ['/connections', () => seeded.connectionId],
  ['/flows', () => seeded.flowId],
  ['/runs', () => seeded.runId],
  ['/files', () => seeded.fileId],
  ['/schedules', () => ids.schedule],
  ['/postings', () => ids.posting],
  ['/api-keys', () => ids.key],
  ['/mappings', () => ids.mapping],
];

/** Bodies that pass the contract, so that it is the owner of the id who decides. */
const BODIES: Partial<Record<keyof typeof endpoints, unknown>> = {
  updateConnection: { name: 'x' },
  saveDraft: {
    definition: { format: 'passerelle.flow/1', name: 'x', connections: {}, nodes: {}, edges: [] },
    bindings: {},
    revision: 1,
  },
  renameFlow: { name: 'x' },
  publishFlow: { revision: 1, note: '' },
  restoreVersion: { number: 1, revision: 1 },
  rollBackFlow: { number: 1, current: 1, note: '' },
  discardDraft: { revision: 1 },
  setFlowLimits: { concurrency: 1, maxMinutes: 60 },
  startRun: { mode: 'dry', period: null },
  tickEntries: { entries: 'all', ticked: false },
  confirmReview: { hash: 'x' },
  replayRun: {},
  changeSchedule: { ...DAILY, updatedAt: '2026-01-01T00:00:00.000Z' },
  saveFollow: { after: null, statuses: ['failed'] },
  triggerFlow: {},
  showLabelExamples: { node: 'entries', type: 'to-entries', config: {} },
  setAutomation: { isOn: true },
  saveMapping: { revision: 1, rules: [] },
  renameMapping: { name: 'x' },
  restoreMappingRevision: { revision: 1 },
  previewMappingImport: { text: 'country;withVat', mode: 'merge' },
  tryMapping: { table: 'sales', field: 'withVat', facts: {} },
  checkCompleteness: { from: '2026-10-01', to: '2026-10-31' },
};

/** Everything of the owner's workspace that a foreign call could have changed. */
async function everything(): Promise<unknown> {
  const tables = [
    'flow',
    'flow_version',
    'run',
    'posting',
    'posting_reset',
    'hold',
    'schedule',
    'hook',
    'follow',
    'api_key',
    'mapping',
    'party_link',
  ];
  const all = [...tables, 'connection', 'audit_log'].map(async (table) => {
    const mine = table === 'flow_version' ? sql`flow_id = ${seeded.flowId}` : sql`workspace_id = ${owner.workspaceId}`;
    const rows = await app.deps.db.execute(sql`
      select coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text), '[]') as rows from ${sql.identifier(table)} t where ${mine}`);
    return [table, rows[0]?.['rows']];
  });
  return Object.fromEntries(await Promise.all(all));
}

it('every id in an address belongs to the workspace of whoever calls, and nothing of another one is changed', async () => {
  const before = await everything();
  const named: string[] = [];
  for (const [name, { method, path }] of Object.entries(endpoints)) {
    if (!path.includes('{')) continue;
    const id = OF.find(([start]) => path.startsWith(start))?.[1]();
    if (id === undefined) throw new Error(`${path}: say whose ids these are`);
    const address = path
      .replace('{id}', id)
      .replace('{number}', '1')
      .replace('{follow}', ids.follow)
      .replace('{hook}', ids.hook)
      .replace('{document}', seeded.sales[0] ?? '')
      .replace('{entry}', seeded.entries[0] ?? '')
      .replace('{line}', '0')
      .replace('{revision}', '1')
      .replace('{table}', 'sales')
      .concat(name === 'compareVersions' ? '?before=1&after=draft' : '');
    const body = BODIES[name as keyof typeof endpoints];
    expect(`${name} ${(await foreign(method.toUpperCase(), `/api${address}`, body)).status}`).toBe(`${name} 404`);
    named.push(name);
  }
  expect(named.length).toBeGreaterThan(35);
  expect(await everything()).toEqual(before);
});

it.each([
  ['follow', 'DELETE', () => `follows/${ids.follow}`],
  ['hook', 'POST', () => `automation/hooks/${ids.hook}/check`],
  ['secret', 'POST', () => `automation/hooks/${ids.hook}/secret`],
] as const)('an id of another workspace under a flow of one’s own is nobody’s: %s', async (_, method, below) => {
  expect((await foreign(method, `/api/flows/${ids.otherFlow}/${below()}`)).status).toBe(404);
});

it('ids and keys of another workspace in a body move nothing', async () => {
  const before = await everything();
  const { flowId } = seeded;
  const which = { documents: [{ flow: flowId, key: 's1' }] };
  const customer = { connection: seeded.connectionId, key: 'acme:SECRET-customer' };
  const scope = { kind: 'list', flow: flowId, ids: [ids.posting] };
  const answers = [
    await foreign('POST', '/api/postings/uncertain/decisions', { what: { posting: ids.uncertain }, isThere: true }),
    await foreign('POST', '/api/postings/reset/preview', { scope }),
    await foreign('POST', '/api/postings/reset', { scope, token: 'x', reason: 'because of reasons' }),
    await foreign('POST', '/api/holds/retry', { which }),
    await foreign('POST', '/api/holds/retry', { which: { flow: flowId } }),
    await foreign('POST', '/api/holds/dismiss', { which, reason: 'because of reasons' }),
    await foreign('POST', '/api/holds/restore', { which }),
    await foreign('POST', '/api/holds/rule', { cause: 'odd', flow: flowId, set: { account: '7' } }),
    await foreign('POST', '/api/mappings', { name: 'x', copyOf: ids.mapping }),
    await foreign('POST', '/api/lists/refresh', { connection: seeded.connectionId }),
    await foreign('POST', '/api/lists/refresh', { flow: flowId }),
    await foreign('POST', '/api/lists/refresh', { mapping: ids.mapping }),
    await foreign('POST', '/api/customers/decide', { which: [customer], decision: 'approve' }),
    await foreign('POST', '/api/customers/decide', { which: [customer], decision: 'refuse' }),
    await foreign('POST', '/api/customers/link', {
      ...customer,
      ...{ reference: 'K-1', ledgerAccount: null, auxiliaryAccount: null },
    }),
    await foreign('POST', '/api/customers/forget', customer),
    await foreign('POST', '/api/schedules', { ...DAILY, flow: flowId }),
    await foreign('PUT', `/api/flows/${ids.otherFlow}/follows`, { after: flowId, statuses: ['failed'] }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([
    404, 404, 404, 409, 409, 409, 409, 404, 404, 404, 404, 404, 409, 409, 404, 404, 404, 404,
  ]);
  expect(await everything()).toEqual(before);
});

it('no list, search, sum or figure shows what belongs to another workspace', async () => {
  const mine = [
    seeded.flowId,
    seeded.connectionId,
    seeded.runId,
    ...Object.values(ids),
    'SECRET-',
    'Client of ours',
    'Mapping of ours',
    'Customer of ours',
  ];
  const theirs = mine.filter((id) => id !== ids.otherFlow);
  const filters = [
    ...['', `?flow=${seeded.flowId}`, `?connection=${seeded.connectionId}`, '?search=SECRET', '?search=Client'],
    ...['?search=Customer', '?customer=acme:SECRET-customer'],
  ];
  for (const [name, { method, path, role }] of Object.entries(endpoints)) {
    if (method !== 'get' || path.includes('{') || role === 'public') continue;
    for (const filter of filters) {
      const { body } = await foreign('GET', `/api${path}${filter}`);
      const text = JSON.stringify(body);
      for (const secret of theirs) expect(text.includes(secret), `${name}${filter} shows ${secret}`).toBe(false);
    }
  }
  const own = await owner.call('GET', '/api/postings');
  expect(JSON.stringify(own.body)).toContain('SECRET-');
  const customers = await owner.call('GET', '/api/customers?search=Customer');
  expect(JSON.stringify(customers.body)).toContain('Customer of ours');
});
