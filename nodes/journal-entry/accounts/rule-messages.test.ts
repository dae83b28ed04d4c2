import { expect, test } from 'vitest';
import { fieldsOf, MAPPING_TABLE_IDS } from '#schemas/mapping/tables.ts';
import type { VatTreatment } from '../vat/vat-treatment.ts';
import { ACCOUNT_KEYS } from './chart-preset.ts';
import { ruleMessages } from './rule-messages.ts';

const REGIMES: Record<VatTreatment['regime'], true> = {
  ...{ domestic: true, oss: true, registered: true, 'reverse-charge': true, export: true, untaxed: true },
  ...{ margin: true, exempt: true, 'co-contractor': true },
};

test('every account and every VAT regime that a rule can name has its words', () => {
  const named = ['preset', 'accounts', 'rule', 'rule_payment', 'rounding', ...ACCOUNT_KEYS, ...Object.keys(REGIMES)];
  expect(named.filter((name) => !(`rule.${name}` in ruleMessages.catalogue))).toEqual([]);
});

test('every mapping table and field that a rule can name has its words, and so has every way to a customer’s account', () => {
  const tables = MAPPING_TABLE_IDS.flatMap((table) => [`table_${table}`, ...fieldsOf(table)]);
  const named = [...tables, 'rule_customer', 'guest', 'business', 'each', 'party_ledger'];
  expect(named.filter((name) => !(`rule.${name}` in ruleMessages.catalogue))).toEqual([]);
});
