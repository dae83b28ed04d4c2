import type { FlowDefinition } from '#schemas/flow.ts';

/** Two nodes: the end of another run is posted to an address. */
export function alertFlow(name: string): FlowDefinition {
  return {
    format: 'passerelle.flow/1',
    name,
    description: '',
    zone: 'Europe/Brussels',
    connections: { alert: { type: 'http-target' } },
    nodes: {
      start: { type: 'manual-trigger', version: 1, config: {} },
      ended: { type: 'run-notice', version: 1, config: {} },
      send: { type: 'http-target', version: 1, connection: 'alert', config: { recognises: 'key', timeoutSeconds: 2 } },
    },
    edges: [{ from: { node: 'ended', port: 'notice' }, to: { node: 'send', port: 'notice' } }],
    layout: { nodes: {}, notes: [] },
  };
}
