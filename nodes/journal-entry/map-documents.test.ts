import { describe, expect, test } from 'vitest';
import { SettingsError } from '#schemas/errors.ts';
import type { Message } from '#schemas/messages.ts';
import { mapDocuments } from './map-documents.ts';
import { amountOnlyRefund, buyerIn, line, payment, sale, tax, taxedLine } from './testing/documents.ts';
import { context, entriesOf, entryOf, holdOf, jotted, lineOn, mapOne } from './testing/run-mapping.ts';

const simple = sale('120.00', {
  lines: [taxedLine('a', '100.00', ['t', '20.00'])],
  taxes: [tax('t', '20', 'FR', '20.00')],
});
const offBy = (cents: string) => ({ ...simple, total: cents });

describe('a batch', () => {
  test('goes on past a document that is held, and keeps its order', () => {
    const documents = [simple, offBy('125.00'), { ...simple, id: '2' }];
    const batch = documents.map((body, index) => ({ key: `k${index}`, kind: 'sales-document' as const, body }));
    const results = mapDocuments(context({}), batch);
    expect(results.map((result) => Object.keys(result)[0])).toEqual(['emit', 'hold', 'emit']);
    const [first] = results;
    expect(first && 'emit' in first && first.emit.map(({ key }) => key)).toEqual(['k0:entry']);
  });

  test('fails a document whose amounts cannot be read', () => {
    expect(mapOne({ ...simple, total: '1e3' })).toMatchObject({ fail: { code: 'entry.amount_unreadable' } });
  });

  test('skips what has nothing to book', () => {
    const gift = line('g', '0.00', { grossAmount: '10.00', discountAmount: '10.00' });
    const result = mapOne(sale('0.00', { lines: [gift] }), { discounts: 'net' });
    expect(result).toMatchObject({ skip: { code: 'entry.nothing_to_book' } });
  });

  test('gives the same entries for the same documents', () => {
    expect(entriesOf(simple)).toEqual(entriesOf(structuredClone(simple)));
  });
});

describe('the cents of the shop’s rounding', () => {
  test('are a loss when the total is short, a gain when it is over', () => {
    expect(jotted(entryOf(offBy('119.98')))).toContain('658000 D 0.02');
    expect(jotted(entryOf(offBy('120.05')))).toContain('758000 C 0.05');
    expect(lineOn(entryOf(offBy('119.98')), '658000')).toMatchObject({
      role: 'rounding',
      rule: 'rounding',
      vat: null,
      lineage: [{ part: 'difference', id: '1043', amount: '0.02' }],
    });
  });

  test('go to the first line of goods or of VAT when the user wants so', () => {
    const onLine = entryOf(offBy('119.98'), { rounding: { where: 'first-line' } });
    expect(lineOn(onLine, '707020')).toMatchObject({ credit: '99.98' });
    expect(lineOn(onLine, '707020').lineage).toEqual([
      { part: 'line', id: 'a', amount: '-100.00' },
      { part: 'difference', id: '1043', amount: '0.02' },
    ]);
    expect(jotted(entryOf(offBy('119.98'), { rounding: { where: 'first-tax' } }))).toContain('445720 C 19.98');
  });

  test('beyond the limit hold the document, with the figures', () => {
    const problem = holdOf(offBy('120.06'));
    expect(problem?.code).toBe('entry.difference_too_big');
    expect(problem?.params).toMatchObject({ total: '120.06', explained: '120.00', difference: '0.06', limit: '0.05' });
    expect(holdOf(offBy('120.01'), { rounding: { limit: '0' } })?.code).toBe('entry.difference_too_big');
  });
});

describe('an amount given back without lines', () => {
  const mixed = sale('225.50', {
    lines: [
      taxedLine('a', '90.00', ['std', '18.00'], { grossAmount: '100.00', discountAmount: '10.00' }),
      taxedLine('b', '100.00', ['red', '5.50']),
      line('g', '12.00', { description: 'Bon cadeau' }),
    ],
    taxes: [tax('std', '20', 'FR', '18.00'), tax('red', '5.5', 'FR', '5.50')],
  });

  test('is spread by rate, VAT and discount in the proportions of the sale, with a warning', () => {
    const warnings: Message[] = [];
    const result = mapOne(amountOnlyRefund(mixed, '22.55'), {}, warnings);
    expect('emit' in result && result.emit.map(({ body }) => jotted(body as never))).toEqual([
      [
        '411000 C 22.55',
        '709700 C 1.00',
        '707020 D 10.00',
        '707055 D 10.00',
        '419100 D 1.20',
        '445720 D 1.80',
        '445755 D 0.55',
      ],
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(['entry.refund_spread']);
  });

  test('is held when the user wants to see it, when nothing is open, or when it is more than what is open', () => {
    const code = (amount: string, config = {}) => holdOf(amountOnlyRefund(mixed, amount), config)?.code;
    expect(code('22.55', { amountOnlyRefunds: 'hold' })).toBe('entry.refund_on_hold');
    expect(code('225.61')).toBe('entry.refund_exceeds_open');
    const nothingOpen = amountOnlyRefund({ ...mixed, lines: [], taxes: [] }, '5.00');
    expect(holdOf(nothingOpen)?.code).toBe('entry.refund_nothing_open');
    expect(holdOf({ ...nothingOpen, original: null })?.code).toBe('entry.refund_nothing_open');
  });

  test('adds to the lines that the credit note does name', () => {
    const note = {
      ...amountOnlyRefund(mixed, '22.55'),
      lines: [taxedLine('b', '10.00', ['red', '0.55'])],
      taxes: [tax('red', '5.5', 'FR', '0.55')],
      total: '33.10',
    };
    expect(jotted(entryOf(note))).toContain('445755 D 1.10');
    expect(lineOn(entryOf(note), '707055').debit).toBe('20.00');
  });
});

describe('what stands beside the amounts', () => {
  test('a negative fee is a discount', () => {
    const fee = taxedLine('f', '-10.00', ['t', '-2.00'], { category: 'fee' });
    const document = {
      ...simple,
      lines: [...simple.lines, fee],
      taxes: [tax('t', '20', 'FR', '18.00')],
      total: '108.00',
    };
    expect(jotted(entryOf(document))).toContain('709700 D 10.00');
  });

  test('customers share an auxiliary account, have their own, or none', () => {
    const auxiliary = (customer: object, buyer = {}) =>
      entryOf({ ...simple, ...buyerIn('FR', buyer) }, { customer }).lines[0]?.auxiliaryAccount;
    const each = { auxiliaryMode: 'per-customer' };
    expect(auxiliary({})).toBe('WEB');
    expect(auxiliary({ auxiliaryMode: 'none' })).toBeNull();
    expect(auxiliary(each)).toBe('WEB00039');
    expect(auxiliary(each, { id: null })).toBe('WEBGUEST');
    const long = { ...simple, ...buyerIn('FR', { id: '123456' }) };
    expect(holdOf(long, { customer: each })?.code).toBe('entry.auxiliary_too_long');
  });

  test('accounts are padded, never cut, and begin with three digits', () => {
    expect(jotted(entryOf(simple, { accountLength: 8 }))).toContain('70702000 C 100.00');
    expect(holdOf(simple, { accountLength: 5 })?.code).toBe('entry.account_too_long');
    expect(holdOf(simple, { accounts: { revenue: 'VENTES' } })?.code).toBe('entry.account_malformed');
    expect(lineOn(entryOf(simple, { accounts: { revenue: '701' } }), '701000').rule).toBe('accounts:domestic:20');
  });

  test('a total that is negative or finer than cents is held', () => {
    expect(holdOf(offBy('-5.00'))?.code).toBe('entry.total_negative');
    expect(holdOf(offBy('120.001'))?.code).toBe('entry.total_precision');
  });

  test('the booking date follows the chosen axis in the flow’s zone', () => {
    const date = (dateAxis: string) => entryOf({ ...simple, completedAt: '2026-11-05T10:00:00Z' }, { dateAxis }).date;
    expect([date('paid'), date('created'), date('completed')]).toEqual(['2026-11-01', '2026-10-30', '2026-11-05']);
    expect(entryOf({ ...simple, paidAt: null }).date).toBe('2026-10-30');
  });
});

describe('labels', () => {
  const label = (template: string) => entryOf(simple, { labels: { sale: template } }).label;

  test('are Liquid templates on one line', () => {
    expect(label('{{ number }}\n {{ customer | upcase }}')).toBe('1043 ÉLODIE DUPONT');
    expect(label('{{number}}/{{shop}}')).toBe('1043/shop.example');
  });

  test('of a field that does not exist, or that read a file, are refused', () => {
    expect(() => label('{{ orderNumber }}')).toThrow(SettingsError);
    expect(() => label('{{ number ')).toThrow(SettingsError);
    expect(() => label("{% include '/etc/hostname' %}")).toThrow(SettingsError);
  });

  test('that would run for ever are stopped', () => {
    expect(() => label('{% for i in (1..1000000000) %}a{% endfor %}')).toThrow(SettingsError);
  });

  test('that give an empty piece number hold the document', () => {
    expect(holdOf(simple, { labels: { pieceNumber: '{{ original }}' } })?.code).toBe('entry.piece_number_empty');
  });
});

describe('payments', () => {
  const paid = (change: Parameters<typeof payment>[1] = {}) => ({ ...simple, payments: [payment('120.00', change)] });

  test('follow the first method that fits, or are left out', () => {
    const paymentAccounts = [
      { method: 'bacs', book: false },
      { method: 'STRIPE*', account: '517100', journal: 'STR', feeAccount: '627810' },
    ];
    const [, entry] = entriesOf(paid({ method: 'stripe_bancontact', fee: '1.00', feeCurrency: 'EUR' }), {
      paymentAccounts,
    });
    expect(entry && jotted(entry)).toEqual(['517100 D 119.00', '627810 D 1.00', '411000 C 120.00']);
    expect(entry).toMatchObject({ journal: 'STR', lines: [{ rule: 'rule:payment:STRIPE*' }, {}, {}] });
    expect(entriesOf(paid({ method: 'bacs' }), { paymentAccounts })).toHaveLength(1);
    expect(entriesOf(paid(), { payments: 'none' })).toHaveLength(1);
  });

  test('not received yet are not booked', () => {
    expect(entriesOf(paid({ paidAt: null }))).toHaveLength(1);
  });

  test('in two parts give two entries with keys of their own', () => {
    const result = mapOne({ ...simple, payments: [payment('100.00'), payment('20.00', { id: 'p2' })] });
    expect('emit' in result && result.emit.map(({ key }) => key)).toEqual([
      'doc:entry',
      'doc:payment-entry',
      'doc:payment-entry:p2',
    ]);
  });

  test('leave out a fee in another currency, with a warning', () => {
    const warnings: Message[] = [];
    const result = mapOne(paid({ fee: '1.00', feeCurrency: 'USD' }), {}, warnings);
    expect('emit' in result && result.emit).toHaveLength(2);
    expect(warnings.map(({ code }) => code)).toEqual(['entry.fee_ignored']);
  });
});

describe('a sale in another currency', () => {
  const dollars = { ...simple, currency: 'USD', exchangeRate: '0.9' };

  test('is converted at the user’s rate before the shop’s, keeping the original amounts', () => {
    expect(lineOn(entryOf(dollars), '411000')).toMatchObject({
      debit: '108.00',
      currencyAmount: { currency: 'USD', amount: '120.00' },
    });
    const exchangeRates = [{ currency: 'USD', rate: '0.8' }];
    expect(lineOn(entryOf(dollars, { exchangeRates }), '411000').debit).toBe('96.00');
  });

  test('books the cents that conversion leaves as an exchange difference, in the books only', () => {
    const entry = entryOf({ ...dollars, exchangeRate: '0.33335' });
    // 120.00 → 40.00, but 100.00 → 33.34 (33.335) and 20.00 → 6.67 (6.667).
    expect(jotted(entry)).toEqual(['411000 D 40.00', '707020 C 33.34', '445720 C 6.67', '656000 D 0.01']);
    expect(lineOn(entry, '656000')).toMatchObject({ role: 'exchange', currencyAmount: null });
    // 120.00 → 39.99 (39.9864), but 100.00 → 33.32 and 20.00 → 6.66 (6.6644).
    expect(jotted(entryOf({ ...dollars, exchangeRate: '0.33322' }))).toContain('756000 C 0.01');
  });

  test('without a rate, or with a rate of nothing, is held', () => {
    expect(holdOf({ ...dollars, exchangeRate: null })?.code).toBe('entry.currency_without_rate');
    expect(holdOf({ ...dollars, exchangeRate: '0' })?.code).toBe('entry.currency_without_rate');
  });
});
