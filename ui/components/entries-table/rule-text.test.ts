import { expect, it } from 'vitest';
import { defineMessages } from '#schemas/messages.ts';
import { ruleText } from './rule-text.ts';

const same = (text: string) => ({ text: { en: text, fr: text, nl: text } });
const { catalogue } = defineMessages('rule', {
  preset: same('Chart: {rest}'),
  own: same('Yours: {rest}'),
  own_method: same('Yours for {first}'),
  oss: same('OSS {first} at {second} %'),
  local: same('local at {first} %'),
  shipping: same('Shipping'),
  table_sales: same('Table of sales: {rest}'),
  withVat: same('with VAT'),
});
const say = (rule: string) => ruleText(rule, catalogue, 'fr');

it('says a rule in the words that its node brings along', () => {
  expect(say('preset:oss:BE:21')).toBe('Chart: OSS BE at 21 %');
  expect(say('preset:shipping')).toBe('Chart: Shipping');
  expect(say('own:shipping:local:5.5')).toBe('Yours: Shipping, local at 5,5 %');
  expect(say('own:method:stripe*')).toBe('Yours for stripe*');
});

it('leaves out the id of a rule of a mapping table', () => {
  expect(say('table:sales:withVat:00000000-0000-4000-8000-000000000001')).toBe('Table of sales: with VAT');
});

it('shows what it has no words for as it is', () => {
  expect(say('own:BE:*')).toBe('Yours: BE, *');
  expect(say('something:else')).toBe('something:else');
});
