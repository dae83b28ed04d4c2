import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Run } from '#schemas/api/runs.ts';
import { file, run } from '../db/schema/index.ts';
import { contentDisposition } from '../http/routes/files.ts';
import { type SeededRun, seedRun } from '../http/testing/seed-run.ts';
import { startTestApp, type TestApp } from '../http/testing/test-app.ts';
import { notifyRun } from '../jobs/enqueue.ts';

let app: TestApp;
let seeded: SeededRun;
let cookie: string;
let workspaceId: string;
beforeAll(async () => {
  app = await startTestApp();
  const person = await app.person({ role: 'viewer' });
  cookie = person.cookie;
  workspaceId = person.workspaceId;
  seeded = await seedRun(app.deps.db, person.workspaceId, 2);
});
afterAll(() => app.close());

it('gives a file as it was written, byte by byte, as a download', async () => {
  const response = await app.request(`/api/files/${seeded.fileId}`, { headers: { cookie } });
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes.toString('latin1')).toBe('première;1\r\nfin');
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/plain; charset=windows-1252',
    'content-length': String(bytes.length),
    'content-disposition': `attachment; filename="_critures _VT_ 10_.txt"; filename*=UTF-8''%C3%89critures%20%22VT%22%2010%25.txt`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  });
  const [row] = await app.deps.db.select().from(file).where(eq(file.id, seeded.fileId));
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(row?.sha256);
});

it('does not give a file that is still being written', async () => {
  const isThis = eq(file.id, seeded.fileId);
  await app.deps.db.update(file).set({ status: 'open' }).where(isThis);
  const response = await app.request(`/api/files/${seeded.fileId}`, { headers: { cookie } });
  await app.deps.db.update(file).set({ status: 'complete' }).where(isThis);
  expect(response.status).toBe(404);
});

it('lets no file name break out of its header', () => {
  const header = contentDisposition('a"; filename="evil.exe\r\nSet-Cookie: x=y');
  expect(header).not.toMatch(/[\r\n]/);
  expect(header.match(/"/g)).toHaveLength(2);
});

/** Reads a stream's events one after the other. */
async function* eventsOf(response: Response): AsyncGenerator<{ event: string; run: Run }> {
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString();
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const lines = text.slice(0, end).split('\n');
      text = text.slice(end + 2);
      const field = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
      const data = field('data');
      if (data !== undefined) yield { event: field('event') ?? '', run: JSON.parse(data) as Run };
    }
  }
}

async function statusesOf(response: Response): Promise<string[]> {
  const statuses: string[] = [];
  for await (const { run: seen } of eventsOf(response)) statuses.push(seen.status);
  return statuses;
}

async function change(changes: Partial<typeof run.$inferInsert>): Promise<void> {
  await app.deps.db.transaction(async (tx) => {
    await tx.update(run).set(changes).where(eq(run.id, seeded.runId));
    await notifyRun(tx, seeded.runId);
  });
}

it('sends the run at once, then what it became, and ends with the run', async () => {
  const response = await app.request(`/api/runs/${seeded.runId}/events`, { headers: { cookie } });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const statuses: string[] = [];
  for await (const { event, run: seen } of eventsOf(response)) {
    expect(event).toBe('run');
    statuses.push(seen.status);
    if (statuses.length === 1) await change({ status: 'running' });
    if (statuses.length === 2) {
      // A burst of changes, as a run makes them: the last state is what counts, and it is never lost.
      for (let batch = 0; batch < 10; batch += 1) await change({ startedAt: new Date(batch) });
      await change({ status: 'succeeded', finishedAt: new Date() });
    }
  }
  expect(statuses.slice(0, 2)).toEqual(['in-review', 'running']);
  expect(statuses.at(-1)).toBe('succeeded');
  expect(statuses.length).toBeLessThan(6);
});

it('sends a finished run once and ends', async () => {
  const response = await app.request(`/api/runs/${seeded.runId}/events`, { headers: { cookie } });
  expect(await statusesOf(response)).toEqual(['succeeded']);
});

it('forgets a watcher that has gone', async () => {
  await change({ status: 'running' });
  const response = await app.request(`/api/runs/${seeded.runId}/events`, { headers: { cookie } });
  const reader = response.body?.getReader();
  await reader?.read();
  expect(app.deps.events.watchers()).toBe(1);
  await reader?.cancel();
  await expect.poll(() => app.deps.events.watchers()).toBe(0);
});

it('shows nothing more to somebody who has signed out', async () => {
  const guest = await app.person({ role: 'viewer', workspaceId });
  const headers = { cookie: guest.cookie };
  const response = await app.request(`/api/runs/${seeded.runId}/events`, { headers });
  const shown: string[] = [];
  for await (const { run: seen } of eventsOf(response)) {
    shown.push(seen.status);
    expect((await guest.call('POST', '/api/auth/sign-out', {})).status).toBe(200);
    await change({ startedAt: new Date(0) });
  }
  expect(shown).toEqual(['running']);
  expect(app.deps.events.watchers()).toBe(0);
});

it('lets nobody wait on when the server ends', async () => {
  const response = await app.request(`/api/runs/${seeded.runId}/events`, { headers: { cookie } });
  const reading = statusesOf(response);
  await expect.poll(() => app.deps.events.watchers()).toBe(1);
  await app.deps.events.close();
  expect(await reading).toEqual(['running']);
});
