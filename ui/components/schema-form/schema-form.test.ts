import { describe, expect, test } from 'vitest';
import { countChanges, dropDefaults, showDefaultLists } from './default-values.ts';
import { messagesByPath, problemPath, textKey } from './field-path.ts';
import { localiseSchema } from './localise-schema.ts';
import { countFields, searchFields } from './search-fields.ts';

const schema = {
  type: 'object',
  required: ['chart', 'secret', 'url'],
  properties: {
    url: { type: 'string' },
    chart: { type: 'string', enum: ['fr-pcg', 'be-pcmn'], default: 'fr-pcg' },
    secret: { type: 'string' },
    privateKey: { type: 'string' },
    skus: { type: 'array', items: { type: 'string' }, default: ['CARD'] },
    accounts: { type: 'object', properties: { vat: { type: 'string', default: '445720' } } },
    rules: {
      type: 'array',
      items: { type: 'object', properties: { country: { type: 'string' }, account: { type: 'string' } } },
    },
    custom: { type: 'object', additionalProperties: true },
  },
};
const texts = {
  chart: { title: 'Plan comptable', help: 'Les comptes proposés', options: { 'fr-pcg': 'PCG français' } },
  skus: { title: 'Références', help: 'Cartes cadeaux' },
  accounts: { title: 'Comptes', help: 'Numéros' },
  'accounts.vat': { title: 'TVA à reverser', help: 'Taxe collectée' },
  rules: { title: 'Exceptions', help: '' },
  'rules[].country': { title: 'Pays', help: '' },
  'rules[].account': { title: 'Compte de vente', help: '' },
};

describe('localising a schema', () => {
  const { schema: localised, uiSchema } = localiseSchema(schema, {
    texts,
    secrets: ['secret', 'privateKey'],
    secretsSet: ['secret'],
  });
  test('fills in titles and help of nested fields and list items', () => {
    expect(localised).toMatchObject({
      properties: {
        accounts: { title: 'Comptes', properties: { vat: { title: 'TVA à reverser', description: 'Taxe collectée' } } },
        rules: { items: { properties: { country: { title: 'Pays' } } } },
      },
    });
  });
  test('demands neither what has a default nor a secret that is stored', () => {
    expect(localised.required).toEqual(['url']);
  });
  test('names options, keeping the value where a name is missing', () => {
    expect(uiSchema['chart']).toEqual({ 'ui:enumNames': ['PCG français', 'be-pcmn'] });
  });
  test('chooses an input for secrets, keys, lists of words and free objects', () => {
    expect(uiSchema['secret']).toEqual({ 'ui:widget': 'password' });
    expect(uiSchema['privateKey']).toEqual({ 'ui:widget': 'textarea' });
    expect(uiSchema['skus']).toMatchObject({ 'ui:widget': 'tags' });
    expect(uiSchema['custom']).toEqual({ 'ui:field': 'FreeObject' });
  });
});

describe('defaults', () => {
  test('lists show their default rows until they are changed', () => {
    expect(showDefaultLists(schema, {})).toEqual({ skus: ['CARD'] });
    expect(showDefaultLists(schema, { skus: [] })).toEqual({ skus: [] });
  });
  test('only what differs is stored', () => {
    const value = { chart: 'fr-pcg', skus: ['CARD'], accounts: { vat: '445720' }, url: undefined };
    expect(dropDefaults(schema, value)).toEqual({});
    expect(dropDefaults(schema, { chart: 'be-pcmn', accounts: { vat: '451000' }, skus: [] })).toEqual({
      chart: 'be-pcmn',
      accounts: { vat: '451000' },
      skus: [],
    });
  });
  test('changes are counted through sections', () => {
    expect(countChanges({ vat: '451000', customer: undefined, deep: { a: 1, b: [] } })).toBe(3);
  });
});

describe('server messages find their field', () => {
  test.each([
    'rules/0/account',
    '/rules/0/account',
    'rules[0].account',
    'config.rules.0.account',
    '/settings/rules/0/account',
  ])('written as %s', (field) => expect(problemPath(field)).toBe('rules/0/account'));
  test('the first one counts, and those without a field are left to the page', () => {
    const message = (code: string, field: string | null) => ({ code, params: {}, text: code, remedy: null, field });
    const found = messagesByPath([message('a', 'chart'), message('b', '/chart'), message('c', null)]);
    expect([...found].map(([path, { code }]) => [path, code])).toEqual([['chart', 'a']]);
  });
  test('a list item has the text of its column', () => {
    expect(textKey(['rules', 3, 'account'])).toBe('rules[].account');
    expect(textKey([])).toBe('');
  });
});

describe('search', () => {
  test('counts the fields that can be filled in', () => expect(countFields(schema)).toBe(9));
  test('shows everything without a query', () => expect(searchFields(texts, '  ')).toBeNull());
  test('finds without accents and case, and keeps the section around a hit', () => {
    expect(searchFields(texts, 'COLLECTEE')).toEqual(new Set(['accounts', 'accounts.vat']));
  });
  test('a section that matches keeps all that is in it', () => {
    expect(searchFields(texts, 'exceptions')).toEqual(new Set(['rules', 'rules[].country', 'rules[].account']));
  });
});

describe('fields that lists of connected systems help to fill in', () => {
  const fields = {
    type: 'object',
    properties: {
      mapping: { type: 'string', format: 'mapping', default: '' },
      account: { type: 'string', list: 'accounts', default: '' },
      journal: { type: 'string', list: 'journals' },
      code: { type: 'string', list: 'vat-codes' },
      mode: { type: 'string', list: 'payment-modes' },
      statuses: { type: 'array', items: { type: 'string', list: 'statuses' } },
      skus: { type: 'array', items: { type: 'string' } },
      label: { type: 'string' },
    },
  };
  test('AT-048 accounts, journals, VAT codes and payment modes get a picker, and keep it inside tables', () => {
    const { uiSchema } = localiseSchema(fields, { texts: {}, secrets: [], secretsSet: [] });
    const widgets = Object.keys(fields.properties).map((name) => [name, uiSchema[name]['ui:widget']]);
    expect(Object.fromEntries(widgets)).toEqual({
      mapping: 'mapping',
      account: 'list',
      journal: 'list',
      code: 'list',
      mode: 'list',
      statuses: 'listTags',
      skus: 'tags',
      label: undefined,
    });
  });
});
