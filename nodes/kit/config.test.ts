import { describe, expect, test } from 'vitest';
import { SettingsError } from '#schemas/errors.ts';
import { checkConfig, findConfigProblems } from './config.ts';

const type = {
  id: 'acme-orders',
  config: {
    type: 'object',
    additionalProperties: false,
    required: ['account'],
    properties: {
      account: { type: 'string', minLength: 1, pattern: '^[0-9]+$' },
      status: { type: 'string', enum: ['paid', 'all'], default: 'paid' },
      pageSize: { type: 'integer', minimum: 1, maximum: 100, default: 50 },
      vat: {
        type: 'object',
        additionalProperties: false,
        properties: { domestic: { type: 'string', default: 'D' } },
        default: {},
      },
      rules: {
        type: 'array',
        default: [],
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['to'],
          properties: { to: { type: 'string' } },
        },
      },
      since: { oneOf: [{ type: 'string', format: 'date' }, { type: 'null' }], default: null },
    },
  },
};

test('defaults are filled in at every depth, and what was given is left as it was', () => {
  const given = { account: '7000', rules: [{ to: 'x' }] };
  expect(checkConfig(type, given)).toEqual({
    account: '7000',
    status: 'paid',
    pageSize: 50,
    vat: { domestic: 'D' },
    rules: [{ to: 'x' }],
    since: null,
  });
  expect(given).toEqual({ account: '7000', rules: [{ to: 'x' }] });
});

describe('a wrong setting is named with its path, without its value', () => {
  test.each([
    [{}, 'config.missing', 'account'],
    [{ account: '1', acount: '2' }, 'config.unknown', 'acount'],
    [{ account: 7 }, 'config.wrong_type', 'account'],
    [{ account: '1', status: 'S3CRET' }, 'config.not_allowed', 'status'],
    [{ account: '1', pageSize: 101 }, 'config.out_of_bounds', 'pageSize'],
    [{ account: 'S3CRET' }, 'config.wrong_form', 'account'],
    [{ account: '1', vat: { domestic: 1 } }, 'config.wrong_type', 'vat.domestic'],
    [{ account: '1', rules: [{ to: 'a' }, {}] }, 'config.missing', 'rules[1].to'],
    [{ account: '1', since: 'S3CRET' }, 'config.invalid', 'since'],
    [[], 'config.wrong_type', ''],
  ])('%j', (config, code, field) => {
    const { problems } = findConfigProblems(type, config);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code, field, params: { node: 'acme-orders', setting: field } });
    expect(JSON.stringify(problems)).not.toContain('S3CRET');
    expect(() => checkConfig(type, config)).toThrow(SettingsError);
  });

  test('and all of them are found at once', () => {
    const { problems } = findConfigProblems(type, { status: 'x', pageSize: 0 });
    expect(problems.map((problem) => problem.field).sort()).toEqual(['account', 'pageSize', 'status']);
  });
});

test('the fields of a connection are checked in the same way', () => {
  const connection = {
    id: 'acme',
    fields: { type: 'object', required: ['url'], properties: { url: { type: 'string' } } },
  } as const;
  expect(() => checkConfig(connection, {})).toThrow('The setting “url” of acme is missing.');
  expect(checkConfig(connection, { url: 'https://x' })).toEqual({ url: 'https://x' });
});
