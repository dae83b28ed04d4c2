import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bulkChoices, proposeRules } from './bulk-add.ts';
import { findDuplicates } from './match-key.ts';
import { type MappingRule, MOST_RULES, mappingRuleSchema } from './rule.ts';
import { MAPPING_TABLE_IDS } from './tables.ts';

const newId = () => crypto.randomUUID();
const matches = (rules: readonly MappingRule[]) => rules.map((rule) => rule.match);

test('AT-122 all countries, all taxes, all carriers: a rule for each value that has none', () => {
  expect(matches(proposeRules('sales', { country: ['BE', 'FR'] }, [], newId))).toEqual([
    { country: 'BE' },
    { country: 'FR' },
  ]);
  const there: MappingRule = { id: newId(), table: 'taxes', match: { tax: '5,50 %' }, set: {}, note: '' };
  expect(matches(proposeRules('taxes', { tax: ['21', '5.5'] }, [there], newId))).toEqual([{ tax: '21' }]);
  expect(matches(proposeRules('carriers', { carrier: ['flat_rate', 'FLAT_RATE', 'bpost'] }, [], newId))).toEqual([
    { carrier: 'flat_rate' },
    { carrier: 'bpost' },
  ]);
  // The same match in another table is another rule.
  expect(proposeRules('sales', { tax: ['5.5'] }, [there], newId)).toHaveLength(1);
});

test('AT-122 all taxes × countries and all countries × carriers make every pair once', () => {
  const pairs = proposeRules('taxes', { tax: ['21', '6'], country: ['BE', 'FR'] }, [], newId);
  expect(matches(pairs)).toEqual([
    { tax: '21', country: 'BE' },
    { tax: '21', country: 'FR' },
    { tax: '6', country: 'BE' },
    { tax: '6', country: 'FR' },
  ]);
  expect(proposeRules('carriers', { country: ['BE', 'FR'], carrier: ['a', 'b', 'c'] }, [], newId)).toHaveLength(6);
  // A table that has no such axis gets nothing rather than rows that hold for everything.
  expect(proposeRules('journals', { tax: ['21'] }, [], newId)).toEqual([]);
});

test('AT-122 whatever is added, adding it again adds nothing, and what was there stays as it was', () => {
  const values = fc.record({
    tax: fc.array(fc.constantFrom('21', '21.00', '6', '5,5', '5.50 %', 'TVA', '*', ' ')),
    country: fc.array(fc.constantFrom('BE', 'be', 'FR', 'NL')),
  });
  fc.assert(
    fc.property(values, values, (first, second) => {
      const before = proposeRules('sales', first, [], newId);
      const added = proposeRules('sales', second, before, newId);
      expect(findDuplicates([...before, ...added])).toEqual([]);
      expect(proposeRules('sales', second, [...before, ...added], newId)).toEqual([]);
      for (const rule of added) expect(mappingRuleSchema.safeParse(rule).success).toBe(true);
    }),
  );
});

test('AT-122 a bulk add stops where a mapping is full', () => {
  const many = Array.from({ length: 150 }, (_, index) => String(index + 1));
  expect(proposeRules('taxes', { tax: many, country: many.map((one) => `C${one}`) }, [], newId)).toHaveLength(
    MOST_RULES,
  );
});

test('every table offers its axes one by one, and pairs that it has both axes of', () => {
  expect(bulkChoices('taxes')).toContainEqual(['tax', 'country']);
  expect(bulkChoices('carriers')).toContainEqual(['country', 'carrier']);
  expect(bulkChoices('journals')).not.toContainEqual(['tax', 'country']);
  for (const table of MAPPING_TABLE_IDS) expect(bulkChoices(table).length).toBeGreaterThan(0);
});
