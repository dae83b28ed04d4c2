// Starts a connector: npx node scripts/new-connector.ts my-shop  (see docs/connectors.md)
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SKELETON = join(import.meta.dirname, 'connector-skeleton');
const NODES = join(import.meta.dirname, '..', 'nodes');

function titleOf(id: string): string {
  return id.replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => `${dash && ' '}${letter.toUpperCase()}`);
}

/**
 * Copies the skeleton, a small connector that passes every check, under its new name.
 *
 * @param id lower-case words with dashes: folder name, id of the connector and first part of its ids
 * @param nodesFolder where connectors live
 * @returns the new folder
 * @throws Error when the id is not fit for one, or taken
 */
export function createConnector(id: string, nodesFolder = NODES): string {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) || id === 'kit') {
    throw new Error(`"${id}" cannot name a connector: take lower-case words with dashes, such as "my-shop"`);
  }
  const folder = join(nodesFolder, id);
  if (existsSync(folder)) throw new Error(`${folder} exists already`);
  cpSync(SKELETON, folder, { recursive: true });
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const text = readFileSync(path, 'utf8').replaceAll('Acme', titleOf(id)).replaceAll('acme', id);
    writeFileSync(path, text);
    renameSync(path, join(entry.parentPath, entry.name.replace('acme', id)));
  }
  return folder;
}

if (import.meta.main) {
  try {
    console.log(`${createConnector(process.argv[2] ?? '')} is ready: see docs/connectors.md for what comes next.`);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 2;
  }
}
