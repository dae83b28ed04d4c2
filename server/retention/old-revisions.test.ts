import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MappingDetail } from '#schemas/api/mappings.ts';
import { mapping, mappingRevision, run } from '../db/schema/index.ts';
import { seedRun } from '../http/testing/seed-run.ts';
import { startTestApp, type TestApp } from '../http/testing/test-app.ts';
import { deleteOldRevisions } from './old-revisions.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

it('of old revisions of mapping tables the newest fifty stay, those that a run was bound to, and those that are young', async () => {
  const { db } = app.deps;
  const { call, workspaceId } = await app.person();
  const { id } = (await call('POST', '/api/mappings', { name: 'Vieilles' })).body as MappingDetail;
  const rest = Array.from({ length: 79 }, (_, at) => ({ mappingId: id, revision: at + 2, rules: [] }));
  await db.insert(mappingRevision).values(rest);
  await db.update(mapping).set({ revision: 80 }).where(eq(mapping.id, id));
  await db.execute(sql`update mapping_revision set saved_at = now() - interval '15 days' where revision <> 20`);
  const { runId } = await seedRun(db, workspaceId, 1);
  await db
    .update(run)
    .set({ mappings: { [id]: 7 } })
    .where(eq(run.id, runId));
  expect(await deleteOldRevisions(db, 14)).toBe(28);
  const left = await db.select().from(mappingRevision).where(eq(mappingRevision.mappingId, id));
  const revisions = left.map(({ revision }) => revision).sort((a, b) => a - b);
  expect(revisions).toEqual([7, 20, ...Array.from({ length: 50 }, (_, at) => at + 31)]);
  expect(await deleteOldRevisions(db, 14)).toBe(0);
});
