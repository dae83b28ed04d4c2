import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Completeness, ControlCell } from '#schemas/api/controls.ts';
import { decimal, formatAmount, sum } from '#schemas/money.ts';
import { posting, postingReset, reviewUnticked } from '../db/schema/index.ts';
import { seedRun } from '../http/testing/seed-run.ts';
import { type Person, startTestApp, type TestApp } from '../http/testing/test-app.ts';
import { type Fate, type Place, type Sold, seedRunOf, seedSold } from './testing/sold.ts';

let app: TestApp;
let call: Person;
let place: Place;
let runId: string;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  const person = await app.person();
  call = person.call;
  const { flowId } = await seedRun(app.deps.db, person.workspaceId, 1);
  place = { workspaceId: person.workspaceId, flowId, target: `flow:${flowId}:books` };
  runId = await seedRunOf(app.deps.db, place);
});

const DAY = '2026-11-02';
const sold = (number: string, net = '100.00', day = DAY): Sold => ({ number, day, net });
const seed = (what: Sold, fate: Fate = {}, run = runId) => seedSold(app.deps.db, place, run, what, fate);

async function read(from = '2026-11-01', to = '2026-11-05'): Promise<Completeness> {
  const reply = await call('GET', `/api/flows/${place.flowId}/completeness?from=${from}&to=${to}`);
  expect(reply.status).toBe(200);
  return reply.body as Completeness;
}
const cellOf = ({ cells }: Completeness, kind: ControlCell['kind'], key = '', day = DAY) =>
  cells.find((cell) => cell.kind === kind && cell.key === key && cell.day === day);
const causesOf = (cell: ControlCell | undefined) =>
  cell?.causes.map(({ cause, reason, count, amount }) => [cause, reason?.code ?? null, count, amount]);

/** Whatever the causes, what they explain is the whole of the difference. */
function expectExplained({ cells }: Completeness): void {
  for (const { source, booked, difference, causes } of cells) {
    expect(formatAmount(decimal(source).minus(decimal(booked)))).toBe(difference);
    expect(formatAmount(sum(causes.map(({ amount }) => amount)))).toBe(difference);
  }
}

describe('a day of which everything is booked', () => {
  it('agrees in total, base, VAT and payment, credit notes taken off', async () => {
    await seed(sold('1'));
    await seed({ ...sold('2', '10.00'), isCredit: true });
    const found = await read();
    expectExplained(found);
    expect(found.documents).toBe(2);
    expect(cellOf(found, 'total')).toMatchObject({
      source: '108.90',
      booked: '108.90',
      difference: '0.00',
      causes: [],
    });
    expect(cellOf(found, 'base', '21')).toMatchObject({ source: '90.00', booked: '90.00', isAlarm: false });
    expect(cellOf(found, 'tax', '21')).toMatchObject({ source: '18.90', booked: '18.90', isAlarm: false });
    expect(cellOf(found, 'payment', 'card')).toMatchObject({ source: '108.90', booked: '108.90', isAlarm: false });
  });

  it('counts on the day of the sale, and corrections count with what they correct', async () => {
    await seed(sold('1'));
    const later = await seedRunOf(app.deps.db, place);
    // The same order read again, unchanged: its latest state is compared, once.
    await seed(sold('1'), { posted: 'none', outcome: { outcome: 'skipped', code: 'run.already_posted' } }, later);
    const found = await read();
    expect(found.documents).toBe(1);
    expect(cellOf(found, 'total')).toMatchObject({ source: '121.00', difference: '0.00' });
  });

  it('agrees still when the source document itself is no longer kept', async () => {
    await seed(sold('1'), { isPruned: true });
    const found = await read();
    expect(found.cells.filter(({ isAlarm }) => isAlarm)).toEqual([]);
    expect(found.cells.map(({ source }) => source)).toContain('121.00');
  });
});

describe('each cause of a difference is named, with how much it explains', () => {
  const ends: [name: string, fate: Fate, cause: string, code: string | null][] = [
    ['held', { posted: 'none', outcome: { outcome: 'held', code: 'x.held' } }, 'held', 'x.held'],
    ['failed', { posted: 'none', outcome: { outcome: 'failed', code: 'x.failed' } }, 'failed', 'x.failed'],
    ['skipped', { posted: 'none', outcome: { outcome: 'skipped', code: 'x.rule' } }, 'skipped', 'x.rule'],
    ['unticked', { posted: 'none', outcome: { outcome: 'skipped', code: 'run.unticked' } }, 'unticked', 'run.unticked'],
    ['uncertain', { status: 'uncertain' }, 'uncertain', null],
    ['never got to', { posted: 'none', outcome: null }, 'unfinished', null],
    ['claimed by a run that is over', { status: 'intended' }, 'unfinished', null],
  ];
  it.each(ends)('F-17 %s', async (_name, fate, cause, code) => {
    await seed(sold('1'));
    await seed(sold('2', '50.00'), fate);
    const found = await read();
    expectExplained(found);
    const total = cellOf(found, 'total');
    expect(total).toMatchObject({ source: '181.50', booked: '121.00', difference: '60.50', isAlarm: true });
    expect(causesOf(total)).toEqual([[cause, code, 1, '60.50']]);
    expect(total?.causes[0]?.documents).toEqual([expect.objectContaining({ number: '2', run: runId })]);
  });

  it('waiting in a review, and under way, which is no alarm', async () => {
    const [parked, running] = [
      await seedRunOf(app.deps.db, place, 'in-review'),
      await seedRunOf(app.deps.db, place, 'running'),
    ];
    await seed(sold('1'), { posted: 'none', outcome: null }, parked);
    await seed(sold('2', '10.00', '2026-11-03'), { posted: 'none', outcome: null }, running);
    const found = await read();
    expect(causesOf(cellOf(found, 'total'))).toEqual([['waiting', null, 1, '121.00']]);
    const other = cellOf(found, 'total', '', '2026-11-03');
    expect(other).toMatchObject({ isAlarm: false, causes: [{ cause: 'under-way' }] });
  });

  it('changed since it was booked', async () => {
    await seed(sold('1', '120.00'), { bookedAs: sold('1', '100.00') });
    const found = await read();
    expectExplained(found);
    expect(causesOf(cellOf(found, 'total'))).toEqual([['changed', null, 1, '24.20']]);
    expect(causesOf(cellOf(found, 'tax', '21'))).toEqual([['changed', null, 1, '4.20']]);
  });

  it('declared void', async () => {
    const { db } = app.deps;
    await seed(sold('1'));
    const { workspaceId } = place;
    const [reset] = await db
      .insert(postingReset)
      .values({ workspaceId, resetBy: 'x', reason: 'because', scope: {}, count: 2 })
      .returning();
    await db
      .update(posting)
      .set({ resetId: reset?.id ?? '' })
      .where(eq(posting.flowId, place.flowId));
    expect(causesOf(cellOf(await read(), 'total'))).toEqual([['reset', null, 1, '121.00']]);
  });

  it('a payment that is not booked by choice is explained, and is no alarm', async () => {
    await seed(sold('1'), { posted: 'sale' });
    const found = await read();
    expectExplained(found);
    expect(cellOf(found, 'payment', 'card')).toMatchObject({ booked: '0.00', difference: '121.00', isAlarm: false });
    expect(causesOf(cellOf(found, 'payment', 'card'))).toEqual([['not-booked', null, 1, '121.00']]);
    expect(cellOf(found, 'total')).toMatchObject({ difference: '0.00', causes: [] });
  });

  it('a payment whose entry was unticked, or never sent, is an alarm', async () => {
    await seed(sold('1'), { posted: 'sale', hasPaymentEntry: true });
    expect(causesOf(cellOf(await read(), 'payment', 'card'))).toEqual([['unfinished', null, 1, '121.00']]);
    const made = await app.deps.db.query.document.findMany({ where: (row, { like }) => like(row.key, '%:1:payment') });
    const own = made.filter((row) => row.runId === runId);
    await app.deps.db.insert(reviewUnticked).values(own.map(({ id }) => ({ runId, nodeId: 'look', documentId: id })));
    expect(causesOf(cellOf(await read(), 'payment', 'card'))).toEqual([['unticked', null, 1, '121.00']]);
  });

  it('F-17 booked, and left out by the source in the state that it has now, is an alarm with the source’s reason', async () => {
    await seed(sold('1'));
    const cancelled = await seedRunOf(app.deps.db, place);
    const outcome = { outcome: 'skipped' as const, code: 'acme.cancelled' };
    await seed(sold('1', '90.00'), { posted: 'none', isLeftOut: true, outcome }, cancelled);
    const found = await read();
    expectExplained(found);
    const total = cellOf(found, 'total');
    expect(total).toMatchObject({ source: '0.00', booked: '121.00', isAlarm: true });
    expect(causesOf(total)).toEqual([['changed', 'acme.cancelled', 1, '-121.00']]);
  });

  it('left out by a rule of the source counts nowhere, is said, and is no alarm', async () => {
    await seed(sold('1'));
    const leftOut: Fate = { posted: 'none', isLeftOut: true, outcome: { outcome: 'skipped', code: 'acme.unpaid' } };
    await seed(sold('2'), leftOut);
    const total = cellOf(await read(), 'total');
    expect(total).toMatchObject({ source: '121.00', difference: '0.00', isAlarm: false, documents: 1 });
    expect(causesOf(total)).toEqual([['left-out', 'acme.unpaid', 1, '0.00']]);
  });

  it('what nothing explains is an alarm of its own', async () => {
    await seed(sold('1'));
    await seed(sold('2', '100.00'), { bookedAs: sold('2', '90.00'), isSame: true });
    const found = await read();
    expectExplained(found);
    expect(causesOf(cellOf(found, 'total'))).toEqual([['unexplained', null, 1, '12.10']]);
  });

  it('several at once add up to the difference', async () => {
    await seed(sold('1', '10.00'), { posted: 'none', outcome: { outcome: 'held', code: 'x.held' } });
    await seed(sold('2', '20.00'), { posted: 'none', outcome: { outcome: 'held', code: 'x.other' } });
    await seed(sold('3', '40.00'), { status: 'uncertain' });
    await seed({ ...sold('4', '5.00'), isCredit: true }, { posted: 'none', outcome: { outcome: 'failed', code: 'x' } });
    const found = await read();
    expectExplained(found);
    expect(causesOf(cellOf(found, 'total'))).toEqual([
      ['uncertain', null, 1, '48.40'],
      ['failed', 'x', 1, '-6.05'],
      ['held', 'x.held', 1, '12.10'],
      ['held', 'x.other', 1, '24.20'],
    ]);
  });
});

it('a period that is reversed, or too long, is refused', async () => {
  const ask = (from: string, to: string) =>
    call('GET', `/api/flows/${place.flowId}/completeness?from=${from}&to=${to}`);
  expect((await ask('2026-11-05', '2026-11-01')).status).toBe(422);
  expect((await ask('2020-11-05', '2026-11-01')).status).toBe(422);
});
