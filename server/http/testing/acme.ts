import { defineConnectionType } from '#nodes/kit/connection-type.ts';
import { defineConnector } from '#nodes/kit/connector.ts';
import { defineDelivery, defineMap, defineReview, defineSource, defineTrigger } from '#nodes/kit/node-type.ts';
import { type Registry, registryOf } from '#nodes/kit/registry.ts';
import { AuthError } from '#schemas/errors.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import { defineMessages } from '#schemas/messages.ts';
import type { Template } from '../../templates/load-templates.ts';

/* A connector of a system that does not exist, with every kind of node that the API has to do with. */

const acmeMessages = defineMessages('acme', {
  hello: { text: { en: 'Acme says hello', fr: 'Acme vous salue', nl: 'Acme groet u' } },
  refused: {
    text: { en: 'Acme refuses {key}', fr: 'Acme refuse {key}', nl: 'Acme weigert {key}' },
    remedy: { en: 'Check the key.', fr: 'Vérifiez la clé.', nl: 'Controleer de sleutel.' },
  },
});

function texts(title: string, fields: Record<string, string> = {}) {
  const named = Object.fromEntries(Object.entries(fields).map(([path, name]) => [path, { title: name, help: name }]));
  const everywhere = (text: string) => ({ en: text, fr: text, nl: text });
  return { title: everywhere(title), description: everywhere(title), fields: { en: named, fr: named, nl: named } };
}

const noConfig = { type: 'object', additionalProperties: false, properties: {} } as const;
const base = { version: 1, icon: 'box', messages: {} };

const connectionType = defineConnectionType({
  id: 'acme',
  texts: texts('Acme', { url: 'Address', key: 'Key' }),
  fields: {
    type: 'object',
    additionalProperties: false,
    required: ['url', 'key'],
    properties: { url: { type: 'string', format: 'uri' }, key: { type: 'string', minLength: 4 } },
  },
  secrets: ['key'],
  messages: acmeMessages.catalogue,
  test: async ({ connection, http }) => {
    const { url } = connection.fields;
    if (url === 'https://refusing.example/') {
      // What badly behaved systems do: they quote the credential that they refuse.
      throw new AuthError(acmeMessages.build.refused({ key: connection.secrets['key'] ?? '' }));
    }
    if (url === 'https://broken.example/') throw new TypeError(`cannot read ${connection.secrets['key']}`);
    await http.send({ url: String(url), retries: 0, timeoutMs: 2000 });
    return { findings: [acmeMessages.build.hello()] };
  },
});

const nodeTypes = [
  defineTrigger({ ...base, id: 'by-hand', texts: texts('By hand'), inputs: [], outputs: [], config: noConfig }),
  defineSource({
    ...base,
    id: 'acme-sales',
    texts: texts('Acme sales'),
    inputs: [],
    outputs: [{ id: 'sales', kind: 'sales-document' }],
    config: noConfig,
    connection: 'acme',
    read: async () => ({ items: [], next: null }),
  }),
  defineMap({
    ...base,
    id: 'to-entries',
    texts: texts('To entries', {
      journal: 'Journal',
      mapping: 'Mapping tables',
      'vat.domestic': 'Domestic VAT',
      vat: 'VAT',
    }),
    inputs: [{ id: 'sales', kind: 'sales-document' }],
    outputs: [{ id: 'entries', kind: 'journal-entry' }],
    config: {
      type: 'object',
      additionalProperties: false,
      properties: {
        journal: { type: 'string', maxLength: 6, default: 'VEN' },
        mapping: { type: 'string', format: 'mapping', default: '' },
        vat: { type: 'object', properties: { domestic: { type: 'string', default: '4457' } }, default: {} },
      },
    },
    mappingPresets: {
      acme: {
        name: { en: 'Acme', fr: 'Acme', nl: 'Acme' },
        rules: [{ table: 'journals', match: {}, set: { sales: 'VEN' }, note: '' }],
      },
    },
    run: () => [],
  }),
  defineReview({
    ...base,
    id: 'look',
    texts: texts('Look'),
    inputs: [{ id: 'entries', kind: 'journal-entry' }],
    outputs: [{ id: 'entries', kind: 'journal-entry' }],
    config: { type: 'object', properties: { instructions: { type: 'string', default: '' } } },
  }),
  defineDelivery({
    ...base,
    id: 'acme-books',
    texts: texts('Acme books'),
    inputs: [{ id: 'entries', kind: 'journal-entry' }],
    outputs: [],
    config: noConfig,
    idempotency: 'none',
    deliver: async () => ({ reference: 'r' }),
  }),
];

/** The registry of the tests. `demo` counts how often the demo system was started. */
export function acmeRegistry(demo: { starts: number } = { starts: 0 }): Registry {
  const start = async () => {
    demo.starts += 1;
    const url = `http://127.0.0.1:${40_000 + demo.starts}/`;
    return { fields: { url }, secrets: { key: 'demo-key' }, close: async () => undefined };
  };
  const connector = { id: 'acme', nodeTypes, connectionTypes: [connectionType], demo: { connection: 'acme', start } };
  return registryOf([defineConnector(connector)]);
}

/** A flow that can be published once its slot "shop" is bound. */
export function acmeFlow(): FlowDefinition {
  const node = (type: string) => ({ type, version: 1, config: {} });
  const edge = (from: string, fromPort: string, to: string, toPort: string) => ({
    from: { node: from, port: fromPort },
    to: { node: to, port: toPort },
  });
  return {
    format: 'passerelle.flow/1',
    name: 'Acme to books',
    description: '',
    zone: 'Europe/Brussels',
    connections: { shop: { type: 'acme' } },
    nodes: {
      start: node('by-hand'),
      sales: { ...node('acme-sales'), connection: 'shop' },
      entries: { ...node('to-entries'), config: { journal: 'VT' } },
      look: { ...node('look'), config: { instructions: 'Look at the VAT' } },
      books: node('acme-books'),
    },
    edges: [
      edge('sales', 'sales', 'entries', 'sales'),
      edge('entries', 'entries', 'look', 'entries'),
      edge('look', 'entries', 'books', 'entries'),
    ],
    layout: { nodes: {}, notes: [] },
  };
}

export function acmeTemplate(): Template {
  const title = { en: 'Acme', fr: 'Acme', nl: 'Acme' };
  const settings = [
    { name: 'journal', sets: ['entries.journal'] },
    { name: 'vat', sets: ['entries.vat.domestic'] },
  ];
  return { id: 'acme-books', title, description: title, tags: ['test'], settings, flow: acmeFlow() };
}
