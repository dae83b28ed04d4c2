import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { VatLine, VatReturn, VatReturns } from '#schemas/api/vat-returns.ts';
import type { EntryLine } from '#schemas/documents/journal-entry.ts';
import { run } from '../db/schema/index.ts';
import { type SeededRun, seedRun } from '../http/testing/seed-run.ts';
import { type Person, startTestApp, type TestApp } from '../http/testing/test-app.ts';
import { type BookedEntry, seedBooked } from './testing/seed-booked.ts';

let app: TestApp;
let call: Person;
let workspaceId: string;
let seeded: SeededRun;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  const person = await app.person();
  ({ call, workspaceId } = person);
  seeded = await seedRun(app.deps.db, workspaceId, 2);
});

type Vat = NonNullable<EntryLine['vat']>;
const be = (rate: string, grids: string[], change: Partial<Vat> = {}): Vat => ({
  ...{ code: `BE${rate}`, rate, country: 'BE', regime: 'domestic', grids },
  ...change,
});

/** Sections 4.1 and 4.3 of the textbook: a sale of two rates with a discount and shipping; goods B given back. */
const SALE: BookedEntry = {
  number: 'V1',
  lines: [
    { account: '708000', amount: '-10.00', role: 'discount', vat: be('21', ['03']) },
    { account: '700021', amount: '100.00', vat: be('21', ['03']) },
    { account: '700006', amount: '30.00', vat: be('6', ['01']) },
    { account: '704021', amount: '5.00', role: 'shipping', vat: be('21', ['03']) },
    { account: '451000', amount: '19.95', role: 'vat', vat: be('21', ['54']) },
    { account: '451000', amount: '1.80', role: 'vat', vat: be('6', ['54']) },
  ],
};
const CREDIT_NOTE: BookedEntry = {
  number: 'N1',
  date: '2026-10-20',
  source: { system: 'acme', documentKind: 'credit-note', id: 'N1', number: 'N1', url: null },
  lines: [
    { account: '700006', amount: '-30.00', vat: be('6', ['49']) },
    { account: '451000', amount: '-1.80', role: 'vat', vat: be('6', ['64']) },
  ],
};
const euSale = (number: string, amount: string, supply: 'goods' | 'services', partyVatNumber: string): BookedEntry => ({
  ...{ number, partyVatNumber, partyName: 'Uitgeverij' },
  lines: [
    {
      ...{ account: '700600', amount },
      vat: be('0', [supply === 'goods' ? '46' : '44'], { country: 'NL', regime: 'reverse-charge', supply }),
    },
  ],
});
const ossSale = (number: string, country: string, rate: string, base: string, vat: string): BookedEntry => ({
  number,
  lines: [
    { account: `7008${country}`, amount: base, vat: be(rate, ['47'], { country, regime: 'oss' }) },
    { account: `4519${country}`, amount: vat, role: 'vat', vat: be(rate, [], { country, regime: 'oss' }) },
  ],
});

const OCTOBER = 'from=2026-10-01&to=2026-10-31';
async function book(entries: readonly BookedEntry[], change: { target?: string; status?: 'uncertain' } = {}) {
  return seedBooked(app.deps.db, { workspaceId, ...seeded, ...change }, entries);
}
async function preview(query = OCTOBER): Promise<VatReturns> {
  const reply = await call('GET', `/api/vat-return?${query}`);
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body as VatReturns;
}
async function only(query?: string): Promise<VatReturn> {
  const { returns } = await preview(query);
  expect(returns).toHaveLength(1);
  const [one] = returns;
  if (!one) throw new Error('no return');
  return one;
}
const boxes = ({ boxes: list }: VatReturn) => Object.fromEntries(list.map(({ box, amount }) => [box, amount]));
async function lines(query: string): Promise<VatLine[]> {
  const reply = await call('GET', `/api/vat-return/lines?${OCTOBER}&country=BE&currency=EUR&${query}`);
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return (reply.body as { items: VatLine[] }).items;
}

describe('the boxes of a period', () => {
  test('add up what was booked, and a credit note stands in 49 and 64 without lowering 01', async () => {
    await book([SALE, CREDIT_NOTE]);
    const one = await only();
    expect(one).toMatchObject({ country: 'BE', currency: 'EUR' });
    expect(boxes(one)).toEqual({ '01': '30.00', '03': '95.00', '49': '30.00', '54': '21.75', '64': '1.80' });
    expect(one.totals.base).toEqual({
      placed: { amount: '95.00', lines: 5 },
      elsewhere: { amount: '0.00', lines: 0 },
      unplaced: { amount: '0.00', lines: 0 },
      all: { amount: '95.00', lines: 5 },
      isEqual: true,
    });
    expect(one.totals.vat).toMatchObject({ placed: { amount: '19.95', lines: 3 }, isEqual: true });
  });

  test('go by the booking day, both ends included, and take only what was posted', async () => {
    const on = (date: string, number: string): BookedEntry => ({ ...SALE, number, date });
    await book([on('2026-09-30', 'A'), on('2026-10-01', 'B'), on('2026-10-31', 'C'), on('2026-11-01', 'D')]);
    await book([on('2026-10-10', 'E')], { status: 'uncertain' });
    expect(boxes(await only())['03']).toBe('190.00');
    expect(await preview()).toMatchObject({ entries: 2, targets: 1, uncertain: 1 });
  });

  test('count a document once that went to two targets, and say that there are two', async () => {
    await book([SALE]);
    await book([SALE], { target: 'connection:books' });
    expect(boxes(await only())['03']).toBe('95.00');
    expect((await preview()).targets).toBe(2);
    expect(await preview(`${OCTOBER}&target=connection:books`)).toMatchObject({ entries: 1, targets: 1 });
  });

  test('count a document in one period only, that of its first booking, though its targets date it by different days', async () => {
    await book([{ ...SALE, date: '2026-10-31' }]);
    await book([{ ...SALE, date: '2026-11-01' }], { target: 'connection:books' });
    const november = 'from=2026-11-01&to=2026-11-30';
    expect(boxes(await only())['03']).toBe('95.00');
    expect((await preview(november)).returns).toEqual([]);
    expect(await preview(`${november}&target=connection:books`)).toMatchObject({ entries: 1 });
  });

  test('of another workspace are not counted', async () => {
    await book([SALE]);
    const stranger = await app.person();
    const reply = await stranger.call('GET', `/api/vat-return?${OCTOBER}&flow=${seeded.flowId}`);
    expect(reply.body).toEqual({ returns: [], entries: 0, targets: 0, uncertain: 0 });
  });

  test('of another seller’s country are a return of their own; a box that a table named is shown by its name', async () => {
    const french = {
      vat: { code: 'FR20', rate: '20', country: 'FR', regime: 'domestic' as const, grids: ['A1', 'Z9'] },
    };
    await book([SALE, { number: 'F1', vatCountry: 'FR', lines: [{ account: '707020', amount: '10.00', ...french }] }]);
    const { returns } = await preview();
    expect(returns.map(({ country }) => country)).toEqual(['BE', 'FR']);
    expect(returns[1]?.boxes.map(({ box, title, amount }) => [box, title?.fr ?? null, amount])).toEqual([
      ['A1', 'Ventes, prestations de services (ex-01)', '10.00'],
      ['Z9', null, '10.00'],
    ]);
  });

  test('include what waits ticked in a review only when asked', async () => {
    await seedBooked(app.deps.db, { workspaceId, ...seeded, isPosted: false }, [SALE]);
    expect((await preview()).entries).toBe(0);
    const one = await preview(`${OCTOBER}&review=true`);
    expect(one.returns.find(({ country }) => country === 'BE')?.boxes.map(({ box }) => box)).toEqual([
      '01',
      '03',
      '54',
    ]);
  });
});

test('what waits in a review for a second target, or to be booked again, counts as it was posted', async () => {
  const { db } = app.deps;
  const before = await seedRun(db, workspaceId, 1);
  await db.update(run).set({ status: 'succeeded' }).where(eq(run.id, before.runId));
  await seedBooked(db, { workspaceId, ...before }, [SALE]);
  const again = { ...SALE, lines: SALE.lines.map((line) => ({ ...line, account: line.account.replace('7', '8') })) };
  await seedBooked(db, { workspaceId, ...seeded, isPosted: false }, [again, { ...SALE, number: 'V2' }]);
  const { returns } = await preview(`${OCTOBER}&review=true`);
  const belgian = returns.find(({ country }) => country === 'BE');
  expect(belgian && boxes(belgian)['03']).toBe('190.00');
  const behind = await lines('box=01&review=true');
  expect(behind.map(({ number, account }) => `${number} ${account}`)).toEqual(['V1 700006', 'V2 700006']);
});

describe('beside the boxes', () => {
  test('OSS is listed by country and rate, its foreign VAT in no box', async () => {
    await book([
      ossSale('O1', 'DE', '19', '100.00', '19.00'),
      ossSale('O2', 'DE', '7', '10.00', '0.70'),
      ossSale('O3', 'DE', '19', '50.00', '9.50'),
      ossSale('O4', 'AT', '20', '10.00', '2.00'),
    ]);
    const one = await only();
    expect(one.oss.map(({ country, rate, base, vat }) => [country, rate, base.amount, vat.amount])).toEqual([
      ['AT', '20', '10.00', '2.00'],
      ['DE', '19', '150.00', '28.50'],
      ['DE', '7', '10.00', '0.70'],
    ]);
    expect(boxes(one)).toEqual({ '47': '170.00' });
    expect(one.totals.vat).toMatchObject({ elsewhere: { amount: '31.20', lines: 4 }, isEqual: true });
  });

  test('customers elsewhere in the EU are listed by number and by what they bought, less what was given back', async () => {
    const note = euSale('E4', '-20.00', 'goods', 'NL004495445B01');
    await book([
      euSale('E1', '200.00', 'goods', 'NL004495445B01'),
      euSale('E2', '30.00', 'services', 'NL004495445B01'),
      euSale('E3', '80.00', 'goods', 'DE136695976'),
      note,
    ]);
    const { customers } = await only();
    expect(customers.map(({ number, name, code, amount }) => [number, name, code, amount])).toEqual([
      ['DE136695976', 'Uitgeverij', 'L', '80.00'],
      ['NL004495445B01', 'Uitgeverij', 'L', '180.00'],
      ['NL004495445B01', 'Uitgeverij', 'S', '30.00'],
    ]);
    const behind = await lines('customer=NL004495445B01:L');
    expect(behind.map(({ number, amount }) => [number, amount])).toEqual([
      ['E1', '200.00'],
      ['E4', '-20.00'],
    ]);
  });

  test('what cannot be placed is listed with its reason, never guessed, and the sums still hold', async () => {
    const unknown = (regime: Vat['regime'], rate = '0'): Vat => ({ code: 'X', rate, country: 'BE', regime });
    await book([
      SALE,
      {
        number: 'U1',
        lines: [
          { account: '700000', amount: '11.00', vat: unknown('margin') },
          { account: '700001', amount: '12.00', vat: unknown('untaxed') },
          { account: '700002', amount: '13.00', vat: unknown('domestic', '8.5') },
          { account: '451000', amount: '1.11', role: 'vat', vat: unknown('domestic', '8.5') },
          { account: '700003', amount: '14.00', vat: { code: null, rate: '0', country: null } },
          { account: '700004', amount: '15.00' },
          { account: '657100', amount: '0.01', role: 'rounding' },
        ],
      },
    ]);
    const { unplaced, totals } = await only();
    expect(unplaced.map(({ reason, base, vat }) => [reason, base.amount, base.lines, vat.amount])).toEqual([
      ['unmarked', '29.00', 2, '0.00'],
      ['margin', '11.00', 1, '0.00'],
      ['untaxed', '12.00', 1, '0.00'],
      ['rate', '13.00', 1, '1.11'],
    ]);
    expect(totals.base).toMatchObject({ all: { amount: '190.00' }, unplaced: { amount: '65.00' }, isEqual: true });
    expect(totals.vat).toMatchObject({ all: { amount: '22.86' }, unplaced: { amount: '1.11' }, isEqual: true });
    const listed = await lines('placing=unplaced');
    expect(listed.map(({ number, account, reason }) => `${number} ${account} ${reason}`)).toEqual([
      'U1 700000 margin',
      'U1 700001 untaxed',
      'U1 700002 rate',
      'U1 451000 rate',
      'U1 700003 unmarked',
      'U1 700004 unmarked',
    ]);
  });
});

describe('the lines behind a figure', () => {
  test('sum to it, with its sign, in pages without a hole or a double', async () => {
    await book([SALE, CREDIT_NOTE, { ...SALE, number: 'V2' }]);
    expect((await lines('box=03&side=base')).map(({ number, amount }) => `${number} ${amount}`)).toEqual([
      ...['V1 -10.00', 'V1 100.00', 'V1 5.00', 'V2 -10.00', 'V2 100.00', 'V2 5.00'],
    ]);
    expect((await lines('box=49')).map(({ amount }) => amount)).toEqual(['30.00']);
    const seen: string[] = [];
    for (let after = ''; ; ) {
      const reply = await call(
        'GET',
        `/api/vat-return/lines?${OCTOBER}&country=BE&currency=EUR&box=03&limit=4${after}`,
      );
      const page = reply.body as { items: VatLine[]; next: string | null; total: number | null };
      seen.push(...page.items.map(({ number, account }) => `${number} ${account}`));
      if (after === '') expect(page.total).toBe(6);
      if (page.next === null) break;
      after = `&after=${page.next}`;
    }
    expect(seen).toHaveLength(6);
    expect(new Set(seen).size).toBe(6);
  });
});

test('a period that is none is refused', async () => {
  for (const query of ['from=2026-10-31&to=2026-10-01', 'from=2024-01-01&to=2026-01-01']) {
    const reply = await call('GET', `/api/vat-return?${query}`);
    expect([reply.status, (reply.body as { error: { code: string } }).error.code]).toEqual([
      422,
      'vat-return.period_wrong',
    ]);
  }
});

test('the CSV says what the preview says, with the decimal sign of the reader', async () => {
  const margin: Vat = { code: 'BE-MARGE', rate: '0', country: 'BE', regime: 'margin' };
  const second: BookedEntry = { number: '=M1', lines: [{ account: '700000', amount: '7.00', vat: margin }] };
  await book([SALE, CREDIT_NOTE, ossSale('O1', 'DE', '19', '100.00', '19.00'), second]);
  const reply = await call('GET', `/api/vat-return.csv?${OCTOBER}&language=fr`);
  expect(reply.status).toBe(200);
  const text = String(reply.body);
  expect(text).toContain('Cases;BE;03;Opérations à 21 %;;95,00;;EUR');
  expect(text).toContain('Cases;BE;64;');
  expect(text).toContain('OSS;BE;DE;;19;100,00;19,00;EUR');
  expect(text).toContain(
    "Non classé;BE;'=M1;700000 Ligne 700000: Régime de la marge : la marge n’est pas connue ici;0;7,00;",
  );
  expect(text).toContain('Toutes les lignes;BE;;;;202,00;38,95;EUR');
});
