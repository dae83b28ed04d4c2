import type { Manner } from '#nodes/http-target/testing/ledger.ts';
import type { FlowDefinition } from '#schemas/flow.ts';

/** The template's flow with its file replaced by a receiver that takes the entries one by one. */
export function toTarget(
  template: FlowDefinition,
  recognises: Manner,
  extra: Readonly<Record<string, unknown>> = {},
): FlowDefinition {
  const { orders, entries, start } = template.nodes;
  if (!orders || !entries || !start) throw new Error('the template has changed');
  const books = {
    type: 'http-target',
    version: 1,
    connection: 'books',
    config: { recognises, timeoutSeconds: 1, settleSeconds: 0, ...extra },
  };
  return {
    ...template,
    connections: { ...template.connections, books: { type: 'http-target' } },
    nodes: { start, orders, entries, books },
    edges: [
      ...template.edges.filter(({ from, to }) => from.node === 'orders' && to.node === 'entries'),
      { from: { node: 'entries', port: 'entries' }, to: { node: 'books', port: 'journal-entry' } },
    ],
    layout: { nodes: {}, notes: [] },
  };
}
