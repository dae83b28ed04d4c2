import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '../db/database.ts';
import { createApp } from './app.ts';
import { startTestApp, type TestApp } from './testing/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

/** The same application on a database that is not there. */
function withoutDatabase() {
  const nowhere = openDatabase('postgres://nobody:none@127.0.0.1:1/none', 1);
  return { away: createApp({ ...app.deps, db: nowhere.db }), close: nowhere.close };
}

it('says that all is well while the database answers', async () => {
  const { status, body } = await app.stranger('GET', '/api/health');
  expect([status, body]).toEqual([200, { ok: true, version: '0.0.0-test', database: 'ok' }]);
});

it('says that the database cannot be reached, with what to look at', async () => {
  const { away, close } = withoutDatabase();
  const response = await away.request('http://books.example/api/health');
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({
    ok: false,
    database: 'unreachable',
    error: { code: 'server.database_away', remedy: expect.stringContaining('PostgreSQL') },
  });
  await close();
});
