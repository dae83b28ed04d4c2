import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { NodeType } from '#nodes/kit/node-type.ts';
import { registryOf } from '#nodes/kit/registry.ts';
import type { Flow, FlowEvent } from '#schemas/api/flows.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import type { FlowDiff } from '#schemas/flow-diff.ts';
import { auditLog, flowDraft, flowVersion, run } from '../db/schema/index.ts';
import { acmeFlow, acmeRegistry } from '../http/testing/acme.ts';
import { seedRun } from '../http/testing/seed-run.ts';
import { type Person, type Reply, startTestApp, type TestApp } from '../http/testing/test-app.ts';

/** The installation after an update: entries are at version 2, where the journal is called book. */
function updatedRegistry() {
  const texts = { title: { en: 'To entries', fr: 'x', nl: 'y' }, description: { en: 'x', fr: 'x', nl: 'x' } };
  const update = (type: NodeType): NodeType =>
    type.id === 'to-entries'
      ? {
          ...type,
          version: 2,
          texts: { ...texts, fields: type.texts.fields },
          config: { ...type.config, properties: { book: { type: 'string' }, vat: { type: 'object' } } },
          migrations: { 1: ({ journal, ...rest }) => ({ ...rest, book: journal }) },
        }
      : type;
  return registryOf(
    acmeRegistry().connectors.map((one) => ({ ...one, nodeTypes: one.nodeTypes.map((type) => update(type)) })),
  );
}

let app: TestApp;
let updated: TestApp;
let call: Person;
let cookie: string;
let workspaceId: string;
let shop: string;
beforeAll(async () => {
  app = await startTestApp();
  updated = await startTestApp({ registry: updatedRegistry() });
});
afterAll(async () => {
  await app.close();
  await updated.close();
});
const makeShop = async (person: Person, name = 'Shop') => {
  const fields = { url: 'https://acme.example/', key: 'canary-4711' };
  return ((await person('POST', '/api/connections', { type: 'acme', name, fields })).body as { id: string }).id;
};
beforeEach(async () => {
  ({ call, workspaceId, cookie } = await app.person());
  shop = await makeShop(call);
});

const flowOf = (reply: Reply): Flow => {
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body as Flow;
};
const refusal = (reply: Reply) => [reply.status, (reply.body as { error: { code: string } }).error.code];
const withJournal = (journal: string): FlowDefinition => {
  const flow = acmeFlow();
  return { ...flow, nodes: { ...flow.nodes, entries: { type: 'to-entries', version: 1, config: { journal } } } };
};

/** A flow of which each journal was published as a version of its own. */
async function published(...journals: readonly string[]): Promise<Flow> {
  let flow = flowOf(await call('POST', '/api/flows', { name: 'Books' }));
  for (const journal of journals) {
    const body = { definition: withJournal(journal), bindings: { shop }, revision: flow.draftRevision };
    flow = flowOf(await call('PUT', `/api/flows/${flow.id}/draft`, body));
    const order = { revision: flow.draftRevision, note: `to ${journal}` };
    flow = flowOf(await call('POST', `/api/flows/${flow.id}/publish`, order));
  }
  return flow;
}
const journalOf = (flow: Flow) => flow.draft.nodes['entries']?.config['journal'];
const historyOf = async (id: string) =>
  ((await call('GET', `/api/flows/${id}/history`)).body as { items: FlowEvent[] }).items;

it('F-17 publishes an earlier version again as the newest, in one step, and says who did it', async () => {
  const flow = await published('VE1', 'VE2', 'VE3');
  const back = await call('POST', `/api/flows/${flow.id}/rollback`, { number: 1, current: 3, note: 'VE3 was wrong' });
  expect(flowOf(back)).toMatchObject({ publishedVersion: 4, hasUnpublishedChanges: false });
  const { versions } = flowOf(back);
  expect(versions.map(({ number, sameAs, note }) => [number, sameAs, note])).toEqual([
    [4, 1, 'VE3 was wrong'],
    [3, null, 'to VE3'],
    [2, null, 'to VE2'],
    [1, null, 'to VE1'],
  ]);
  const [event] = await historyOf(flow.id);
  expect(event).toMatchObject({
    by: 'Someone',
    message: { code: 'flow-event.rolled_back', params: { version: '4', of: '1' } },
  });
  const version = await call('GET', `/api/flows/${flow.id}/versions/4`);
  expect(version.body).toMatchObject({ info: { sameAs: 1 }, definition: withoutName('VE1') });
});
const withoutName = (journal: string) => {
  const { name: _name, ...rest } = withJournal(journal);
  return rest;
};

it('takes the draft back with it, but never work that was not published', async () => {
  const flow = await published('VE1', 'VE2');
  const back = flowOf(await call('POST', `/api/flows/${flow.id}/rollback`, { number: 1, current: 2, note: '' }));
  expect(journalOf(back)).toBe('VE1');

  const body = { definition: withJournal('MINE'), bindings: { shop }, revision: back.draftRevision };
  await call('PUT', `/api/flows/${flow.id}/draft`, body);
  const again = flowOf(await call('POST', `/api/flows/${flow.id}/rollback`, { number: 2, current: 3, note: '' }));
  expect(again).toMatchObject({ publishedVersion: 4, hasUnpublishedChanges: true });
  expect(journalOf(again)).toBe('MINE');
});

it('goes back once when two people click at the same time', async () => {
  const flow = await published('VE1', 'VE2');
  const click = () => call('POST', `/api/flows/${flow.id}/rollback`, { number: 1, current: 2, note: '' });
  const replies = await Promise.all([click(), click(), click()]);
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  expect(flowOf(await call('GET', `/api/flows/${flow.id}`)).versions).toHaveLength(3);
});

it('does not go back to what is in use, to what never was, or to what can no longer run', async () => {
  const flow = await published('VE1', 'VE2');
  const back = (number: number, current = 2) =>
    call('POST', `/api/flows/${flow.id}/rollback`, { number, current, note: '' });
  expect(refusal(await back(2))).toEqual([422, 'flows.already_in_use']);
  expect(refusal(await back(9))).toEqual([404, 'flows.version_missing']);
  expect(refusal(await back(1, 1))).toEqual([409, 'flows.published_meanwhile']);
  const { draft, draftRevision } = flowOf(await call('GET', `/api/flows/${flow.id}`));
  await call('PUT', `/api/flows/${flow.id}/draft`, { definition: draft, bindings: {}, revision: draftRevision });
  expect(refusal(await back(1))).toEqual([422, 'flows.not_ready']);
  const other = await app.person();
  expect((await other.call('POST', `/api/flows/${flow.id}/rollback`, { number: 1, current: 2, note: '' })).status).toBe(
    404,
  );
});

it('gives a draft up for the published version, unless there is none', async () => {
  const flow = await published('VE1');
  const body = { definition: withJournal('OOPS'), bindings: { shop }, revision: flow.draftRevision };
  const dirty = flowOf(await call('PUT', `/api/flows/${flow.id}/draft`, body));
  expect(refusal(await call('POST', `/api/flows/${flow.id}/discard`, { revision: 1 }))).toEqual([
    409,
    'flows.draft_conflict',
  ]);
  const clean = flowOf(await call('POST', `/api/flows/${flow.id}/discard`, { revision: dirty.draftRevision }));
  expect(clean).toMatchObject({ hasUnpublishedChanges: false, draftRevision: dirty.draftRevision + 1 });
  expect(journalOf(clean)).toBe('VE1');
  const empty = flowOf(await call('POST', '/api/flows', { name: 'New' }));
  expect(refusal(await call('POST', `/api/flows/${empty.id}/discard`, { revision: 1 }))).toEqual([
    422,
    'flows.nothing_published',
  ]);
});

it('compares versions and the draft in the words of the settings', async () => {
  const flow = await published('VE1', 'VE2');
  const compare = async (before: string, after: string) =>
    (await call('GET', `/api/flows/${flow.id}/diff?before=${before}&after=${after}`)).body as { diff: FlowDiff };
  expect((await compare('1', '2')).diff.nodes).toMatchObject([
    { node: 'entries', change: 'changed', settings: [{ path: 'journal', before: 'VE1', after: 'VE2' }] },
  ]);
  expect((await compare('2', 'draft')).diff.isSame).toBe(true);
  expect((await call('GET', `/api/flows/${flow.id}/diff?before=1&after=9`)).status).toBe(404);
  expect((await call('GET', `/api/flows/${flow.id}/diff?before=1&after=later`)).status).toBe(400);
});

it('keeps in the history what is changed beside the definition, and nothing of a secret', async () => {
  const flow = await published('VE1');
  const other = await makeShop(call, 'Second shop');
  const { draft, draftRevision } = flow;
  await call('PUT', `/api/flows/${flow.id}/draft`, {
    definition: draft,
    bindings: { shop: other },
    revision: draftRevision,
  });
  await call('PATCH', `/api/flows/${flow.id}`, { name: 'Renamed' });
  const events = await historyOf(flow.id);
  expect(events.map(({ message }) => [message.code, message.params])).toEqual([
    ['flow-event.renamed', { from: 'Books', to: 'Renamed' }],
    ['flow-event.rebound', { slot: 'shop', from: 'Shop', to: 'Second shop' }],
    ['flow-event.published', { version: '1' }],
    ['flow-event.rebound', { slot: 'shop', from: '–', to: 'Shop' }],
    ['flow-event.created', { name: 'Books' }],
  ]);
  const written = await app.deps.db.select().from(auditLog).where(eq(auditLog.workspaceId, workspaceId));
  const versions = await app.deps.db.select().from(flowVersion).where(eq(flowVersion.flowId, flow.id));
  const exported = await app.request(`/api/flows/${flow.id}/export`, { headers: { cookie } });
  expect(JSON.stringify([written, versions]) + (await exported.text())).not.toContain('canary-4711');
});

it('keeps limits with the flow, not with a version, and says who changed them', async () => {
  const flow = await published('VE1');
  expect(flow.limits).toEqual({ concurrency: 1, maxMinutes: 1440 });
  const set = (body: object) => call('PUT', `/api/flows/${flow.id}/limits`, body);
  expect(flowOf(await set({ concurrency: 3, maxMinutes: 60 }))).toMatchObject({
    ...{ limits: { concurrency: 3, maxMinutes: 60 }, publishedVersion: 1, hasUnpublishedChanges: false },
  });
  await set({ concurrency: 3, maxMinutes: 60 });
  expect((await historyOf(flow.id)).map(({ message }) => message.code).slice(0, 2)).toEqual([
    'flow-event.limits_changed',
    'flow-event.published',
  ]);
  expect((await set({ concurrency: 0, maxMinutes: 60 })).status).toBe(400);
  const viewer = await app.person({ role: 'viewer', workspaceId });
  const body = { concurrency: 9, maxMinutes: 9 };
  expect((await viewer.call('PUT', `/api/flows/${flow.id}/limits`, body)).status).toBe(403);
});

it('pages through a long history without losing or repeating a line', async () => {
  const flow = await published('VE1');
  for (const name of ['A', 'B', 'C', 'D']) await call('PATCH', `/api/flows/${flow.id}`, { name });
  const all = (await historyOf(flow.id)).map(({ id }) => id);
  const seen: string[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const page = await call('GET', `/api/flows/${flow.id}/history?limit=2${after ? `&after=${after}` : ''}`);
    const { items, next } = page.body as { items: FlowEvent[]; next: string | null };
    seen.push(...items.map(({ id }) => id));
    after = next;
  }
  expect(seen).toEqual(all);
  expect((await call('GET', `/api/flows/${flow.id}/history?after=x`)).status).toBe(400);
});

it('counts the runs of each version', async () => {
  const { flowId, runId } = await seedRun(app.deps.db, workspaceId, 1);
  const [seeded] = await app.deps.db.select().from(run).where(eq(run.id, runId));
  if (!seeded) throw new Error('nothing was seeded');
  const { id: _id, ...again } = seeded;
  await app.deps.db.insert(run).values([again, again]);
  const use = await call('GET', `/api/flows/${flowId}/versions`);
  expect(use.body).toEqual({ versions: [{ number: 1, runs: 3 }], isComplete: true });
});

it('exports a version under its own name and the draft under that of the flow, for this workspace only', async () => {
  const flow = await published('VE1', 'VE2');
  await call('PATCH', `/api/flows/${flow.id}`, { name: 'Clôture' });
  const get = (query: string, as = cookie) =>
    app.request(`/api/flows/${flow.id}/export${query}`, { headers: { cookie: as } });
  const draft = await get('');
  expect(draft.headers.get('content-disposition')).toContain('filename="cloture.json"');
  expect(await draft.json()).toMatchObject({ name: 'Clôture', nodes: { entries: { config: { journal: 'VE2' } } } });
  const first = await get('?version=1');
  expect(first.headers.get('content-disposition')).toContain('.v1.json');
  expect(await first.json()).toMatchObject({ nodes: { entries: { config: { journal: 'VE1' } } } });
  expect((await get('?version=7')).status).toBe(404);
  expect((await get('?version=x')).status).toBe(400);
  expect((await get('', (await app.person()).cookie)).status).toBe(404);
});

it('shows a draft of an older version of a node as the installed one takes it, and stores that once it is saved', async () => {
  const person = await updated.person();
  const bindings = { shop: await makeShop(person.call) };
  const made = flowOf(await person.call('POST', '/api/flows', { name: 'Old', definition: withJournal('VE1') }));
  expect(made).toMatchObject({
    brought: [{ node: 'entries', from: 1, to: 2 }],
    draft: { nodes: { entries: { version: 2, config: { book: 'VE1' } } } },
  });
  const stored = async () =>
    (await updated.deps.db.select().from(flowDraft).where(eq(flowDraft.flowId, made.id)))[0]?.definition.nodes[
      'entries'
    ];
  expect(await stored()).toMatchObject({ version: 1, config: { journal: 'VE1' } });

  const save = { definition: made.draft, bindings, revision: made.draftRevision };
  const saved = flowOf(await person.call('PUT', `/api/flows/${made.id}/draft`, save));
  expect(saved).toMatchObject({ brought: [], problems: [] });
  expect(await stored()).toMatchObject({ version: 2, config: { book: 'VE1' } });
});

it('publishes what the editor shows of a draft made before an update', async () => {
  const person = await updated.person();
  const bindings = { shop: await makeShop(person.call) };
  const made = flowOf(await person.call('POST', '/api/flows', { name: 'Old' }));
  const body = { definition: withJournal('VE1'), bindings, revision: 1 };
  const saved = flowOf(await person.call('PUT', `/api/flows/${made.id}/draft`, body));
  const order = { revision: saved.draftRevision, note: '' };
  flowOf(await person.call('POST', `/api/flows/${made.id}/publish`, order));
  const version = await person.call('GET', `/api/flows/${made.id}/versions/1`);
  expect(version.body).toMatchObject({ definition: { nodes: { entries: { version: 2, config: { book: 'VE1' } } } } });
});
