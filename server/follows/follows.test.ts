import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Follows } from '#schemas/api/follows.ts';
import { type Person, type Reply, startTestApp, type TestApp } from '../http/testing/test-app.ts';

let app: TestApp;
let owner: Person;
let workspaceId: string;
let ids: { a: string; b: string; c: string };
beforeAll(async () => {
  app = await startTestApp();
  ({ call: owner, workspaceId } = await app.person());
});
afterAll(() => app.close());
beforeEach(async () => {
  const make = async (name: string) => ((await owner('POST', '/api/flows', { name })).body as { id: string }).id;
  ids = { a: await make('Sales'), b: await make('Payouts'), c: await make('Alert') };
});

const save = (flow: string, after: string | null, statuses: string[] = ['succeeded']) =>
  owner('PUT', `/api/flows/${flow}/follows`, { after, statuses });
const list = async (flow: string) => (await owner('GET', `/api/flows/${flow}/follows`)).body as Follows;
const errorOf = ({ body }: Reply) => (body as { error: { code: string; text: string } }).error;

describe('a flow after another one', () => {
  it('is listed at both ends, in the order in which statuses are always named', async () => {
    await save(ids.b, ids.a, ['failed', 'succeeded']);
    expect((await list(ids.b)).items).toMatchObject([
      { after: { id: ids.a, name: 'Sales' }, statuses: ['succeeded', 'failed'], problem: null },
    ]);
    expect((await list(ids.a)).followers).toMatchObject([{ id: ids.b, name: 'Payouts' }]);
    expect((await list(ids.c)).followers).toEqual([]);
  });

  it('is set again by replacing what was set', async () => {
    await save(ids.b, ids.a, ['succeeded']);
    await save(ids.b, ids.a, ['partial']);
    expect((await list(ids.b)).items).toMatchObject([{ statuses: ['partial'] }]);
  });

  it('that follows every flow is listed at every other one, and not at itself', async () => {
    await save(ids.c, null, ['failed']);
    await save(ids.c, null, ['failed', 'partial', 'cancelled']);
    expect((await list(ids.c)).items).toMatchObject([{ after: null, statuses: ['partial', 'failed', 'cancelled'] }]);
    expect((await list(ids.a)).followers).toMatchObject([{ id: ids.c }]);
    expect((await list(ids.c)).followers).toEqual([]);
  });

  it('can be taken back', async () => {
    const { body } = await save(ids.b, ids.a);
    const [item] = (body as Follows).items;
    expect((await owner('DELETE', `/api/flows/${ids.b}/follows/${item?.id}`)).status).toBe(200);
    expect((await list(ids.b)).items).toEqual([]);
    expect((await owner('DELETE', `/api/flows/${ids.b}/follows/${item?.id}`)).status).toBe(404);
  });
});

describe('what would never end is refused:', () => {
  it('a flow after itself', async () => {
    const reply = await save(ids.a, ids.a);
    expect([reply.status, errorOf(reply).code]).toEqual([422, 'follows.itself']);
  });

  it('a ring, which is named', async () => {
    await save(ids.b, ids.a);
    await save(ids.c, ids.b, ['failed']);
    const reply = await save(ids.a, ids.c);
    expect(reply.status).toBe(422);
    expect(errorOf(reply)).toMatchObject({ code: 'follows.ring' });
    expect(errorOf(reply).text).toContain('Alert → Sales → Payouts → Alert');
    expect((await list(ids.a)).items).toEqual([]);
  });

  it('a ring that two people close at the same instant', async () => {
    const replies = await Promise.all([save(ids.a, ids.b), save(ids.b, ids.a)]);
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 422]);
  });
});

it('nobody sets it for flows of another workspace, nor as a viewer', async () => {
  const other = await app.person();
  expect((await other.call('GET', `/api/flows/${ids.a}/follows`)).status).toBe(404);
  const theirs = ((await other.call('POST', '/api/flows', { name: 'Theirs' })).body as { id: string }).id;
  expect((await save(ids.a, theirs)).status).toBe(404);
  const viewer = await app.person({ role: 'viewer', workspaceId });
  const body = { after: null, statuses: ['failed'] };
  expect((await viewer.call('PUT', `/api/flows/${ids.a}/follows`, body)).status).toBe(403);
  expect((await viewer.call('GET', `/api/flows/${ids.a}/follows`)).status).toBe(200);
});

it.each([[[]], [['running']], [['failed', 'failed']]])('the statuses %j are refused', async (statuses) => {
  expect((await save(ids.b, ids.a, statuses)).status).toBe(400);
});
