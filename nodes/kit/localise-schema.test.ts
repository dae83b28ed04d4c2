import { expect, test } from 'vitest';
import { localiseSchema } from './localise-schema.ts';
import type { FieldTexts } from './texts.ts';

const schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    mode: { type: 'string', enum: ['a', 'b'], default: 'a' },
    vat: { type: 'object', additionalProperties: false, properties: { code: { type: 'string' } } },
    rules: {
      type: 'array',
      items: { type: 'object', additionalProperties: false, properties: { to: { type: 'string' } } },
    },
    kinds: { type: 'array', items: { type: 'string', enum: ['x'] } },
    codes: { type: 'object', additionalProperties: { type: 'string' } },
  },
};
const fields = {
  mode: { title: 'Mode', help: 'How', options: { a: 'First', b: 'Second' } },
  vat: { title: 'VAT', help: 'The VAT' },
  'vat.code': { title: 'Code', help: 'Its code' },
  rules: { title: 'Rules', help: 'All rules' },
  'rules[].to': { title: 'To', help: 'Where to' },
  kinds: { title: 'Kinds', help: 'Which', options: { x: 'The x' } },
  codes: { title: 'Codes', help: 'By name' },
};
const texts: FieldTexts = { en: fields, fr: { ...fields, mode: { title: 'Mode', help: 'Comment' } }, nl: fields };

test('every field gets its title and help, every value its name', () => {
  expect(localiseSchema(schema, texts, 'en')).toEqual({
    type: 'object',
    additionalProperties: false,
    properties: {
      mode: {
        type: 'string',
        default: 'a',
        title: 'Mode',
        description: 'How',
        oneOf: [
          { const: 'a', title: 'First' },
          { const: 'b', title: 'Second' },
        ],
      },
      vat: {
        type: 'object',
        additionalProperties: false,
        title: 'VAT',
        description: 'The VAT',
        properties: { code: { type: 'string', title: 'Code', description: 'Its code' } },
      },
      rules: {
        type: 'array',
        title: 'Rules',
        description: 'All rules',
        items: {
          type: 'object',
          additionalProperties: false,
          properties: { to: { type: 'string', title: 'To', description: 'Where to' } },
        },
      },
      kinds: {
        type: 'array',
        title: 'Kinds',
        description: 'Which',
        items: { type: 'string', oneOf: [{ const: 'x', title: 'The x' }] },
      },
      codes: { type: 'object', title: 'Codes', description: 'By name', additionalProperties: { type: 'string' } },
    },
  });
});

test('the language asked for is the one used', () => {
  expect(localiseSchema(schema, texts, 'fr')).toMatchObject({ properties: { mode: { description: 'Comment' } } });
});
