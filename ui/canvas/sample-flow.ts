import type { NodeTypeInfo } from '#schemas/api/catalogue.ts';
import type { DocumentKind } from '#schemas/documents/index.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import type { CanvasDocument } from './document.ts';

/** A small flow and its node types, for the tests of this folder. */
function nodeType(
  id: string,
  kind: NodeTypeInfo['kind'],
  inputs: readonly DocumentKind[],
  outputs: readonly DocumentKind[],
  connection: string | null = null,
): NodeTypeInfo {
  const title = { en: id, fr: id, nl: id };
  const port = (portKind: DocumentKind) => ({ id: portKind, kind: portKind });
  return {
    id,
    version: 1,
    kind,
    texts: { title, description: title, fields: { en: {}, fr: {}, nl: {} } },
    icon: 'box',
    inputs: inputs.map(port),
    outputs: outputs.map(port),
    config: { type: 'object', properties: {} },
    connection,
  };
}

export const sampleTypes = new Map(
  [
    nodeType('orders', 'source', [], ['sales-document'], 'shop'),
    nodeType('entries', 'map', ['sales-document'], ['journal-entry']),
    nodeType('check', 'review', ['journal-entry'], ['journal-entry']),
    nodeType('text-file', 'render', ['journal-entry'], ['file']),
    nodeType('upload', 'deliver', ['file'], [], 'sftp'),
  ].map((type) => [type.id, type]),
);

const edge = (from: string, to: string, port: string) => ({ from: { node: from, port }, to: { node: to, port } });

export const sampleDefinition: FlowDefinition = {
  format: 'passerelle.flow/1',
  name: 'Ventes du web',
  description: '',
  zone: 'Europe/Brussels',
  connections: { shop: { type: 'shop' }, sftp: { type: 'sftp' } },
  nodes: {
    orders: { type: 'orders', version: 1, connection: 'shop', config: { statuses: ['completed'] } },
    entries: { type: 'entries', version: 1, title: 'Écritures', config: { vat: { domestic: '21' } } },
    check: { type: 'check', version: 1, config: {} },
    'text-file': { type: 'text-file', version: 1, config: {} },
    upload: { type: 'upload', version: 1, connection: 'sftp', config: {} },
  },
  edges: [
    edge('orders', 'entries', 'sales-document'),
    edge('entries', 'check', 'journal-entry'),
    edge('check', 'text-file', 'journal-entry'),
    edge('text-file', 'upload', 'file'),
  ],
  layout: {
    nodes: { orders: { x: 0, y: 0 }, entries: { x: 320, y: 0 }, check: { x: 640, y: 0 } },
    notes: [{ id: 'note', text: 'Vérifier la TVA', x: 0, y: 200, width: 200, height: 100 }],
  },
};

export const sampleDocument: CanvasDocument = {
  definition: sampleDefinition,
  bindings: { shop: '00000000-0000-4000-8000-000000000001' },
};
