import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import { type Payout, payoutSchema } from '#schemas/documents/payout.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import type { Message } from '#schemas/messages.ts';
import { decimal, formatAmount, sum } from '#schemas/money.ts';
import { mapDocuments } from '../map-documents.ts';
import { payment, sale, tax, taxedLine } from '../testing/documents.ts';
import { context, entriesOf, jotted } from '../testing/run-mapping.ts';

type Item = Payout['items'][number];
function item(id: string, kind: Item['kind'], amount: string, fee: string | null = null): Item {
  return { id, kind, amount, fee, documentId: null };
}

function payout(amount: string, items: Item[], own: Partial<Payout> = {}): Payout {
  return payoutSchema.parse({
    ...{ id: 'po_1', number: 'PO-1', processor: 'stripe', paidAt: '2026-10-31T09:00:00Z', currency: 'EUR' },
    ...{ source: { system: 'stripe', shop: 'acct_1', url: null }, amount, items },
    ...own,
  });
}

function map(document: Payout, config: object = {}, warnings: Message[] = []) {
  const settings = { payouts: { fees: 'payout' }, ...config };
  const [result] = mapDocuments(context(settings, warnings), [{ key: 'po', kind: 'payout', body: document }]);
  if (!result) throw new Error('no result');
  return result;
}
function entryOf(document: Payout, config: object = {}, warnings: Message[] = []): JournalEntry {
  const result = map(document, config, warnings);
  if (!('emit' in result)) throw new Error(JSON.stringify(result));
  return result.emit[0]?.body as JournalEntry;
}

/** The payout of section 4.4 of the worked examples: two sales, a refund, and what the processor kept. */
const BELGIAN = [
  item('1', 'payment', '146.75', '2.20'),
  item('2', 'payment', '80.00', '2.00'),
  item('3', 'refund', '-31.80'),
];

test('a payout clears the processor’s account with its fees (Belgium)', () => {
  const entry = entryOf(payout('190.75', BELGIAN), { chart: 'be-pcmn' });
  expect(jotted(entry)).toEqual(['550000 D 190.75', '580010 C 194.95', '657200 D 4.20']);
  expect(entry).toMatchObject({
    ...{ journal: 'FIN', date: '2026-10-31', pieceNumber: 'PO-1', payoutId: 'po_1' },
    source: { documentKind: 'payout', id: 'po_1' },
  });
  expect(entry.lines[0]?.lineage).toEqual([
    { part: 'payout-item', id: '1', amount: '144.55' },
    { part: 'payout-item', id: '2', amount: '78.00' },
    { part: 'payout-item', id: '3', amount: '-31.80' },
  ]);
});

test('a payout clears the processor’s account with its fees (France), a fee of its own among them', () => {
  const items = [
    item('1', 'payment', '145.65'),
    item('2', 'payment', '80.00'),
    item('3', 'refund', '-31.65'),
    item('4', 'fee', '-4.20'),
  ];
  const entry = entryOf(payout('189.80', items), { accounts: { bank: '512100', processorFee: '627800' } });
  expect(jotted(entry)).toEqual(['512100 D 189.80', '511500 C 194.00', '627800 D 4.20']);
});

test('fees that were booked with the payments are not booked again', () => {
  const entry = entryOf(payout('190.75', BELGIAN), { chart: 'be-pcmn', payouts: { fees: 'payment' } });
  expect(jotted(entry)).toEqual(['550000 D 190.75', '580010 C 190.75']);
});

test('sale, payment and payout leave nothing on the clearing account, whichever of them books the fee', () => {
  const total = '120.00';
  const paid = payment(total, { method: 'stripe', fee: '1.75', feeCurrency: 'EUR' });
  const sold = sale(total, {
    lines: [taxedLine('1', '100.00', ['t', '20.00'])],
    taxes: [tax('t', '20', 'FR', '20.00')],
    payments: [paid],
  });
  for (const fees of ['payment', 'payout'] as const) {
    const payments = entriesOf(sold, { payouts: { fees } });
    const paidOut = entryOf(payout('118.25', [item('1', 'payment', total, '1.75')]), { payouts: { fees } });
    const lines = [...payments, paidOut].flatMap((entry) => entry.lines);
    const balance = (account: string) =>
      formatAmount(
        sum(lines.filter((line) => line.account === account).map((line) => decimal(line.debit).minus(line.credit))),
      );
    expect([balance('511500'), balance('627800'), balance('411000')], fees).toEqual(['0.00', '1.75', '0.00']);
  }
});

test('what the processor keeps of a refund is a cost beside it, whichever of them books the fee', () => {
  const note: SalesDocument = {
    ...sale('120.00', {
      lines: [taxedLine('1', '100.00', ['t', '20.00'])],
      taxes: [tax('t', '20', 'FR', '20.00')],
      payments: [payment('120.00', { method: 'stripe', fee: '0.30', feeCurrency: 'EUR' })],
    }),
    kind: 'credit-note',
  };
  for (const fees of ['payment', 'payout'] as const) {
    const given = entriesOf(note, { payouts: { fees } });
    const paidOut = entryOf(payout('-120.30', [item('1', 'refund', '-120.00', '0.30')]), { payouts: { fees } });
    const lines = [...given, paidOut].flatMap((entry) => entry.lines);
    const balance = (account: string) =>
      formatAmount(
        sum(lines.filter((line) => line.account === account).map((line) => decimal(line.debit).minus(line.credit))),
      );
    expect([balance('511500'), balance('627800'), balance('411000')], fees).toEqual(['0.00', '0.30', '0.00']);
  }
});

test('a payment charged back is owed by its customer again, and the processor’s charge for it is a fee', () => {
  const items = [item('1', 'payment', '200.00', '3.00'), item('2', 'chargeback', '-50.00', '15.00')];
  expect(jotted(entryOf(payout('132.00', items), { chart: 'be-pcmn' }))).toEqual([
    '550000 D 132.00',
    '580010 C 200.00',
    '657200 D 18.00',
    '400000 D 50.00',
  ]);
});

test('an adjustment goes to the suspense account and somebody is told', () => {
  const warnings: Message[] = [];
  const items = [item('1', 'payment', '100.00'), item('2', 'adjustment', '-7.50')];
  const entry = entryOf(payout('92.50', items), {}, warnings);
  expect(jotted(entry)).toEqual(['512000 D 92.50', '511500 C 100.00', '471000 D 7.50']);
  expect(warnings.map(({ code }) => code)).toEqual(['payout.adjusted']);
});

test('a payout that its items do not explain is held, to the cent', () => {
  const held = (document: Payout) => {
    const result = map(document);
    return 'hold' in result ? result.hold.code : 'booked';
  };
  expect(held(payout('190.74', BELGIAN))).toBe('payout.does_not_sum');
  expect(held(payout('190.75', []))).toBe('payout.without_items');
  expect(held(payout('190.75', BELGIAN, { currency: 'USD' }))).toBe('payout.without_rate');
});

test('more given back than taken is a debt to the processor: the bank pays', () => {
  const items = [item('1', 'payment', '10.00'), item('2', 'refund', '-40.00')];
  expect(jotted(entryOf(payout('-30.00', items)))).toEqual(['512000 C 30.00', '511500 D 30.00']);
});

test('whatever it is made of: the entry balances, the bank gets the transfer, and nothing is lost', () => {
  const cents = fc.integer({ min: -100_000, max: 100_000 });
  const text = (value: number) => formatAmount(decimal(String(value)).dividedBy(100));
  const arbitraryItem = fc.record({
    kind: fc.constantFrom<Item['kind']>('payment', 'refund', 'fee', 'chargeback', 'adjustment'),
    amount: cents,
    fee: fc.option(fc.nat({ max: 500 })),
  });
  fc.assert(
    fc.property(
      fc.array(arbitraryItem, { minLength: 1, maxLength: 30 }),
      fc.constantFrom('payment', 'payout', 'invoice'),
      (made, fees) => {
        const items = made.map(({ kind, amount, fee }, index) =>
          item(String(index), kind, text(amount), fee === null ? null : text(fee)),
        );
        const net = made.reduce((total, { amount, fee }) => total + BigInt(amount) - BigInt(fee ?? 0), 0n);
        const amount = text(Number(net));
        const result = map(payout(amount, items), { payouts: { fees } });
        if ('skip' in result) return;
        if (!('emit' in result)) throw new Error(JSON.stringify(result));
        const entry = result.emit[0]?.body as JournalEntry;
        const bank = entry.lines.filter((line) => line.account === '512000');
        expect(formatAmount(sum(bank.map((line) => decimal(line.debit).minus(line.credit))))).toBe(amount);
      },
    ),
  );
});
