import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkValue } from './check-value.ts';

const schema = {
  type: 'object',
  required: ['url', 'rules'],
  properties: {
    url: { type: 'string', minLength: 1, maxLength: 5, pattern: '^[a-z]*$' },
    chart: { type: 'string', enum: ['fr', 'be'] },
    length: { type: 'integer', minimum: 3, maximum: 12 },
    share: { type: 'number', minimum: 0 },
    isOn: { type: 'boolean' },
    skus: { type: 'array', uniqueItems: true, minItems: 1, maxItems: 2, items: { type: 'string' } },
    nested: { type: 'object', required: ['a'], properties: { a: { type: ['string', 'null'] } } },
    rules: {
      type: 'array',
      items: {
        type: 'object',
        required: ['country'],
        properties: { country: { type: 'string', pattern: '^[A-Z]{2}$' } },
      },
    },
  },
};

describe('checking a form', () => {
  test('names the field, the rule and its figure', () => {
    const value = { url: '', length: 20, skus: ['a', 'a'], rules: [{ country: 'BE' }, {}, { country: 'be' }] };
    expect(checkValue(schema, value)).toEqual([
      { path: ['url'], rule: 'minLength', limit: 1 },
      { path: ['length'], rule: 'maximum', limit: 12 },
      { path: ['skus'], rule: 'uniqueItems' },
      { path: ['rules', 1, 'country'], rule: 'required' },
      { path: ['rules', 2, 'country'], rule: 'pattern' },
    ]);
  });
  test('a field that is present but undefined counts as missing', () => {
    expect(checkValue(schema, { url: undefined, rules: [] })).toEqual([{ path: ['url'], rule: 'required' }]);
  });
  test('agrees with a full validator on what is acceptable', () => {
    const isValid = new Ajv({ strict: false, allErrors: true }).compile(schema);
    const any = fc.oneof(
      fc.string({ maxLength: 7 }),
      fc.integer({ min: -2, max: 15 }),
      fc.double({ noNaN: true }),
      fc.boolean(),
      fc.constant(null),
    );
    const country = fc.oneof(fc.constantFrom('BE', 'FR', 'be'), any);
    const value = fc.record(
      {
        url: fc.oneof(fc.constantFrom('a', 'abcde', 'abcdef', 'A', ''), any),
        chart: fc.oneof(fc.constantFrom('fr', 'be', 'nl'), any),
        length: any,
        share: any,
        isOn: any,
        skus: fc.oneof(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 4 }), any),
        nested: fc.oneof(fc.record({ a: any }, { requiredKeys: [] }), any),
        rules: fc.oneof(fc.array(fc.record({ country }, { requiredKeys: [] }), { maxLength: 2 }), any),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(value, (data) => isValid(data) === (checkValue(schema, data).length === 0)),
      { numRuns: 2000 },
    );
  });
});
