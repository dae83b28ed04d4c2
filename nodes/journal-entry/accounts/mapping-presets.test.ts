import { expect, test } from 'vitest';
import { lookupOf } from '#schemas/mapping/look-up.ts';
import { findDuplicates } from '#schemas/mapping/match-key.ts';
import { mappingRuleSchema } from '#schemas/mapping/rule.ts';
import { mappingPresets } from './mapping-presets.ts';

function rulesOf(preset: string) {
  const rules = mappingPresets[preset]?.rules ?? [];
  return rules.map((rule) => mappingRuleSchema.parse({ ...rule, id: crypto.randomUUID() }));
}

test.each(Object.keys(mappingPresets))(
  'the tables of %s are sound, say nothing twice and leave no cell empty',
  (preset) => {
    const rules = rulesOf(preset);
    expect(findDuplicates(rules)).toEqual([]);
    for (const { set } of rules) for (const value of Object.values(set)) expect(value).not.toBe('');
  },
);

test('AT-120 the tables of a chart give the VAT codes of its country, and leave sales abroad to their regime', () => {
  const lookup = lookupOf(rulesOf('be-pcmn'));
  expect(lookup.find('taxes', 'code', { country: ['BE'], tax: ['21', 'TVA'] })?.value).toBe('BE21');
  expect(lookup.find('taxes', 'code', { country: ['NL'], tax: ['21'] })).toBeNull();
  expect(lookup.find('sales', 'withVat', { country: ['BE'], tax: ['6'] })?.value).toBe('7000{rate}');
  expect(lookup.find('sales', 'withVat', { country: ['NL'], tax: ['21'] })).toBeNull();
  expect(lookup.find('sales', 'withoutVat', { country: ['BE'], tax: ['0'] })).toBeNull();
  expect(lookup.find('journals', 'creditNotes', { country: ['US'] })?.value).toBe('NCV');
});
