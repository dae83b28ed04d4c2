import type { ConnectionType } from './connection-type.ts';
import type { NodeType } from './node-type.ts';

/** A demo system that the product can start by itself, clearly named as such. */
export interface DemoServer {
  /** Starts on loopback and returns how to connect to it. */
  readonly start: () => Promise<{
    readonly fields: Readonly<Record<string, unknown>>;
    readonly secrets: Readonly<Record<string, string>>;
    readonly close: () => Promise<void>;
  }>;
  /** Id of the connection type it stands for. */
  readonly connection: string;
}

/** What a folder under nodes/ brings: exported as `connector` by its index.ts, and found by being there. */
export interface Connector {
  readonly id: string;
  readonly nodeTypes: readonly NodeType[];
  readonly connectionTypes: readonly ConnectionType[];
  readonly demo?: DemoServer;
}

export function defineConnector(connector: Connector): Connector {
  return connector;
}
