import { describe, expect, test } from 'vitest';
import { bePcmn } from '../presets/be-pcmn.ts';
import { frPcg } from '../presets/fr-pcg.ts';
import { buyerIn, line, payment, sale, tax, taxedLine } from '../testing/documents.ts';
import { entriesOf, entryOf, holdOf, jotted, settings } from '../testing/run-mapping.ts';
import { chartAt } from './chart-at.ts';
import type { ChartPreset } from './chart-preset.ts';
import { checkChart } from './check-chart.ts';

/** A chart as accountants read it: every account, journal and VAT code, one a line. */
function written(preset: ChartPreset, length: number): string {
  const accounts = chartAt(preset, length).accounts.map(({ key, numbers }) => `${key}: ${numbers.join(' ')}`);
  const journals = Object.entries(preset.journals).map(([key, { code, name }]) => `${key}: ${code} ${name.fr}`);
  const rates = preset.rates.map(({ rate, vatCode }) => `${rate} %: ${vatCode}`);
  const regimes = Object.entries(preset.vatCodes).map(([key, code]) => `${key}: ${code}`);
  const parts = [
    ['accounts', ...accounts],
    ['journals', ...journals],
    ['VAT codes', ...rates, ...regimes],
  ];
  return `${parts.map(([title, ...rows]) => `# ${title}\n${rows.join('\n')}\n`).join('\n')}`;
}

describe.each([
  ['fr-pcg', frPcg],
  ['be-pcmn', bePcmn],
] as const)('the chart %s', (id, preset) => {
  test.each([6, 8])(
    'AT-030 gives every account, journal and VAT code by rate and regime at length %i, with our own sub-accounts',
    async (length) => {
      await expect(written(preset, length)).toMatchFileSnapshot(`../testing/golden/chart-${id}-${length}.txt`);
    },
  );

  test('AT-028 re-padded to another length is the same chart with more or fewer zeros', () => {
    const short = chartAt(preset, 6).accounts;
    for (const [index, { key, numbers }] of chartAt(preset, 8).accounts.entries()) {
      expect(short[index]?.key).toBe(key);
      expect(numbers).toEqual(short[index]?.numbers.map((number) => `${number}00`));
    }
    expect(chartAt(preset, 6).tooLong).toEqual([]);
  });
});

const simple = sale('120.00', {
  lines: [taxedLine('a', '100.00', ['t', '20.00'])],
  taxes: [tax('t', '20', 'FR', '20.00')],
  payments: [payment('120.00')],
});

test('AT-027 the charts of Belgium and France fill every account that the user leaves empty', () => {
  expect(jotted(entryOf(simple))).toEqual(['411000 D 120.00', '707020 C 100.00', '445720 C 20.00']);
  const belgian = sale('121.00', {
    ...buyerIn('BE'),
    lines: [taxedLine('a', '100.00', ['t', '21.00'])],
    taxes: [tax('t', '21', 'BE', '21.00')],
  });
  expect(jotted(entryOf(belgian, { chart: 'be-pcmn' }))).toEqual([
    '400000 D 121.00',
    '700021 C 100.00',
    '451000 C 21.00',
  ]);
});

test('AT-028 accounts that a shorter length would cut are listed, and a document that needs one is held', () => {
  const cut = Object.fromEntries(chartAt(frPcg, 5).tooLong.map(({ key, numbers }) => [key, numbers]));
  expect(cut).toEqual({
    revenue: ['707020', '707010', '707055', '707021'],
    services: ['706020', '706010', '706055', '706021'],
    vat: ['445720', '445710', '445755', '445721'],
    ossRevenue: ['7078{country}'],
    ossVat: ['4457{country}'],
    reverseCharge: ['7079UE'],
    reverseChargeServices: ['7069UE'],
    export: ['7079EX'],
  });
  // 411000 loses none of its digits at five: 41100.
  expect(chartAt(frPcg, 5).accounts[0]).toEqual({ key: 'customer', numbers: ['41100'] });
  expect(checkChart(settings({ accountLength: 5 }))[0]?.params).toMatchObject({
    length: '5',
    accounts: expect.stringContaining('707020, 707010, 707055'),
  });
  expect(checkChart(settings())).toEqual([]);
  // Zeros that the user has typed are never taken away.
  expect(checkChart(settings({ accounts: { bank: '5121000' } }))[0]?.params['accounts']).toBe('5121000');
  expect(holdOf(simple, { accountLength: 5 })?.code).toBe('entry.account_too_long');
});

test('AT-028 the length is chosen once and holds for every account of the entries', () => {
  const lengths = (accountLength?: number) =>
    entriesOf(simple, accountLength ? { accountLength } : {}).flatMap(({ lines }) =>
      lines.map(({ account }) => account.length),
    );
  expect(new Set(lengths())).toEqual(new Set([6]));
  expect(new Set(lengths(10))).toEqual(new Set([10]));
});

test('AT-029 the French journals are VTE and BQ, and can be replaced, by BQ1 for one', () => {
  const journals = (config = {}) => entriesOf(simple, config).map(({ journal }) => journal);
  expect(journals()).toEqual(['VTE', 'BQ']);
  expect(journals({ journals: { sales: 'VE', payments: 'BQ1' } })).toEqual(['VE', 'BQ1']);
});

test('AT-030 accounts of another chart are typed once and booked everywhere', () => {
  const document = sale('144.00', {
    lines: [
      taxedLine('a', '100.00', ['t', '20.00'], { grossAmount: '110.00', discountAmount: '10.00' }),
      taxedLine('s', '20.00', ['t', '4.00'], { category: 'shipping' }),
    ],
    taxes: [tax('t', '20', 'FR', '24.00')],
    payments: [payment('144.00', { fee: '2.00', feeCurrency: 'EUR' })],
  });
  const accounts = {
    ...{ revenue: '707200', discount: '709000', shipping: '708520', vat: '445720', payment: '512000' },
    processorFee: '627000',
  };
  const entries = entriesOf(document, { accounts, vatRules: [{ country: 'FR', rate: '20', vatCode: 'C20' }] });
  expect(entries.map(jotted)).toEqual([
    ['411000 D 144.00', '709000 D 10.00', '707200 C 110.00', '708520 C 20.00', '445720 C 24.00'],
    ['512000 D 142.00', '627000 D 2.00', '411000 C 144.00'],
  ]);
  expect(entries[0]?.lines[4]?.vat?.code).toBe('C20');
});

test('AT-031 customer 39 on 411000 has the auxiliary account WEB00039', () => {
  const [owed] = entryOf(simple, { customer: { auxiliaryMode: 'per-customer', prefix: 'WEB', length: 8 } }).lines;
  expect(owed).toMatchObject({ account: '411000', auxiliaryAccount: 'WEB00039' });
});

test('what bears no VAT has accounts of its own; the user’s account for the taxed side takes both when it stands alone', () => {
  const document = sale('112.00', {
    lines: [
      line('a', '100.00', { grossAmount: '105.00', discountAmount: '5.00' }),
      line('s', '12.00', { category: 'shipping' }),
    ],
  });
  const accounts = (own: object) => jotted(entryOf(document, { accounts: own }));
  expect(accounts({})).toEqual(['411000 D 112.00', '709700 D 5.00', '707000 C 105.00', '708500 C 12.00']);
  expect(accounts({ discountUntaxed: '7097', shippingUntaxed: '7086', shipping: '7087' })).toContain('708600 C 12.00');
  expect(accounts({ shipping: '7087' })).toContain('708700 C 12.00');
});
