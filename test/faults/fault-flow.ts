import { connector as httpTarget } from '#nodes/http-target/index.ts';
import type { Manner } from '#nodes/http-target/testing/ledger.ts';
import { connector as journalEntry } from '#nodes/journal-entry/index.ts';
import { registryOf } from '#nodes/kit/registry.ts';
import { connector as manualTrigger } from '#nodes/manual-trigger/index.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import { soundShop } from './sound-shop.ts';

/** The real connectors of the flow beside the shop; the same in every process of a test. */
export const faultRegistry = registryOf([soundShop, manualTrigger, journalEntry, httpTarget]);

export interface FaultFlow {
  readonly name: string;
  readonly manner: Manner;
  readonly orders: number;
  readonly timeoutSeconds: number;
  readonly settleSeconds: number;
}

/** Orders of the sound shop, mapped to entries, each sent to a receiver by a call of its own. */
export function faultFlow({ name, manner, orders, timeoutSeconds, settleSeconds }: FaultFlow): FlowDefinition {
  const node = (type: string, config: Readonly<Record<string, unknown>> = {}) => ({ type, version: 1, config });
  const edge = (from: string, out: string, to: string, into: string) => ({
    from: { node: from, port: out },
    to: { node: to, port: into },
  });
  return {
    ...{ format: 'passerelle.flow/1', name, description: '', zone: 'Europe/Paris' },
    connections: { books: { type: 'http-target' } },
    nodes: {
      start: node('manual-trigger'),
      orders: node('sound-sales', { orders }),
      entries: node('journal-entry'),
      books: {
        ...node('http-target', { recognises: manner, timeoutSeconds, settleSeconds }),
        connection: 'books',
      },
    },
    edges: [edge('orders', 'sales', 'entries', 'documents'), edge('entries', 'entries', 'books', 'journal-entry')],
    layout: { nodes: {}, notes: [] },
  };
}
