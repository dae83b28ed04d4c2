import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lookupOf } from './look-up.ts';
import { rank } from './precedence.ts';
import { type MappingRule, mappingRuleSchema } from './rule.ts';

let made = 0;
function rule(
  match: MappingRule['match'],
  set: MappingRule['set'],
  table: MappingRule['table'] = 'sales',
): MappingRule {
  made += 1;
  const id = `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
  return mappingRuleSchema.parse({ id, table, match, set, note: '' });
}
const account = (withVat: string) => ({ withVat });

test('AT-120 of the rules that hold, the one that names most axes wins, field by field', () => {
  const byDefault = rule({}, { withVat: '700000', withoutVat: '700900' });
  const byCountry = rule({ country: 'BE' }, account('700100'));
  const byBoth = rule({ country: 'BE', tax: '21' }, account('700021'));
  const lookup = lookupOf([byDefault, byBoth, byCountry]);
  const facts = { country: ['BE'], tax: ['21', 'TVA 21 %'] };
  expect(lookup.find('sales', 'withVat', facts)).toEqual({ value: '700021', rule: byBoth });
  expect(lookup.find('sales', 'withVat', { country: ['BE'], tax: ['6'] })?.value).toBe('700100');
  expect(lookup.find('sales', 'withVat', { country: ['FR'], tax: ['20'] })?.value).toBe('700000');
  // The most specific rule says nothing of sales without VAT, the default does.
  expect(lookup.find('sales', 'withoutVat', facts)?.rule).toBe(byDefault);
  expect(lookup.find('sales', 'discountWithVat', facts)).toBeNull();
});

test('AT-123 a wildcard on either axis holds for all of it, and a pattern goes between value and wildcard', () => {
  const lookup = lookupOf([
    rule({ country: '*', tax: '21' }, account('rate')),
    rule({ country: 'BE', tax: '*' }, account('country')),
    rule({ country: '*', tax: '*' }, account('all')),
    rule({ country: '*', tax: 'TVA*' }, account('name')),
  ]);
  const find = (country: string, ...tax: string[]) =>
    lookup.find('sales', 'withVat', { country: [country], tax })?.value;
  expect(find('FR', '21')).toBe('rate');
  expect(find('BE', '6')).toBe('country');
  expect(find('FR', '6')).toBe('all');
  expect(find('FR', '6', 'TVA réduite')).toBe('name');
  expect(find('BE', '6', 'TVA réduite')).toBe('country');
  // Two rules name one axis each by its value: the tax comes before the country.
  expect(find('BE', '21')).toBe('rate');
});

test('AT-134 a rule by payment method goes before one by country, and behind one by country and tax', () => {
  const lookup = lookupOf([
    rule({ country: 'BE' }, account('country')),
    rule({ country: 'BE', tax: '21' }, account('both')),
    rule({ method: 'cheque' }, account('method')),
  ]);
  const facts = { country: ['BE'], method: ['cheque', 'Chèque'] };
  expect(lookup.find('sales', 'withVat', { ...facts, tax: ['6'] })?.value).toBe('method');
  expect(lookup.find('sales', 'withVat', { ...facts, tax: ['21'] })?.value).toBe('both');
});

test('a rate is compared as a number, however it is written; a name as text', () => {
  const lookup = lookupOf([rule({ tax: '5,50 %' }, account('reduced'))]);
  expect(lookup.find('sales', 'withVat', { tax: ['5.5'] })?.value).toBe('reduced');
  expect(lookup.find('sales', 'withVat', { tax: ['5.5000'] })?.value).toBe('reduced');
  expect(lookup.find('sales', 'withVat', { tax: ['55'] })).toBeNull();
});

test('a rule about an axis of which nothing is known does not hold', () => {
  const lookup = lookupOf([rule({ carrier: '*post*' }, { shippingWithVat: '708500' }, 'carriers')]);
  expect(lookup.find('carriers', 'shippingWithVat', {})).toBeNull();
  expect(lookup.find('carriers', 'shippingWithVat', { carrier: ['1', 'bpost pickup'] })?.value).toBe('708500');
  expect(lookup.names('carriers', 'carrier', { carrier: ['bpost'] })).toBe(true);
  expect(lookup.names('carriers', 'carrier', { carrier: ['dhl'] })).toBe(false);
});

test('the trace of a choice names the winner, what it beat, and what held but said nothing', () => {
  const silent = rule({ country: 'BE', tax: '21' }, { withoutVat: '1' });
  const winner = rule({ country: 'BE' }, account('2'));
  const beaten = rule({}, account('3'));
  const trace = lookupOf([beaten, winner, silent]).explain('sales', 'withVat', { country: ['BE'], tax: ['21'] });
  expect(trace.map((one) => [one.rule, one.verdict])).toEqual([
    [silent, 'silent'],
    [winner, 'wins'],
    [beaten, 'overruled'],
  ]);
  expect(trace[1]?.precision).toEqual({ exact: ['country'], pattern: [] });
});

test('a rule with an axis or a field that its table has not is refused, and where is said', () => {
  const id = '00000000-0000-4000-8000-000000000000';
  const read = mappingRuleSchema.safeParse({ id, table: 'journals', match: { tax: '21' }, set: { account: '7' } });
  expect(read.error?.issues.map((issue) => issue.path.join('.'))).toEqual(['match.tax', 'set.account']);
});

/** The precedence once more, as the documentation tells it and without the code's shortcuts: one rule against another. */
function beats(a: MappingRule, b: MappingRule): boolean {
  const axes = ['method', 'category', 'group', 'tax', 'country', 'shop'] as const;
  const isExact = (one: MappingRule, axis: (typeof axes)[number]) => !(one.match[axis] ?? '*').includes('*');
  const isPattern = (one: MappingRule, axis: (typeof axes)[number]) =>
    (one.match[axis] ?? '*').includes('*') && (one.match[axis] ?? '*') !== '*';
  const exact = (one: MappingRule) => axes.filter((axis) => isExact(one, axis)).length;
  const pattern = (one: MappingRule) => axes.filter((axis) => isPattern(one, axis)).length;
  if (exact(a) !== exact(b)) return exact(a) > exact(b);
  if (pattern(a) !== pattern(b)) return pattern(a) > pattern(b);
  for (const axis of axes) {
    if (isExact(a, axis) !== isExact(b, axis)) return isExact(a, axis);
    if (isPattern(a, axis) !== isPattern(b, axis)) return isPattern(a, axis);
  }
  return false;
}

const arbitraryRule = fc
  .record({
    country: fc.constantFrom('*', 'BE', 'FR', 'B*'),
    tax: fc.constantFrom('*', '21', '6', 'TVA*'),
    method: fc.constantFrom('*', 'bacs', 'stripe', 's*'),
    category: fc.constantFrom('*', 'books'),
  })
  .map((match) => rule(match, account('x')));

test('AT-120 no rule that holds beats the one that wins, whatever the rules and their order', () => {
  const facts = fc.record({
    country: fc.constantFrom(['BE'], ['FR'], ['DE']),
    tax: fc.constantFrom(['21', 'TVA 21'], ['6', 'reduced'], ['0']),
    method: fc.constantFrom(['bacs', 'Bank'], ['stripe', 'Card']),
    category: fc.constantFrom(['books'], ['toys']),
  });
  fc.assert(
    fc.property(fc.array(arbitraryRule, { maxLength: 30 }), facts, (rules, known) => {
      const trace = lookupOf(rules).explain('sales', 'withVat', known);
      const winner = lookupOf(rules).find('sales', 'withVat', known)?.rule;
      expect(winner).toBe(trace[0]?.rule);
      if (winner) expect(trace.every((one) => !beats(one.rule, winner))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('AT-120 equally specific rules keep the order of the screen', () => {
  fc.assert(
    fc.property(fc.array(arbitraryRule, { maxLength: 30 }), (rules) => {
      const ranked = rank(rules);
      for (const [index, one] of ranked.entries()) {
        const next = ranked[index + 1];
        if (next && !beats(one, next) && JSON.stringify(one.match) === JSON.stringify(next.match)) {
          expect(rules.indexOf(one)).toBeLessThan(rules.indexOf(next));
        }
      }
    }),
  );
});
