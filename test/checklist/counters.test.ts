import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunSummary } from '#schemas/api/runs.ts';
import { OUTCOMES, type Outcome } from '#schemas/outcome.ts';
import { outcome } from '#server/db/schema/index.ts';
import { seedRun } from '#server/http/testing/seed-run.ts';
import { type Person, startTestApp, type TestApp } from '#server/http/testing/test-app.ts';

const DOCUMENTS = 8;

let app: TestApp;
let call: Person;
let workspaceId: string;
beforeAll(async () => {
  app = await startTestApp();
  ({ call, workspaceId } = await app.person());
});
afterAll(() => app.close());

/** Outcomes as retries write them: a document has one, and a later one takes its place. */
const events = fc.array(fc.record({ at: fc.nat(DOCUMENTS - 1), outcome: fc.constantFrom(...OUTCOMES) }), {
  maxLength: 40,
});

test('F-02 the counters of a run are its documents’ outcomes: none is negative and they add up, whatever happens', async () => {
  const { runId, sales } = await seedRun(app.deps.db, workspaceId, DOCUMENTS);
  const { sql } = app.database;
  await fc.assert(
    fc.asyncProperty(events, async (happened) => {
      await sql`delete from outcome where run_id = ${runId}`;
      const last = new Map<string, Outcome>();
      for (const { at, outcome: given } of happened) {
        const documentId = sales[at] ?? '';
        last.set(documentId, given);
        const row = { documentId, runId, outcome: given };
        await app.deps.db.insert(outcome).values(row).onConflictDoUpdate({ target: outcome.documentId, set: row });
      }
      const { body } = await call('GET', '/api/runs');
      const listed = (body as { items: RunSummary[] }).items.find(({ id }) => id === runId);
      const expected = Object.fromEntries(
        OUTCOMES.map((name) => [name, [...last.values()].filter((one) => one === name).length]),
      );
      const silent = DOCUMENTS - last.size;
      expect(listed?.counts).toEqual({ ...expected, pending: (expected['pending'] ?? 0) + silent, total: DOCUMENTS });
    }),
    { numRuns: 40 },
  );
});
