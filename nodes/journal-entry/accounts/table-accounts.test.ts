import { describe, expect, test } from 'vitest';
import { SettingsError } from '#schemas/errors.ts';
import { buyerIn, line, sale, tax, taxedLine } from '../testing/documents.ts';
import { type Books, entriesIn } from '../testing/run-in-books.ts';
import { entriesOf, jotted } from '../testing/run-mapping.ts';

const idOf = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
const jot = (books: Books, document: Parameters<typeof entriesIn>[1]) => jotted(entriesIn(books, document)[0]);

/** Goods with and without VAT, each with a discount; the order is French. */
const mixed = sale('199.00', {
  lines: [
    taxedLine('a', '90.00', ['t', '18.00'], {
      grossAmount: '100.00',
      discountAmount: '10.00',
      productCategory: 'Livres',
    }),
    line('b', '91.00', { grossAmount: '95.00', discountAmount: '4.00', productCategory: 'Jeux' }),
  ],
  taxes: [tax('t', '20', 'FR', '18.00')],
});

describe('the table of sales', () => {
  const byDefault = {
    table: 'sales' as const,
    match: {},
    set: { withVat: '707100', withoutVat: '707200', discountWithVat: '709100', discountWithoutVat: '709200' },
  };

  test('AT-127 four accounts in one order: sales and discounts, each with and without VAT, the discounts as lines of their own', () => {
    const [entry] = entriesIn({ rules: [byDefault] }, mixed);
    expect(jotted(entry)).toEqual([
      '411000 D 199.00',
      '709100 D 10.00',
      '709200 D 4.00',
      '707100 C 100.00',
      '707200 C 95.00',
      '445720 C 18.00',
    ]);
    expect(entry.lines.map(({ rule }) => rule)).toEqual([
      'preset:customer',
      `table:sales:discountWithVat:${idOf(0)}`,
      `table:sales:discountWithoutVat:${idOf(0)}`,
      `table:sales:withVat:${idOf(0)}`,
      `table:sales:withoutVat:${idOf(0)}`,
      'preset:domestic:20',
    ]);
  });

  test('AT-127 exceptions by country and tax go before the default, field by field', () => {
    const exception = { table: 'sales' as const, match: { country: 'FR', tax: '20' }, set: { withVat: '707{rate}' } };
    expect(jot({ rules: [byDefault, exception] }, mixed)).toEqual([
      '411000 D 199.00',
      // The exception says nothing of discounts.
      '709100 D 10.00',
      '709200 D 4.00',
      '707200 C 100.00',
      '707200 C 95.00',
      '445720 C 18.00',
    ]);
    const elsewhere = { ...exception, match: { country: 'BE', tax: '20' } };
    expect(jot({ rules: [byDefault, elsewhere] }, mixed)).toContain('707100 C 100.00');
  });

  test('AT-134 by payment method goes before by country, and behind by country and tax', () => {
    const rules = [
      { table: 'sales' as const, match: { country: 'FR' }, set: { withVat: '707300' } },
      { table: 'sales' as const, match: { method: 'cheque' }, set: { withVat: '707400' } },
    ];
    const byCheque = { ...mixed, paymentMethod: { method: 'cheque', methodTitle: 'Chèque' } };
    expect(jot({ rules }, byCheque)).toContain('707400 C 100.00');
    expect(jot({ rules }, mixed)).toContain('707300 C 100.00');
    const both = { table: 'sales' as const, match: { country: 'FR', tax: '20' }, set: { withVat: '707500' } };
    expect(jot({ rules: [...rules, both] }, byCheque)).toContain('707500 C 100.00');
  });

  test('BH-04 each product category has its account', () => {
    const rules = [
      { table: 'sales' as const, match: { category: 'livres' }, set: { withVat: '701100' } },
      { table: 'sales' as const, match: { category: 'Jeux' }, set: { withoutVat: '701200' } },
    ];
    expect(jot({ rules }, mixed)).toEqual([
      '411000 D 199.00',
      '709700 D 10.00',
      '709700 D 4.00',
      '701100 C 100.00',
      '701200 C 95.00',
      '445720 C 18.00',
    ]);
  });

  test('HD-03 a discount of the whole order has its own account, or is taken off the sales by rate', () => {
    expect(jot({ config: { accounts: { discount: '709000' } } }, mixed)).toContain('709000 D 10.00');
    expect(jot({ rules: [byDefault], config: { discounts: 'net' } }, mixed)).toEqual([
      '411000 D 199.00',
      '707100 C 90.00',
      '707200 C 91.00',
      '445720 C 18.00',
    ]);
  });
});

describe('the table of journals', () => {
  const rules = [
    { table: 'journals' as const, match: {}, set: { sales: 'VTE', creditNotes: 'AVO' } },
    { table: 'journals' as const, match: { country: 'GB' }, set: { sales: 'VTUK', creditNotes: 'AVUK' } },
  ];
  const british = sale('100.00', { ...buyerIn('GB'), lines: [line('a', '100.00')] });

  test('AT-126 a British order lands in VTUK and its credit note in AVUK, French ones in VTE and AVO', () => {
    const journal = (document: typeof british) => entriesIn({ rules }, document)[0].journal;
    expect(journal(british)).toBe('VTUK');
    expect(journal({ ...british, kind: 'credit-note' })).toBe('AVUK');
    expect(journal(mixed)).toBe('VTE');
    expect(journal({ ...mixed, kind: 'credit-note' })).toBe('AVO');
  });

  test('AT-126 the country is that of the chosen address', () => {
    const giftToBritain = { ...mixed, ...buyerIn('FR', { delivery: british.buyer.billing }), lines: british.lines };
    const document = { ...giftToBritain, taxes: [], total: '100.00' };
    expect(entriesIn({ rules }, document)[0].journal).toBe('VTUK');
    expect(entriesIn({ rules, config: { address: 'billing' } }, document)[0].journal).toBe('VTE');
  });
});

describe('the table of VAT', () => {
  const atRate = (rate: string, country: string) => {
    const amount = `${rate}.00`.replace('5.5.00', '5.50').replace('2.1.00', '2.10');
    const total = `1${amount.padStart(5, '0')}`;
    const lines = [taxedLine('a', '100.00', ['t', amount])];
    return sale(total, { ...buyerIn(country), lines, taxes: [tax('t', rate, country, amount)] });
  };
  const vatLine = (books: Books, rate: string, country: string) => {
    const found = entriesIn(books, atRate(rate, country))[0].lines.find(({ role }) => role === 'vat');
    return [found?.account, found?.vat?.code];
  };

  test.each([
    ['20', '445720', 'C20'],
    ['10', '445710', 'C10'],
    ['5.5', '445755', 'C55'],
    ['2.1', '445721', 'C21'],
  ])('AT-129 French VAT at %s %% goes to its account and code', (rate, account, code) => {
    const rules = [{ table: 'taxes' as const, match: { country: 'FR', tax: rate }, set: { account, code } }];
    expect(vatLine({ rules }, rate, 'FR')).toEqual([account, code]);
    // A rule for France says nothing of Belgium.
    expect(vatLine({ rules }, '21', 'BE')).toEqual(['4457BE', 'OSS-BE21']);
  });

  test.each([
    ['21', '445221', 'BETAX'],
    ['12', '445212', 'BETAX12'],
    ['6', '445206', 'BETAX6'],
  ])('AT-129 Belgian VAT at %s %% goes to its account and code, sold from France or at home', (rate, account, code) => {
    const rules = [{ table: 'taxes' as const, match: { country: 'BE', tax: rate }, set: { account, code } }];
    expect(vatLine({ rules }, rate, 'BE')).toEqual([account, code]);
    expect(vatLine({ rules, config: { chart: 'be-pcmn' } }, rate, 'BE')).toEqual([account, code]);
  });

  test('AT-129 a Belgian sale at 0 % has the code of its rule, and no line of VAT', () => {
    const rules = [{ table: 'taxes' as const, match: { country: 'BE', tax: '0' }, set: { code: 'BE-NUL' } }];
    const document = sale('100.00', { ...buyerIn('BE'), lines: [line('a', '100.00')] });
    const [entry] = entriesIn({ rules, config: { chart: 'be-pcmn' } }, document);
    expect(jotted(entry)).toEqual(['400000 D 100.00', '700000 C 100.00']);
    expect(entry.lines[1]?.vat).toMatchObject({ code: 'BE-NUL', rate: '0' });
  });

  test('AT-129 the code of the rule stands on the sale as well as on its VAT', () => {
    const rules = [{ table: 'taxes' as const, match: { tax: 'VAT 20' }, set: { code: 'C20' } }];
    const codes = entriesIn({ rules }, atRate('20', 'FR'))[0].lines.map(({ vat }) => vat?.code);
    expect(codes).toEqual([undefined, 'C20', 'C20']);
  });

  test('goes before the VAT rules of the settings, and those before its silence', () => {
    const vatRules = [{ country: 'FR', rate: '20', vatAccount: '445799', vatCode: 'V20', revenueAccount: '707099' }];
    const rules = [{ table: 'taxes' as const, match: {}, set: { account: '4457{rate}1' } }];
    const [entry] = entriesIn({ rules, config: { vatRules, accountLength: 7 } }, atRate('20', 'FR'));
    expect(jotted(entry)).toEqual(['4110000 D 120.00', '7070990 C 100.00', '4457201 C 20.00']);
    expect(entry.lines.map(({ rule }) => rule)).toEqual([
      'preset:customer',
      'rule:FR:20',
      `table:taxes:account:${idOf(0)}`,
    ]);
    expect(entry.lines[2]?.vat?.code).toBe('V20');
  });
});

describe('the table of carriers', () => {
  const parts = (carrier: string, country: string) =>
    sale('136.00', {
      ...buyerIn(country),
      carrier: { id: carrier, name: `Transport ${carrier}` },
      lines: [
        taxedLine('a', '100.00', ['t', '20.00']),
        taxedLine('s', '10.00', ['t', '2.00'], { category: 'shipping' }),
        line('w', '4.00', { category: 'wrapping' }),
      ],
      taxes: [tax('t', '20', 'FR', '22.00')],
    });
  const rules = [
    {
      table: 'carriers' as const,
      match: {},
      set: {
        shippingWithVat: '708520',
        shippingWithoutVat: '708500',
        packagingWithVat: '708620',
        packagingWithoutVat: '708600',
      },
    },
    { table: 'carriers' as const, match: { carrier: 'bpost', country: 'FR' }, set: { shippingWithVat: '708521' } },
  ];

  test('AT-135 shipping and gift wrapping, with and without VAT, with an exception by country and carrier', () => {
    expect(jot({ rules }, parts('dhl', 'FR'))).toEqual([
      '411000 D 136.00',
      '707020 C 100.00',
      '708520 C 10.00',
      '708600 C 4.00',
      '445720 C 22.00',
    ]);
    expect(jot({ rules }, parts('bpost', 'FR'))).toContain('708521 C 10.00');
  });

  test('AT-135 wrapping that bears VAT and shipping that bears none have the other accounts', () => {
    const document = sale('122.00', {
      lines: [
        taxedLine('a', '90.00', ['t', '18.00']),
        line('s', '2.00', { category: 'shipping' }),
        taxedLine('w', '10.00', ['t', '2.00'], { category: 'wrapping' }),
      ],
      taxes: [tax('t', '20', 'FR', '20.00')],
    });
    expect(jot({ rules }, document)).toEqual([
      '411000 D 122.00',
      '707020 C 90.00',
      '708500 C 2.00',
      '708620 C 10.00',
      '445720 C 20.00',
    ]);
  });

  test('AT-135 of two parcels each goes by its own carrier', () => {
    const document = sale('36.00', {
      carrier: { id: 'dhl', name: 'DHL' },
      lines: [
        taxedLine('s1', '10.00', ['t', '2.00'], { category: 'shipping' }),
        taxedLine('s2', '20.00', ['t', '4.00'], { category: 'shipping', carrier: { id: 'bpost', name: 'bpost' } }),
      ],
      taxes: [tax('t', '20', 'FR', '6.00')],
    });
    expect(jot({ rules }, document)).toEqual(['411000 D 36.00', '708520 C 10.00', '708521 C 20.00', '445720 C 6.00']);
  });
});

describe('the table of charges', () => {
  const rules = [
    {
      table: 'charges' as const,
      match: {},
      set: { feeWithVat: '708820', feeWithoutVat: '708801', giftCard: '419700', tip: '467100', deposit: '419600' },
    },
  ];

  test('says where fees, gift cards, tips and deposits go', () => {
    const document = sale('163.00', {
      lines: [
        taxedLine('f', '10.00', ['t', '2.00'], { category: 'fee' }),
        line('g', '3.00', { category: 'fee' }),
        line('c', '100.00', { category: 'gift-card' }),
        line('p', '8.00', { category: 'tip' }),
        line('d', '40.00', { category: 'deposit' }),
      ],
      taxes: [tax('t', '20', 'FR', '2.00')],
    });
    expect(jot({ rules }, document)).toEqual([
      '411000 D 163.00',
      '708820 C 10.00',
      '708801 C 3.00',
      '467100 C 8.00',
      '419600 C 40.00',
      '419700 C 100.00',
      '445720 C 2.00',
    ]);
  });

  test('says from where the gift cards are taken that pay for a sale', () => {
    const document = sale('70.00', {
      lines: [taxedLine('a', '100.00', ['t', '20.00'])],
      taxes: [tax('t', '20', 'FR', '20.00')],
      giftCards: [{ id: 'g', code: 'X', amount: '50.00' }],
    });
    expect(jot({ rules }, document)).toContain('419700 D 50.00');
    // Sold without VAT, they stand where a rule for rate 0 put them.
    const atNothing = [{ table: 'charges' as const, match: { tax: '0' }, set: { giftCard: '419800' } }];
    expect(jot({ rules: atNothing }, document)).toContain('419800 D 50.00');
    const sold = sale('50.00', { lines: [line('c', '50.00', { category: 'gift-card' })] });
    expect(jot({ rules: atNothing }, sold)).toContain('419800 C 50.00');
  });
});

describe('the table of differences', () => {
  const off = (total: string, country = 'FR') =>
    sale(total, {
      ...buyerIn(country),
      lines: [taxedLine('a', '100.00', ['t', '20.00'])],
      taxes: [tax('t', '20', 'FR', '20.00')],
    });
  const rules = [
    { table: 'differences' as const, match: {}, set: { roundingLoss: '658100', roundingGain: '758100' } },
    { table: 'differences' as const, match: { country: 'BE' }, set: { roundingLoss: '658200' } },
  ];

  test('AT-128 a loss is debited and a gain credited, each on its account, with exceptions by country', () => {
    expect(jot({ rules }, off('119.98'))).toContain('658100 D 0.02');
    expect(jot({ rules }, off('120.03'))).toContain('758100 C 0.03');
    expect(jot({ rules }, off('119.98', 'BE'))).toContain('658200 D 0.02');
    expect(jot({ rules }, off('120.03', 'BE'))).toContain('758100 C 0.03');
    // Without tables, 658 and 758 of the chart.
    expect(jot({}, off('119.98'))).toContain('658000 D 0.02');
    expect(jot({}, off('120.03'))).toContain('758000 C 0.03');
  });

  test('AT-128 on a credit note the sides are turned, the accounts are not', () => {
    expect(jot({ rules }, { ...off('119.98'), kind: 'credit-note' })).toContain('658100 C 0.02');
  });
});

test('tables that the settings name and that are not there stop everything: booking without them would book elsewhere', () => {
  expect(() => entriesOf(mixed, { mapping: '00000000-0000-4000-8000-00000000abcd' })).toThrow(SettingsError);
});
