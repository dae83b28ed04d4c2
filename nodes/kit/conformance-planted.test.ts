import { describe, expect, test } from 'vitest';
import { defineMessages } from '#schemas/messages.ts';
import { findClashes, findConnectorProblems } from './conformance.ts';
import type { Connector } from './connector.ts';
import { type NodeType, sameConfig } from './node-type.ts';

const texts = {
  mode: { title: 'Mode', help: 'How it works here', options: { a: 'First', b: 'Second' } },
  'rules[].to': { title: 'To', help: 'Where' },
  rules: { title: 'Rules', help: 'Which' },
};
const french = { ...texts, mode: { ...texts.mode, help: 'Comment cela marche' } };
const dutch = { ...texts, mode: { ...texts.mode, help: 'Hoe het hier werkt' } };
const title = { en: 'Acme', fr: 'Acme', nl: 'Acme' };
const properties = {
  mode: { type: 'string', enum: ['a', 'b'], default: 'a' },
  rules: {
    type: 'array',
    default: [],
    items: { type: 'object', additionalProperties: false, properties: { to: { type: 'string' } } },
  },
};
const { catalogue } = defineMessages('acme', {
  gone: { text: { en: 'No {what}', fr: 'Pas de {what}', nl: 'Geen {what}' } },
});

const good: NodeType = {
  kind: 'deliver',
  id: 'acme-send',
  version: 1,
  icon: 'send',
  texts: { title, description: title, fields: { en: texts, fr: french, nl: dutch } },
  inputs: [{ id: 'file', kind: 'file' }],
  outputs: [],
  connection: 'acme',
  config: { type: 'object', additionalProperties: false, properties },
  messages: catalogue,
  idempotency: 'none',
  deliver: async () => ({ reference: '' }),
};
const connection: Connector['connectionTypes'][number] = {
  id: 'acme',
  texts: { title, description: title, fields: { en: {}, fr: {}, nl: {} } },
  fields: { type: 'object', additionalProperties: false, properties: {} },
  secrets: [],
  messages: catalogue,
  test: async () => ({ findings: [] }),
};

function problemsOf(change: object, own: Partial<Connector> = {}): string {
  const nodeTypes = [{ ...good, ...change } as NodeType];
  const connector = { id: 'acme', nodeTypes, connectionTypes: [connection], ...own };
  return findConnectorProblems('acme', connector, new Set(['acme'])).join('\n');
}

const withFields = (fields: object) => ({ texts: { ...good.texts, fields: { ...good.texts.fields, ...fields } } });
const withConfig = (changed: object, more: object = {}) => ({
  config: { type: 'object', additionalProperties: false, properties: { ...properties, ...changed }, ...more },
});
const withWebhooks = (webhooks: object) => ({
  kind: 'source',
  inputs: [],
  outputs: [{ id: 'x', kind: 'payment' }],
  webhooks,
});
const withMessage = (code: string, text: object, remedy?: object) => ({
  messages: { [code]: { text, ...(remedy ? { remedy } : {}) } },
});

test('a conforming connector has no problem', () => {
  expect(problemsOf({})).toBe('');
});

test('a type of a second version conforms once it says how the first becomes it', () => {
  expect(problemsOf({ version: 2, migrations: { 1: sameConfig } })).toBe('');
});

test('a folder without a connector, and one without any type, are found', () => {
  expect(findConnectorProblems('acme', undefined, new Set())).toEqual([
    'nodes/acme/index.ts does not export "connector"',
  ]);
  expect(problemsOf({}, { nodeTypes: [], connectionTypes: [] })).toContain('neither a node type nor');
});

test('ids that two folders claim are found', () => {
  const one: Connector = { id: 'one', nodeTypes: [good], connectionTypes: [connection] };
  expect(findClashes([one])).toEqual([]);
  expect(findClashes([one, { ...one, id: 'two' }])).toHaveLength(2);
});

describe('a planted fault is found', () => {
  test.each<[string, object, string]>([
    ['an id with capitals', { id: 'AcmeSend' }, 'lower-case words'],
    ['version 0', { version: 0 }, 'version must be 1'],
    ['a second version without a way from the first', { version: 2 }, 'version 1 has no migration'],
    ['a hole between two versions', { version: 3, migrations: { 1: sameConfig } }, 'version 2 has no migration'],
    ['a migration that leads nowhere', { version: 2, migrations: { 1: sameConfig, 2: sameConfig } }, 'leads to no'],
    ['an unknown connection', { connection: 'acne' }, 'nobody declares the connection type "acne"'],
    ['a delivery with an output', { outputs: [{ id: 'x', kind: 'file' }] }, 'do not suit a deliver'],
    ['a source with an input', { kind: 'source', outputs: [{ id: 'x', kind: 'file' }] }, 'do not suit a source'],
    ['a port of an unknown kind', { inputs: [{ id: 'x', kind: 'fax' }] }, 'no document is a "fax"'],
    [
      'a render that renders no entries',
      { kind: 'render', outputs: [{ id: 'x', kind: 'party' }] },
      'turns journal-entry into file',
    ],
    ['webhooks whose documents cannot be read', withWebhooks({}), 'no fetch to read what they tell of'],
    [
      'registrations that nobody removes',
      withWebhooks({ register: () => null }),
      'register and remove belong together',
    ],
    ['lookup promised but absent', { idempotency: 'lookup' }, 'has no lookup'],
    ['a schema that does not compile', withConfig({ mode: { type: 'sting' } }), 'does not compile'],
    ['a misspelt keyword', withConfig({ mode: { type: 'string', defualt: 'a' } }), 'does not compile'],
    ['a schema open to anything', { config: { type: 'object', properties } }, 'lets unknown fields through'],
    [
      'a nested one open to anything',
      withConfig({ rules: { type: 'array', items: { type: 'object' } } }),
      'rules[] lets unknown',
    ],
    [
      'a default that is not allowed',
      withConfig({ mode: { type: 'string', enum: ['a', 'b'], default: 'c' } }),
      'no valid settings',
    ],
    [
      'a field without texts',
      withConfig({ extra: { type: 'string' } }),
      'acme-send.extra title: the text in "en" is empty',
    ],
    [
      'a field without texts in one language',
      withFields({ nl: { ...dutch, rules: undefined } }),
      'rules title: the text in "nl"',
    ],
    ['a nested field without texts', withFields({ fr: { ...french, 'rules[].to': undefined } }), 'rules[].to title'],
    [
      'a value without a name',
      withFields({ fr: { ...french, mode: { ...french.mode, options: { a: 'A' } } } }),
      '"fr" names a',
    ],
    [
      'a text left over',
      withFields({ en: { ...texts, old: { title: 'Old', help: 'Old' } } }),
      'field that does not exist',
    ],
    ['a sentence left in English', withFields({ fr: texts }), 'the text in "fr" is the English one'],
    [
      'a code of another room',
      withMessage('other.gone', { en: 'No', fr: 'Non', nl: 'Nee' }),
      'does not begin with acme.',
    ],
    ['a missing translation', withMessage('acme.x', { en: 'No', fr: '', nl: 'Nee' }), 'the text in "fr" is empty'],
    [
      'a lost placeholder',
      withMessage('acme.x', { en: 'No {a}', fr: 'Pas de {a}', nl: 'Geen' }),
      '"nl" has the placeholders none',
    ],
    [
      'a remedy about something else',
      withMessage('acme.x', { en: 'No', fr: 'Non', nl: 'Nee' }, { en: 'Do {b}', fr: 'Faites {b}', nl: 'Doe {b}' }),
      'the remedy speaks of {b}',
    ],
  ])('%s', (_name, change, sentence) => {
    expect(problemsOf(change)).toContain(sentence);
  });

  test('a connector not named like its folder', () => {
    expect(problemsOf({}, { id: 'acne' })).toContain('not the folder');
  });

  test('a secret that is no field, and one with a default', () => {
    expect(problemsOf({}, { connectionTypes: [{ ...connection, secrets: ['key'] }] })).toContain('"key" is no field');
    const fields = {
      type: 'object',
      additionalProperties: false,
      properties: { key: { type: 'string', default: 'x' } },
    } as const;
    expect(problemsOf({}, { connectionTypes: [{ ...connection, fields, secrets: ['key'] }] })).toContain(
      'as its default',
    );
  });
});
