import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { MessageCatalogue } from '#schemas/messages.ts';
import type { ConnectionType } from './connection-type.ts';
import type { Connector, DemoServer } from './connector.ts';
import { kitMessages } from './messages.ts';
import type { NodeType } from './node-type.ts';

/** Everything that the folders under nodes/ declare. */
export interface Registry {
  readonly connectors: readonly Connector[];
  readonly nodeTypes: ReadonlyMap<string, NodeType>;
  readonly connectionTypes: ReadonlyMap<string, ConnectionType>;
  readonly demos: ReadonlyMap<string, DemoServer>;
  readonly messages: MessageCatalogue;
}

const NODES_FOLDER = join(import.meta.dirname, '..');

/** Folders under nodes/ that hold a connector. Being there is the registration. */
export async function connectorFolders(folder = NODES_FOLDER): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && entry.name !== 'kit')
    .map((entry) => entry.name)
    .sort();
}

function addOnce<T>(map: Map<string, T>, id: string, value: T, what: string): void {
  if (map.has(id)) throw new Error(`two folders under nodes/ declare the ${what} "${id}"`);
  map.set(id, value);
}

export function registryOf(connectors: readonly Connector[]): Registry {
  const nodeTypes = new Map<string, NodeType>();
  const connectionTypes = new Map<string, ConnectionType>();
  const demos = new Map<string, DemoServer>();
  let messages: MessageCatalogue = kitMessages;
  for (const connector of connectors) {
    for (const type of connector.nodeTypes) {
      addOnce(nodeTypes, type.id, type, 'node type');
      messages = { ...messages, ...type.messages };
    }
    for (const type of connector.connectionTypes) {
      addOnce(connectionTypes, type.id, type, 'connection type');
      messages = { ...messages, ...type.messages };
    }
    if (connector.demo) addOnce(demos, connector.demo.connection, connector.demo, 'demo');
  }
  return { connectors, nodeTypes, connectionTypes, demos, messages };
}

/** Reads the folder names and imports each folder's index.ts. */
export async function loadRegistry(folder = NODES_FOLDER): Promise<Registry> {
  const names = await connectorFolders(folder);
  const connectors = await Promise.all(
    names.map(async (name) => {
      const module = (await import(pathToFileURL(join(folder, name, 'index.ts')).href)) as { connector?: Connector };
      if (!module.connector) throw new Error(`nodes/${name}/index.ts does not export "connector"`);
      return module.connector;
    }),
  );
  return registryOf(connectors);
}
