import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { document, flow, flowVersion, hold, outcome, run, runStep, workspace } from '../db/schema/index.ts';
import { type TestDatabase, testDatabase } from '../db/test-database.ts';
import { acmeFlow } from '../http/testing/acme.ts';
import { noteHolds } from './note-holds.ts';
import { settleHolds } from './settle-holds.ts';

/** A machine that has other things to do takes its time. */
vi.setConfig({ testTimeout: 120_000 });

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await database.db.insert(workspace).values({ id: 'w', name: 'w', slug: 'w' });
});
afterAll(() => database.drop());

/** How a document ends: what decides it, what holds it, and what leaves it as it was. */
const END = {
  posted: ['posted', ''],
  ruled: ['skipped', 'x.not_paid'],
  elsewhere: ['skipped', 'run.being_posted'],
  rate: ['held', 'x.rate'],
  currency: ['held', 'x.currency'],
  broken: ['failed', 'x.broken'],
} as const;
type End = keyof typeof END;

interface Past {
  readonly mode: 'live' | 'dry';
  /** Nothing for a document that the run did not read. */
  readonly ends: Readonly<Record<string, End | null>>;
  /** The run is the next to last to end: it writes its batch, and ends after the run that follows it. */
  readonly isSlow: boolean;
}

const pastArbitrary = fc.record({
  mode: fc.constantFrom('live' as const, 'live' as const, 'live' as const, 'dry' as const),
  ends: fc.record({
    a: fc.option(fc.constantFrom(...(Object.keys(END) as End[]))),
    b: fc.option(fc.constantFrom(...(Object.keys(END) as End[]))),
    c: fc.option(fc.constantFrom(...(Object.keys(END) as End[]))),
  }),
  isSlow: fc.boolean(),
});

/**
 * What must wait after a history: of each document the last live run that decided on it, unless any live run has posted
 * it after that decision was written. Runs end in their order but for slow ones, which end one later.
 */
function expectedOf(history: readonly Past[]): string[] {
  const waiting = new Map<string, { code: string; run: number }>();
  const decided = new Map<string, number>();
  const hold = (past: Past, index: number) => {
    for (const [key, end] of Object.entries(past.ends)) {
      if (past.mode === 'dry' || end === null) continue;
      const [ended, code] = END[end];
      if (ended !== 'held' && ended !== 'failed') continue;
      if ((decided.get(key) ?? -1) <= index) waiting.set(key, { code, run: index });
    }
  };
  const write = (past: Past, index: number) => {
    if (past.mode === 'live') {
      for (const [key, end] of Object.entries(past.ends)) {
        if (end !== null) decided.set(key, Math.max(decided.get(key) ?? -1, index));
      }
    }
    hold(past, index);
  };
  const end = (past: Past, index: number) => {
    hold(past, index);
    for (const [key, how] of Object.entries(past.ends)) {
      const held = waiting.get(key);
      if (past.mode === 'dry' || how === null || !held) continue;
      if (how === 'posted' || (how === 'ruled' && held.run <= index)) waiting.delete(key);
    }
  };
  let late: (() => void) | null = null;
  history.forEach((past, index) => {
    write(past, index);
    const finish = () => end(past, index);
    if (past.isSlow && !late) {
      late = finish;
      return;
    }
    finish();
    late?.();
    late = null;
  });
  return [...waiting].map(([key, { code }]) => `${key} ${code}`).sort();
}

async function play(history: readonly Past[]): Promise<string[]> {
  const { db } = database;
  const flowId = randomUUID();
  await db.insert(flow).values({ id: flowId, workspaceId: 'w', name: flowId });
  await db.insert(flowVersion).values({ flowId, number: 1, definition: acmeFlow(), hash: 'h' });

  const write = async ({ mode, ends }: Past): Promise<string> => {
    const id = uuidv7();
    const order = { workspaceId: 'w', flowId, version: 1, bindings: {}, trigger: 'manual' as const, mode };
    await db.insert(run).values({ id, ...order });
    const step = { runId: id, nodeId: 'sales', position: 0, stage: 0, nodeType: 'x', nodeVersion: 1, kind: 'source' };
    await db.insert(runStep).values(step);
    const read = Object.entries(ends).flatMap(([key, end]) => (end === null ? [] : [{ key, end, id: uuidv7() }]));
    for (const one of read) {
      const [ended, code] = END[one.end];
      const facts = { nodeId: 'sales', key: one.key, kind: 'sales-document' as const, label: one.key, hash: 'h' };
      await db.insert(document).values({ id: one.id, runId: id, rootId: one.id, ...facts });
      const message = { code, params: {}, text: code, remedy: null, field: null };
      await db.insert(outcome).values({ documentId: one.id, runId: id, outcome: ended, code, message });
    }
    await db.transaction((tx) =>
      noteHolds(
        tx,
        id,
        read.map((one) => one.id),
      ),
    );
    return id;
  };
  const end = (id: string) => db.transaction((tx) => settleHolds(tx, { id, flowId }));

  let late: string | null = null;
  for (const past of history) {
    const id = await write(past);
    if (past.isSlow && late === null) {
      late = id;
      continue;
    }
    await end(id);
    if (late !== null) await end(late);
    late = null;
  }
  const rows = await db.select().from(hold);
  return rows
    .filter((row) => row.flowId === flowId)
    .map((row) => `${row.documentKey} ${row.code}`)
    .sort();
}

it('says after any history of runs what a model of its own says', async () => {
  let held = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(pastArbitrary, { minLength: 1, maxLength: 6 }), async (history) => {
      const wanted = expectedOf(history);
      held += wanted.length;
      expect(await play(history)).toEqual(wanted);
    }),
    { numRuns: 60 },
  );
  expect(held).toBeGreaterThan(20);
});
