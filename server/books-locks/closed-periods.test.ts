import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ClosedPeriods } from '#schemas/api/closed-periods.ts';
import { auditLog } from '../db/schema/index.ts';
import { seedRun } from '../http/testing/seed-run.ts';
import { type Person, startTestApp, type TestApp } from '../http/testing/test-app.ts';
import { closedUntil, closedWhileBooking } from './closed-until.ts';
import { setClosedPeriod } from './set-closed-period.ts';

let app: TestApp;
let call: Person;
let workspaceId: string;
let flowId: string;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ call, workspaceId } = await app.person());
  ({ flowId } = await seedRun(app.deps.db, workspaceId, 1));
});

const set = (closedUntil: string | null, before: string | null, reason = '', flow: string | null = null) =>
  call('PUT', '/api/closed-periods', { flow, closedUntil, before, reason });
const read = async () => (await call('GET', '/api/closed-periods')).body as ClosedPeriods;
const effective = async () => (await call('GET', `/api/flows/${flowId}/closed-period`)).body;

describe('closing the books', () => {
  it('F-17 holds for every flow, and for one flow alone the later of the two days holds', async () => {
    expect(await effective()).toEqual({ closedUntil: null });
    await set('2025-12-31', null);
    expect(await effective()).toEqual({ closedUntil: '2025-12-31' });
    await set('2026-03-31', null, '', flowId);
    expect(await effective()).toEqual({ closedUntil: '2026-03-31' });
    await set('2025-06-30', '2025-12-31', 'correction of the year');
    expect(await closedUntil(app.deps.db, workspaceId, flowId)).toBe('2026-03-31');
    const { closedUntil: common, flows } = await read();
    expect(common).toBe('2025-06-30');
    expect(flows).toEqual([expect.objectContaining({ id: flowId, own: '2026-03-31', effective: '2026-03-31' })]);
  });

  it('F-17 moved back needs a reason, and who moved it, when and why stays known', async () => {
    await set('2025-12-31', null);
    const refused = await set('2025-11-30', '2025-12-31', ' ');
    expect(refused).toMatchObject({ status: 422, body: { error: { code: 'closed_periods.reason_missing' } } });
    expect((await set(null, '2025-12-31', 'late invoice')).status).toBe(200);
    const { history, closedUntil: now } = await read();
    expect(now).toBeNull();
    expect(history).toMatchObject([
      { closedUntil: null, before: '2025-12-31', reason: 'late invoice', by: 'Someone', flow: null },
      { closedUntil: '2025-12-31', before: null, reason: '' },
    ]);
    const audited = await app.deps.db.select().from(auditLog).where(eq(auditLog.workspaceId, workspaceId));
    expect(audited.map(({ action, details }) => [action, details])).toEqual([
      ['books.close', { closedUntil: '2025-12-31', before: null, reason: '' }],
      ['books.close', { closedUntil: null, before: '2025-12-31', reason: 'late invoice' }],
    ]);
  });

  it('refuses a day that is not over, and a change of what somebody else has moved', async () => {
    const caller = { userId: 'u', workspaceId, role: 'owner' as const };
    const today = { flow: null, closedUntil: '2026-10-31', before: null, reason: '' };
    await expect(setClosedPeriod(app.deps.db, caller, today, new Date('2026-10-31T08:00:00Z'))).rejects.toMatchObject({
      status: 422,
    });
    await set('2025-12-31', null);
    expect((await set('2026-01-31', '2025-11-30')).status).toBe(409);
    expect((await set('2025-12-31', '2025-12-31')).status).toBe(422);
  });

  it('is the owner’s alone', async () => {
    const editor = await app.person({ role: 'editor', workspaceId });
    const body = { flow: null, closedUntil: '2025-12-31', before: null, reason: '' };
    expect((await editor.call('PUT', '/api/closed-periods', body)).status).toBe(403);
    expect((await editor.call('GET', '/api/closed-periods')).status).toBe(200);
  });

  it('shows and moves nothing of another workspace', async () => {
    await set('2025-12-31', null);
    const other = await app.person();
    const theirs = (await other.call('GET', '/api/closed-periods')).body as ClosedPeriods;
    expect(theirs).toEqual({ closedUntil: null, flows: [], history: [] });
    const body = { flow: flowId, closedUntil: '2025-12-31', before: null, reason: '' };
    expect((await other.call('PUT', '/api/closed-periods', body)).status).toBe(404);
  });

  it('F-17 waits for a booking under way, and the next booking sees it', async () => {
    const { db } = app.deps;
    const steps: string[] = [];
    let closing: Promise<unknown> = Promise.resolve();
    await db.transaction(async (tx) => {
      expect(await closedWhileBooking(tx, workspaceId, flowId)).toBeNull();
      closing = set('2025-12-31', null).then(() => steps.push('closed'));
      // Were it not held back, the closing would have been committed before a round trip or two are over.
      for (let tries = 0; tries < 20; tries += 1) await db.execute('select pg_sleep(0.01)');
      steps.push('booked');
    });
    await closing;
    expect(steps).toEqual(['booked', 'closed']);
    expect(await db.transaction((tx) => closedWhileBooking(tx, workspaceId, flowId))).toBe('2025-12-31');
  });
});
