import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import type { MappingRule } from '#schemas/mapping/rule.ts';
import { MAPPING_TABLES, type MappingAxis, type MappingTable } from '#schemas/mapping/tables.ts';
import { frPcg } from '../presets/fr-pcg.ts';
import { buyerIn, line, payment, sale, tax, taxedLine } from '../testing/documents.ts';
import { entriesIn } from '../testing/run-in-books.ts';
import type { AccountKey } from './chart-preset.ts';

type Rule = Pick<MappingRule, 'table' | 'match' | 'set'>;

const POOLS: Readonly<Record<MappingAxis, readonly string[]>> = {
  method: ['stripe', 'cheque'],
  category: ['Livres', 'Jeux'],
  carrier: ['bpost', 'dhl'],
  group: ['pro', 'particulier'],
  tax: ['20', '0'],
  country: ['FR', 'BE'],
  shop: ['shop.example', 'other.example'],
};

interface Case {
  readonly method: string;
  readonly category: string;
  readonly carrier: string;
  readonly group: string;
}
const caseArbitrary: fc.Arbitrary<Case> = fc.record({
  method: fc.constantFrom(...POOLS.method),
  category: fc.constantFrom(...POOLS.category),
  carrier: fc.constantFrom(...POOLS.carrier),
  group: fc.constantFrom(...POOLS.group),
});

/** A sale with one amount for every account that a sale can have. */
function documentOf({ method, category, carrier, group }: Case): SalesDocument {
  return sale('325.00', {
    ...buyerIn('FR', { group }),
    carrier: { id: carrier, name: carrier },
    lines: [
      taxedLine('a', '90.00', ['t', '18.00'], {
        grossAmount: '100.00',
        discountAmount: '10.00',
        productCategory: category,
      }),
      line('u', '45.00', { grossAmount: '50.00', discountAmount: '5.00', productCategory: category }),
      taxedLine('s', '10.00', ['t', '2.00'], { category: 'shipping' }),
      line('su', '7.00', { category: 'shipping' }),
      taxedLine('w', '5.00', ['t', '1.00'], { category: 'wrapping' }),
      line('wu', '6.00', { category: 'wrapping' }),
      taxedLine('f', '20.00', ['t', '4.00'], { category: 'fee' }),
      line('fu', '8.00', { category: 'fee' }),
      line('p', '3.00', { category: 'tip' }),
      line('d', '40.00', { category: 'deposit' }),
      line('g', '66.00', { category: 'gift-card' }),
    ],
    taxes: [tax('t', '20', 'FR', '25.00')],
    payments: [payment('325.00', { method, methodTitle: method, fee: '1.00', feeCurrency: 'EUR' })],
  });
}

/** Where an amount of that sale is looked up, and which settings stand behind the tables. */
interface Slot {
  readonly role: string;
  readonly from: string;
  readonly table: MappingTable | null;
  readonly field: string;
  readonly tax: string | null;
  readonly keys: readonly AccountKey[];
  readonly inline?: 'revenueAccount' | 'vatAccount' | 'account' | 'feeAccount';
}
const slot = (
  [role, from]: readonly [string, string],
  [table, field, taxText]: readonly [MappingTable | null, string, string | null],
  keys: readonly AccountKey[],
  inline?: Slot['inline'],
): Slot => ({ role, from, table, field, tax: taxText, keys, ...(inline ? { inline } : {}) });

const SLOTS: readonly Slot[] = [
  slot(['revenue', 'a'], ['sales', 'withVat', '20'], ['revenue'], 'revenueAccount'),
  slot(['discount', 'a'], ['sales', 'discountWithVat', '20'], ['discount']),
  slot(['revenue', 'u'], ['sales', 'withoutVat', '0'], ['revenueUntaxed']),
  slot(['discount', 'u'], ['sales', 'discountWithoutVat', '0'], ['discountUntaxed', 'discount']),
  slot(['shipping', 's'], ['carriers', 'shippingWithVat', '20'], ['shipping']),
  slot(['shipping', 'su'], ['carriers', 'shippingWithoutVat', '0'], ['shippingUntaxed', 'shipping']),
  slot(['wrapping', 'w'], ['carriers', 'packagingWithVat', '20'], ['wrapping']),
  slot(['wrapping', 'wu'], ['carriers', 'packagingWithoutVat', '0'], ['wrappingUntaxed', 'wrapping']),
  slot(['fee', 'f'], ['charges', 'feeWithVat', '20'], ['fee']),
  slot(['fee', 'fu'], ['charges', 'feeWithoutVat', '0'], ['feeUntaxed', 'fee']),
  slot(['tip', 'p'], ['charges', 'tip', '0'], ['tip']),
  slot(['deposit', 'd'], ['charges', 'deposit', '0'], ['deposit']),
  slot(['gift-card', 'g'], ['charges', 'giftCard', '0'], ['giftCard']),
  slot(['vat', 't'], ['taxes', 'account', '20'], ['vat'], 'vatAccount'),
  slot(['receivable', '1043'], ['customers', 'ledgerAccount', null], ['customer']),
  slot(['payment', 'p1'], ['payments', 'account', null], ['payment'], 'account'),
  slot(['processor-fee', 'p1'], ['payments', 'feeAccount', null], ['processorFee'], 'feeAccount'),
];

const ASKED_TABLES = [...new Set(SLOTS.flatMap(({ table }) => (table ? [table] : [])))];

interface Drawn {
  readonly table: MappingTable;
  readonly match: Readonly<Record<string, string | undefined>>;
  readonly set: Readonly<Record<string, string>>;
}
const ruleArbitrary: fc.Arbitrary<Drawn> = fc.constantFrom(...ASKED_TABLES).chain((table) => {
  const { axes, fields } = MAPPING_TABLES[table];
  const match = Object.fromEntries(
    axes.map((axis) => [axis, fc.option(fc.constantFrom(...POOLS[axis], '*'), { nil: undefined, freq: 1 })]),
  );
  const accounts = fields.filter(
    (field) => !['code', 'mode', 'journal', 'create'].includes(field) && !/[gG]rid/.test(field),
  );
  const set = Object.fromEntries(accounts.map((field) => [field, fc.constantFrom('', 'x')]));
  return fc.record({ table: fc.constant(table), match: fc.record(match), set: fc.record(set) });
});

/** Every word of every source is another account, so that an account tells where it comes from. */
function withAccounts(rules: readonly Drawn[]): Rule[] {
  return rules.map(({ table, match, set }, index) => ({
    table,
    match: Object.fromEntries(Object.entries(match).filter(([, value]) => value !== undefined)),
    set: Object.fromEntries(
      Object.entries(set).map(([field, word], at) => [field, word && `7${String(index).padStart(3, '0')}${10 + at}`]),
    ),
  }));
}

/** The precedence once more, in the plainest words: more axes first, then the earlier axis, then the upper row. */
function firstOf(rules: readonly Rule[], axes: readonly MappingAxis[]): Rule | undefined {
  const named = (rule: Rule) => axes.filter((axis) => (rule.match[axis] ?? '*') !== '*');
  const [first, ...others] = rules;
  return others.reduce((best, rule) => {
    if (!best || named(rule).length !== named(best).length) {
      return best && named(best).length > named(rule).length ? best : rule;
    }
    const differs = axes.find((axis) => named(rule).includes(axis) !== named(best).includes(axis));
    return differs && named(rule).includes(differs) ? rule : best;
  }, first);
}

function tabled(rules: readonly Rule[], { table, field, tax: taxText, role }: Slot, of: Case): string | undefined {
  if (!table) return undefined;
  const isOfLine = taxText !== null && role !== 'vat';
  const facts: Partial<Record<MappingAxis, string>> = {
    ...{ method: of.method, carrier: of.carrier, group: of.group, country: 'FR', shop: 'shop.example' },
    ...(taxText === null ? {} : { tax: taxText }),
    ...(isOfLine && (role === 'revenue' || role === 'discount') ? { category: of.category } : {}),
  };
  const holding = rules.filter(
    (rule) =>
      rule.table === table &&
      Boolean(rule.set[field]) &&
      Object.entries(rule.match).every(([axis, wanted]) => wanted === '*' || facts[axis as MappingAxis] === wanted),
  );
  return firstOf(holding, MAPPING_TABLES[table].axes)?.set[field];
}

function accountOn(entries: readonly JournalEntry[], { role, from }: Slot): string | undefined {
  const lines = entries.flatMap((entry) => entry.lines);
  return lines.find((one) => one.role === role && one.lineage.some(({ id }) => id === from))?.account;
}

const keyArbitrary = fc.subarray([...new Set(SLOTS.flatMap(({ keys }) => keys))]);

test('every account of an entry comes from the highest source that says something: tables, exceptions, settings, chart', () => {
  fc.assert(
    fc.property(
      fc.array(ruleArbitrary, { maxLength: 40 }),
      caseArbitrary,
      keyArbitrary,
      fc.boolean(),
      (drawn, of, ownKeys, hasExceptions) => {
        const rules = withAccounts(drawn);
        const accounts = Object.fromEntries(ownKeys.map((key, index) => [key, `6${String(10_000 + index)}`]));
        const inline = { revenueAccount: '600001', vatAccount: '600002', account: '600003', feeAccount: '600004' };
        const exceptions = {
          vatRules: [{ country: 'FR', rate: '20', revenueAccount: '600001', vatAccount: '600002' }],
          paymentAccounts: [{ method: '*', account: '600003', feeAccount: '600004' }],
        };
        const config = { accounts, customer: { ledgerMode: 'by-rule' }, ...(hasExceptions ? exceptions : {}) };
        const entries = entriesIn({ rules, config }, documentOf(of));
        for (const one of SLOTS) {
          const own = one.keys.map((key) => accounts[key]).find((account) => account !== undefined);
          const [key] = one.keys;
          const chart = key ? frPcg.accounts[key].replace('{rate}', '20') : '';
          const exception = hasExceptions && one.inline ? inline[one.inline] : undefined;
          const expected = tabled(rules, one, of) ?? exception ?? own ?? chart;
          expect([one.role, one.from, accountOn(entries, one)]).toEqual([one.role, one.from, expected]);
        }
      },
    ),
    { numRuns: 300 },
  );
});
