import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Flow } from '#schemas/api/flows.ts';
import { acmeFlow } from '../http/testing/acme.ts';
import { seedRun } from '../http/testing/seed-run.ts';
import { type Person, type Reply, startTestApp, type TestApp } from '../http/testing/test-app.ts';
import { DAILY } from '../schedules/testing/scheduled-flow.ts';
import { definitionHash } from './definition-hash.ts';

let app: TestApp;
let call: Person;
let workspaceId: string;
let shop: string;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ call, workspaceId } = await app.person());
  const fields = { url: 'https://acme.example/', key: 'some key' };
  shop = ((await call('POST', '/api/connections', { type: 'acme', name: 'Shop', fields })).body as { id: string }).id;
});

const flowOf = (reply: Reply): Flow => {
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body as Flow;
};
const refusal = (reply: Reply) => [reply.status, (reply.body as { error: { code: string } }).error.code];
const clone = (changes: object = {}) =>
  call('POST', '/api/flows/from-template', {
    ...{ template: 'acme-books', name: 'Mine', connections: { shop }, settings: {} },
    ...changes,
  });

it('starts with an empty canvas and says what is missing before it can be published', async () => {
  const flow = flowOf(await call('POST', '/api/flows', { name: 'Empty' }));
  expect(flow).toMatchObject({ publishedVersion: null, draftRevision: 1, draft: { name: 'Empty', nodes: {} } });
  expect(flow.problems.map(({ message }) => message.code)).toContain('flow.no_source');
  const published = await call('POST', `/api/flows/${flow.id}/publish`, { revision: 1, note: '' });
  expect(refusal(published)).toEqual([422, 'flows.not_ready']);
  expect((published.body as { problems: unknown[] }).problems).toHaveLength(flow.problems.length);
});

it('saves a draft once and refuses the second person who started from the same one', async () => {
  const flow = flowOf(await call('POST', '/api/flows', { name: 'Shared' }));
  const save = (title: string) =>
    call('PUT', `/api/flows/${flow.id}/draft`, {
      definition: { ...acmeFlow(), description: title },
      bindings: { shop },
      revision: 1,
    });
  const replies = await Promise.all([save('a'), save('b'), save('c')]);
  expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409, 409]);
  const kept = flowOf(await call('GET', `/api/flows/${flow.id}`));
  expect(kept).toMatchObject({ draftRevision: 2, problems: [], bindings: { shop } });
  expect(flowOf(replies.find((reply) => reply.status === 200) ?? replies[0]).draft).toEqual(kept.draft);
});

it('does not bind a slot to a connection of another workspace', async () => {
  const flow = flowOf(await call('POST', '/api/flows', { name: 'Curious' }));
  const elsewhere = await seedRun(app.deps.db, (await app.person()).workspaceId, 1);
  const bindings = { shop: elsewhere.connectionId };
  const body = { definition: acmeFlow(), bindings, revision: 1 };
  expect(refusal(await call('PUT', `/api/flows/${flow.id}/draft`, body))).toEqual([422, 'flows.foreign_connection']);
  expect(refusal(await clone({ connections: bindings }))).toEqual([422, 'flows.foreign_connection']);
  expect(flowOf(await call('GET', `/api/flows/${flow.id}`))).toMatchObject({ draftRevision: 1, bindings: {} });
});

it('clones a template with the answers written into its flow, published as version 1', async () => {
  const flow = flowOf(await clone({ settings: { journal: 'VE2', vat: '44571' } }));
  expect(flow).toMatchObject({
    name: 'Mine',
    templateId: 'acme-books',
    publishedVersion: 1,
    hasUnpublishedChanges: false,
  });
  expect(flow.draft.nodes['entries']?.config).toEqual({ journal: 'VE2', vat: { domestic: '44571' } });
  const version = await call('GET', `/api/flows/${flow.id}/versions/1`);
  expect(version.body).toMatchObject({ info: { publishedBy: 'Someone' }, definition: flow.draft });
});

it('makes nothing of a template when an answer, a slot or the template is wrong', async () => {
  expect(refusal(await clone({ template: 'nothing' }))).toEqual([422, 'template.missing']);
  expect(refusal(await clone({ settings: { journl: 'VE' } }))).toEqual([422, 'template.unknown_setting']);
  expect(refusal(await clone({ settings: { journal: 7 } }))).toEqual([422, 'flows.not_ready']);
  expect(refusal(await clone({ connections: {} }))).toEqual([422, 'flows.not_ready']);
  expect((await call('GET', '/api/flows')).body).toEqual({ items: [] });
});

it('numbers versions, keeps them as they were, and makes none when nothing changed', async () => {
  const { id } = flowOf(await clone());
  const draft = flowOf(await call('GET', `/api/flows/${id}`)).draft;
  const moved = { ...draft, layout: { nodes: { books: { x: 1, y: 2 } }, notes: [] } };
  const save = async (definition: object, revision: number) =>
    flowOf(await call('PUT', `/api/flows/${id}/draft`, { definition, bindings: { shop }, revision }));
  const publish = (revision: number) => call('POST', `/api/flows/${id}/publish`, { revision, note: 'n' });

  expect(await save(moved, 1)).toMatchObject({ draftRevision: 2, hasUnpublishedChanges: false });
  expect(flowOf(await publish(2))).toMatchObject({ publishedVersion: 1 });
  expect(await save({ ...draft, zone: 'Europe/Paris' }, 2)).toMatchObject({
    hasUnpublishedChanges: true,
    publishedVersion: 1,
  });
  expect(refusal(await publish(2))).toEqual([409, 'flows.draft_conflict']);
  const twice = await Promise.all([publish(3), publish(3)]);
  expect(twice.map((reply) => flowOf(reply).publishedVersion)).toEqual([2, 2]);
  const restored = flowOf(await call('POST', `/api/flows/${id}/restore`, { number: 1, revision: 3 }));
  expect(restored).toMatchObject({ draftRevision: 4, publishedVersion: 2, draft, hasUnpublishedChanges: true });
  expect(flowOf(await publish(4)).versions.map(({ number }) => number)).toEqual([3, 2, 1]);
  expect(refusal(await call('GET', `/api/flows/${id}/versions/9`))).toEqual([404, 'flows.version_missing']);
});

it('copies, renames, lists and archives', async () => {
  const { id } = flowOf(await clone());
  const copy = flowOf(await call('POST', '/api/flows', { name: 'Copy', copyOf: id }));
  expect(copy).toMatchObject({ publishedVersion: null, bindings: { shop }, problems: [] });
  flowOf(await call('PATCH', `/api/flows/${id}`, { name: 'Before' }));
  const { items } = (await call('GET', '/api/flows')).body as { items: object[] };
  expect(items).toMatchObject([
    {
      name: 'Before',
      publishedVersion: 1,
      hasUnpublishedChanges: false,
      sources: ['acme-sales'],
      deliveries: ['acme-books'],
      lastRun: null,
    },
    { name: 'Copy', publishedVersion: null, hasUnpublishedChanges: true },
  ]);
  expect((await call('DELETE', `/api/flows/${id}`)).status).toBe(200);
  expect((await call('GET', `/api/flows/${id}`)).status).toBe(404);
  expect((await call('GET', '/api/flows')).body).toMatchObject({ items: [{ name: 'Copy' }] });
  const both = { name: 'x', copyOf: copy.id, definition: acmeFlow() };
  expect(refusal(await call('POST', '/api/flows', both))).toEqual([422, 'flows.two_origins']);
});

it('lists which flows start by themselves and when a schedule starts them next, which of a flow that is off is never', async () => {
  const { id } = flowOf(await clone());
  for (const startsOn of ['2090-06-02', '2090-06-01', '2090-05-01']) {
    const made = await call('POST', '/api/schedules', { ...DAILY, flow: id, startsOn });
    expect(made.status).toBe(200);
    const { id: schedule } = made.body as { id: string };
    if (startsOn < '2090-06') await call('POST', `/api/schedules/${schedule}/pause`);
  }
  expect((await call('GET', '/api/flows')).body).toMatchObject({ items: [{ isOn: false, nextAt: null }] });
  expect((await call('PUT', `/api/flows/${id}/automation`, { isOn: true })).status).toBe(200);
  expect((await call('GET', '/api/flows')).body).toMatchObject({
    items: [{ isOn: true, nextAt: '2090-06-01T06:00:00.000Z' }],
  });
});

it('shows the newest run of a flow with what became of its sales', async () => {
  const { runId } = await seedRun(app.deps.db, workspaceId, 4);
  const { items } = (await call('GET', '/api/flows')).body as { items: object[] };
  const counts = { total: 4, pending: 3, held: 1, posted: 0, previewed: 0, skipped: 0, failed: 0 };
  expect(items).toMatchObject([{ lastRun: { id: runId, status: 'in-review', counts } }]);
});

it('gives one hash to one behaviour: key order and picture do not count, everything else does', () => {
  const flow = acmeFlow();
  const reversed = Object.fromEntries(Object.entries(flow).reverse()) as typeof flow;
  expect(definitionHash(reversed)).toBe(definitionHash(flow));
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.nat(), (text, x) => {
      const moved = { ...flow, layout: { nodes: { [text]: { x, y: x } }, notes: [] } };
      expect(definitionHash(moved)).toBe(definitionHash(flow));
      expect(definitionHash({ ...flow, description: text })).not.toBe(definitionHash(flow));
    }),
  );
});
