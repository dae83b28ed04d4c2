import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doubtfulTaxes } from '#nodes/journal-entry/vat/check-vat.ts';
import { checkFec } from '#nodes/text-file/testing/check-fec.ts';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { cents, total } from './cents.ts';
import { type RecordedCase, type RecordedTaxLine, recordedCases } from './recorded-shop.ts';
import { type Entry, type RunOutput, runTemplate } from './run-cli.ts';

const PAID = ['processing', 'completed', 'refunded'];
const cases = await recordedCases();
const isForeign = ({ order }: RecordedCase) => order.currency !== 'EUR';
const isPaid = ({ order }: RecordedCase) => PAID.includes(order.status);
const isFree = ({ order }: RecordedCase) => cents(order.total) === 0n;

let shop: FakeShop;
beforeAll(async () => {
  shop = await startFakeShop({ shop: shopOf(cases.map(({ name }) => recordedCase(name))) });
});
afterAll(() => shop.close());

function entryOf(output: RunOutput, kind: string, id: number): Entry {
  const found = output.entries.filter((entry) => entry.source.documentKind === kind && entry.source.id === String(id));
  expect(found, `${kind} ${id}`).toHaveLength(1);
  return found[0] as Entry;
}

function ofRole(entry: Entry, role: string) {
  return entry.lines.filter((line) => line.role === role);
}

/** Debit less credit of the lines with a role, in cents. */
function balanceOf(entry: Entry, role: string): bigint {
  return ofRole(entry, role).reduce((so, line) => so + cents(line.debit) - cents(line.credit), 0n);
}

function vatByRate(entry: Entry): Map<string, bigint> {
  const rates = new Map<string, bigint>();
  for (const line of ofRole(entry, 'vat')) {
    const rate = line.vat?.rate ?? '?';
    rates.set(rate, (rates.get(rate) ?? 0n) + cents(line.credit) - cents(line.debit));
  }
  return new Map([...rates].filter(([, amount]) => amount !== 0n));
}

function taxByRate(lines: readonly RecordedTaxLine[]): Map<string, bigint> {
  const rates = new Map<string, bigint>();
  for (const line of lines) {
    const rate = String(line.rate_percent);
    rates.set(rate, (rates.get(rate) ?? 0n) + total([line.tax_total, line.shipping_tax_total]));
  }
  return new Map([...rates].filter(([, amount]) => amount !== 0n));
}

function expectSound(output: RunOutput): void {
  for (const entry of output.entries) {
    const debit = total(entry.lines.map((line) => line.debit));
    expect(total(entry.lines.map((line) => line.credit)), entry.id).toBe(debit);
    for (const line of entry.lines) {
      expect([line.debit, line.credit].filter((amount) => amount === '0.00')).toHaveLength(1);
      expect(total(line.lineage.map((part) => part.amount)), `${entry.id} ${line.account}`).toBe(
        cents(line.debit) - cents(line.credit),
      );
    }
    const rounding = balanceOf(entry, 'rounding');
    expect(rounding >= -5n && rounding <= 5n, `${entry.id} rounds ${rounding} cents`).toBe(true);
  }
  const { total: all, ...outcomes } = output.run.counts;
  expect(Object.values(outcomes).reduce((so, count) => so + count, 0)).toBe(all);
}

describe.each(['fr-pcg', 'be-pcmn'])('every recorded case on the chart %s', (chart) => {
  let output: RunOutput;
  beforeAll(async () => {
    output = await runTemplate({ shop, settings: { chart, siren: '123456789' } });
  });

  it('has balanced entries whose lines are explained to the cent, and nothing plugged', () => {
    expectSound(output);
  });

  it.each(cases.filter((one) => isPaid(one) && !isForeign(one) && !isFree(one)))(
    'books $name',
    ({ order, refunds }) => {
      const sale = entryOf(output, 'sale', order.id);
      expect(balanceOf(sale, 'receivable')).toBe(cents(order.total));
      expect(vatByRate(sale)).toEqual(taxByRate(order.tax_lines));
      for (const refund of refunds) {
        const note = entryOf(output, 'credit-note', refund.id);
        expect(balanceOf(note, 'receivable')).toBe(-cents(refund.amount));
        if (refund.tax_lines.length > 0) expect(vatByRate(note)).toEqual(taxByRate(refund.tax_lines));
      }
    },
  );

  it('nets a refund of everything with its sale to nothing on every account', () => {
    const whole = cases.filter((one) => isPaid(one) && one.refunds.some((refund) => refund.amount === one.order.total));
    expect(whole.length).toBeGreaterThan(2);
    for (const { order, refunds } of whole) {
      const lines = [entryOf(output, 'sale', order.id), entryOf(output, 'credit-note', refunds[0]?.id ?? 0)].flatMap(
        (entry) => entry.lines,
      );
      const accounts = Map.groupBy(lines, (line) => line.account);
      for (const [account, its] of accounts) {
        expect(total(its.map((line) => line.debit)), `${order.id} ${account}`).toBe(
          total(its.map((line) => line.credit)),
        );
      }
    }
  });

  it('skips unpaid, failed and cancelled orders with that reason', () => {
    const skipped = cases.filter((one) => !isPaid(one));
    expect(skipped.length).toBe(4);
    for (const { order } of skipped) {
      const document = output.documents.find((one) => one.kind === 'sale' && one.id === String(order.id));
      expect(document).toMatchObject({ outcome: 'skipped' });
      expect(document?.reason).toMatch(/paid|failed|cancelled/i);
    }
  });

  it('holds orders in another currency until their rate is given', async () => {
    const held = output.documents.filter((one) => one.outcome === 'held');
    expect(held.map((one) => one.id).sort()).toEqual(
      cases
        .filter(isForeign)
        .map(({ order }) => String(order.id))
        .sort(),
    );
    expect(held.every((one) => one.cause === 'entry.currency_without_rate')).toBe(true);
    expect(output.exitCode).toBe(1);
    expect(output.run.status).toBe('partial');
  });

  it('doubts the VAT of none of them', () => {
    const documents = output.documents.filter((one) => one.kind !== undefined) as unknown as SalesDocument[];
    expect(documents.length).toBeGreaterThan(50);
    expect(
      documents.flatMap((one) => doubtfulTaxes(one).map(({ tax }) => `${one.kind} ${one.id} ${tax.rate}`)),
    ).toEqual([]);
  });

  it('writes a FEC file that an independent reader finds nothing wrong with', () => {
    expect(Object.keys(output.files)).toEqual(['123456789FEC20261231.txt']);
    for (const [name, bytes] of Object.entries(output.files)) expect(checkFec(bytes, name)).toEqual([]);
  });
});

it('books orders in another currency at the rate given, and leaves nothing held', async () => {
  const settings = {
    exchangeRates: [
      { currency: 'USD', rate: '0.92' },
      { currency: 'GBP', rate: '1.1523' },
    ],
  };
  const output = await runTemplate({ shop, settings });
  expectSound(output);
  expect(output.exitCode).toBe(0);
  const usd = cases.find(({ order }) => order.currency === 'USD');
  const sale = entryOf(output, 'sale', usd?.order.id ?? 0);
  // 65.74 USD at 0.92 is 60.4808 EUR.
  expect(balanceOf(sale, 'receivable')).toBe(6048n);
  expect(sale.currency).toBe('EUR');
});

it('reads only the days of the period, in the time zone of the flow, refunds by their own day', async () => {
  const output = await runTemplate({ shop, args: ['--period', '2026-10-07..2026-10-10'] });
  const ids = output.documents.filter((one) => one.outcome === 'posted').map((one) => `${one.kind} ${one.id}`);
  const day = (instant: string) => new Date(`${instant}Z`).toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' });
  const within = (instant: string | null) =>
    instant !== null && day(instant) >= '2026-10-07' && day(instant) <= '2026-10-10';
  const expected = cases
    .filter((one) => isPaid(one))
    .flatMap(({ order, refunds }) => [
      ...(within(order.date_paid_gmt) ? [`sale ${order.id}`] : []),
      ...refunds
        .filter((refund) => within((refund as unknown as { date_created_gmt: string }).date_created_gmt))
        .map((refund) => `credit-note ${refund.id}`),
    ]);
  expect(ids.sort()).toEqual(expected.sort());
  expect(expected.some((id) => id.startsWith('credit-note'))).toBe(true);
});

it('delivers nothing in a dry run, and says what it would book', async () => {
  const output = await runTemplate({ shop, args: ['--dry-run'] });
  expect(output.run.counts).toMatchObject({ posted: 0 });
  expect(output.run.counts['previewed']).toBeGreaterThan(40);
  expect(output.entries.length).toBeGreaterThan(80);
});
