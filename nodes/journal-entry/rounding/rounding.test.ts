import { describe, expect, test } from 'vitest';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { amountOnlyRefund, line, sale, tax, taxedLine } from '../testing/documents.ts';
import { entriesOf, entryOf, holdOf, jotted, lineOn } from '../testing/run-mapping.ts';

/** Prices with tenths of cents, of a shop that cuts its VAT down to cents: 4.865 became 4.86. */
const order = sale('33.56', {
  lines: [
    taxedLine('a', '3.995', ['std', '0.799'], { quantity: '3', grossAmount: '4.495', discountAmount: '0.50' }),
    taxedLine('b', '15.785', ['std', '3.157'], { quantity: '7' }),
    taxedLine('c', '4.125', ['red', '0.227'], { quantity: '5' }),
    taxedLine('s', '4.545', ['std', '0.909'], { category: 'shipping' }),
  ],
  taxes: [tax('std', '20', 'FR', '4.86'), tax('red', '5.5', 'FR', '0.23')],
});

/** 24 pieces at 0.3125. */
const manyPieces = sale('9.00', {
  lines: [taxedLine('a', '7.50', ['std', '1.50'], { quantity: '24' })],
  taxes: [tax('std', '20', 'FR', '1.50')],
});

/** A total that is two cents above its lines and VAT. */
const over = sale('120.02', {
  lines: [taxedLine('a', '100.00', ['t', '20.00'])],
  taxes: [tax('t', '20', 'FR', '20.00')],
});
const under: SalesDocument = { ...over, total: '119.98' };

const golden = (name: string) => `../testing/golden/rounding-${name}.txt`;
const asText = (document: SalesDocument, rounding: object) => `${jotted(entryOf(document, { rounding })).join('\n')}\n`;
const METHODS = ['shop', 'unit', 'line', 'total'] as const;
const PLACES = ['account', 'first-line', 'first-tax'] as const;

describe('the method', () => {
  test.each(METHODS)('AT-078 one order by the method “%s” is the golden entry of that method', async (method) => {
    await expect(asText(order, { method, limit: '0.10' })).toMatchFileSnapshot(golden(`method-${method}`));
  });

  test('AT-078 the four methods give four different entries of the same order, all owing its total', () => {
    const entries = METHODS.map((method) => entryOf(order, { rounding: { method, limit: '0.10' } }));
    expect(new Set(entries.map((entry) => jotted(entry).join())).size).toBe(4);
    for (const entry of entries) expect(lineOn(entry, '411000').debit).toBe('33.56');
  });

  test('AT-078 as the shop does books the shop’s VAT, the others what the prices make', () => {
    const vat = METHODS.map(
      (method) => lineOn(entryOf(order, { rounding: { method, limit: '0.10' } }), '445720').credit,
    );
    expect(vat).toEqual(['4.86', '4.87', '4.87', '4.87']);
  });

  test('AT-078 VAT that comes out further from the shop’s than the limit holds the document, with both amounts', () => {
    const wrong = {
      ...order,
      taxes: [tax('std', '20', 'FR', '4.75'), tax('red', '5.5', 'FR', '0.23')],
      total: '33.45',
    };
    for (const method of ['unit', 'line', 'total']) {
      const problem = holdOf(wrong, { rounding: { method, limit: '0.10' } });
      expect(problem?.code).toBe('entry.vat_reckoned_differs');
      expect(problem?.params).toMatchObject({ rate: '20', stated: '4.75', reckoned: '4.87', limit: '0.10' });
    }
  });

  test('taxes that stand on the same base are not worked out anew: they hold the document', () => {
    const stacked = sale('115.50', {
      lines: [
        line('a', '100.00', {
          taxes: [
            { taxId: 'one', base: '100.00', amount: '10.00' },
            { taxId: 'two', base: '0.00', amount: '5.50' },
          ],
        }),
      ],
      taxes: [tax('one', '10', 'FR', '10.00'), tax('two', '5.5', 'FR', '5.50')],
    });
    expect(jotted(entryOf(stacked))).toContain('445755 C 5.50');
    expect(holdOf(stacked, { rounding: { method: 'line' } })?.code).toBe('entry.vat_reckoned_differs');
  });

  test('AT-078 HD-11 with prices that include VAT, the net is what an exact division leaves of the price', () => {
    // Seven at 0.33 VAT included: 2.31, of which 2.31 ÷ 1.2 = 1.925 without VAT.
    const gross = sale('2.31', {
      pricesIncludeTax: true,
      lines: [taxedLine('a', '1.925', ['std', '0.385'], { quantity: '7' })],
      taxes: [tax('std', '20', 'FR', '0.39')],
    });
    const byLine = jotted(entryOf(gross, { rounding: { method: 'line' } }));
    expect(byLine).toEqual(['411000 D 2.31', '707020 C 1.93', '445720 C 0.38']);
    // 0.33 ÷ 1.2 = 0.275 → 0.28 a piece, which leaves 0.05 of VAT: seven times both.
    const byUnit = jotted(entryOf(gross, { rounding: { method: 'unit' } }));
    expect(byUnit).toEqual(['411000 D 2.31', '707020 C 1.96', '445720 C 0.35']);
  });
});

describe('the decimals', () => {
  test.each([2, 3, 4])('AT-077 %i decimals give the golden entry of that precision', async (decimals) => {
    const text = asText(manyPieces, { method: 'unit', limit: '0.15', decimals });
    await expect(text).toMatchFileSnapshot(golden(`decimals-${decimals}`));
  });

  test('AT-077 the same order gives the same cents every time, at every precision', () => {
    for (const decimals of [2, 3, 4]) {
      for (const method of METHODS) {
        const config = { rounding: { method, decimals, limit: '0.15' } };
        expect(entryOf(structuredClone(order), config)).toEqual(entryOf(order, config));
      }
    }
  });

  test('AT-144 the precision of prices changes what is worked out, never that entries have cents', () => {
    const revenue = [2, 3, 4].map((decimals) => {
      const entry = entryOf(manyPieces, { rounding: { method: 'unit', limit: '0.15', decimals } });
      for (const { debit, credit } of entry.lines) expect(`${debit} ${credit}`).toMatch(/^\d+\.\d{2} \d+\.\d{2}$/);
      return lineOn(entry, '707020').credit;
    });
    expect(revenue).toEqual(['7.44', '7.51', '7.50']);
  });
});

describe('the difference', () => {
  test.each(PLACES)('AT-079 booked “%s” gives the golden entry of that place', async (where) => {
    await expect(asText(over, { where })).toMatchFileSnapshot(golden(`where-${where}`));
  });

  test('AT-079 above the limit blocks the document wherever it would be booked', () => {
    for (const where of PLACES) {
      expect(holdOf(over, { rounding: { where, limit: '0.01' } })?.code).toBe('entry.difference_too_big');
      expect(holdOf(over, { rounding: { where, limit: '0.02' } })).toBeUndefined();
    }
  });

  test('AT-079 that would turn an amount round, or wipe it out, stands apart', () => {
    const penny = sale('0.05', {
      lines: [taxedLine('a', '0.02', ['t', '0.00']), line('g', '0.05', { category: 'tip' })],
      taxes: [tax('t', '20', 'FR', '0.00')],
    });
    const entry = entryOf(penny, { rounding: { where: 'first-line' } });
    expect(jotted(entry)).toEqual(['411000 D 0.05', '707020 C 0.02', '467000 C 0.05', '658000 D 0.02']);
  });

  test('AT-128 is income when more was charged than lines and VAT make, a loss when less', () => {
    expect(jotted(entryOf(over))).toContain('758000 C 0.02');
    expect(jotted(entryOf(under))).toContain('658000 D 0.02');
    const own = { accounts: { roundingGain: '758100', roundingLoss: '658100' } };
    expect(jotted(entryOf(over, own))).toContain('758100 C 0.02');
    expect(jotted(entryOf(under, own))).toContain('658100 D 0.02');
    const given = entryOf(amountOnlyRefund(over));
    expect(jotted(given)).toContain('758000 D 0.02');
  });

  test('F-01 a sale of which no line is known is held with the amount that nobody explains, not credited to income', () => {
    const bare = sale('374.40');
    for (const method of METHODS) {
      for (const where of PLACES) {
        const problem = holdOf(bare, { rounding: { method, where } });
        expect(problem?.code).toBe('entry.difference_too_big');
        expect(problem?.params).toMatchObject({ total: '374.40', explained: '0.00', difference: '374.40' });
      }
    }
    const note: SalesDocument = { ...sale('360.00'), kind: 'credit-note' };
    expect(holdOf(note)?.params).toMatchObject({ difference: '360.00', limit: '0.05' });
  });

  test('F-01 a rate that no account is set for holds the sale; its amount goes to no account of differences', () => {
    const foreign = sale('123.00', {
      lines: [taxedLine('a', '100.00', ['t', '23.00'])],
      taxes: [tax('t', '23', 'FR', '23.00')],
    });
    expect(holdOf(foreign)?.code).toBe('vat.unmapped_rate');
  });
});

describe('a sale and the credit note of all of it', () => {
  test.each(METHODS)(
    'AT-151 mirror each other on every account but the shipping kept, by the method “%s”',
    (method) => {
      const config = { rounding: { method, limit: '0.10' }, journals: { sales: 'VTE', creditNotes: 'AVO' } };
      const balances = new Map<string, bigint>();
      const cents = (text: string) => BigInt(text.replace('.', ''));
      const goods = order.lines.filter(({ category }) => category === 'goods');
      const note: SalesDocument = {
        ...order,
        kind: 'credit-note',
        id: '1043-R',
        lines: goods,
        // The VAT of the shipping, 0.909, is kept along with its net amount.
        taxes: [tax('std', '20', 'FR', '3.95'), tax('red', '5.5', 'FR', '0.23')],
        total: '28.10',
      };
      const [sold] = entriesOf(order, config);
      const [given] = entriesOf(note, config);
      expect([sold?.journal, given?.journal]).toEqual(['VTE', 'AVO']);
      expect(given?.lines.find(({ role }) => role === 'receivable')?.credit).toBe('28.10');
      for (const { account, debit, credit } of [...(sold?.lines ?? []), ...(given?.lines ?? [])]) {
        balances.set(account, (balances.get(account) ?? 0n) + cents(debit) - cents(credit));
      }
      // What is kept is the shipping: 4.55 with 0.91 of VAT, of 5.46 that stay owed.
      const open = Object.fromEntries(
        [...balances].filter(([account, left]) => left !== 0n && !/^[67]58/.test(account)),
      );
      expect(open).toEqual({ 411000: 546n, 708500: -455n, 445720: -91n });
      const rounding = [...balances].filter(([account]) => /^[67]58/.test(account)).map(([, left]) => left);
      expect(rounding.reduce((sum, left) => sum + left, 0n)).toBe(0n);
    },
  );
});

test('AT-077 of two amounts that lose the same in rounding the later one gets the cent, however long their quotients are', () => {
  // 1.116 ÷ 1.1 and 0.225 ÷ 1.1 both lose 0.00454545…; the shop's prices include 10 % of VAT.
  const document = sale('2.38', {
    pricesIncludeTax: true,
    lines: [
      taxedLine('a', '0.906666', ['t', '0.090667']),
      taxedLine('b', '1.014545', ['t', '0.101455'], { category: 'service' }),
      taxedLine('c', '0.204545', ['t', '0.020455'], { category: 'shipping' }),
      taxedLine('d', '0.04', ['t', '0.004'], { category: 'fee' }),
    ],
    taxes: [tax('t', '10', 'FR', '0.22')],
  });
  const entry = entryOf(document, { rounding: { method: 'total', limit: '0.10' } });
  const nets = ['revenue', 'shipping'].flatMap((role) => entry.lines.filter((one) => one.role === role));
  expect(nets.map(({ credit }) => credit)).toEqual(['0.91', '1.01', '0.21']);
});
