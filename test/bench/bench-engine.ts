import { randomBytes } from 'node:crypto';
import pino from 'pino';
import { loadRegistry, type Registry, registryOf } from '#nodes/kit/registry.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import { publishHeadless } from '#server/cli/headless-flow.ts';
import { type OpenDatabase, openDatabase } from '#server/db/database.ts';
import type { EngineServices } from '#server/jobs/services.ts';
import { loadTemplates } from '#server/templates/load-templates.ts';
import { findTemplate, instantiate } from '#server/templates/templates.ts';
import { createVault } from '#server/vault/vault.ts';
import { benchConnector } from './orders-source.ts';

export interface BenchEngine {
  readonly database: OpenDatabase;
  readonly registry: Registry;
  readonly services: EngineServices;
  readonly publish: (
    definition: FlowDefinition,
    connections?: Readonly<Record<string, { type: string; fields: Record<string, unknown> }>>,
  ) => Promise<string>;
}

/** The engine on a database, with the bench's source beside the connectors. */
export async function openBenchEngine(url: string, secretKey = randomBytes(32)): Promise<BenchEngine> {
  const database = openDatabase(url);
  const { connectors } = await loadRegistry();
  const registry = registryOf([...connectors, benchConnector]);
  const vault = createVault(secretKey);
  const services: EngineServices = {
    db: database.db,
    registry,
    vault,
    config: { allowPrivateNetwork: true },
    logger: pino({ level: 'error' }, pino.destination(2)),
    retryDelaysMs: [1_000, 1_000, 1_000],
    now: () => new Date(),
  };
  return {
    database,
    registry,
    services,
    publish: (definition, connections = {}) => publishHeadless({ database, registry, vault }, definition, connections),
  };
}

/** The template of a FEC file, fed by the bench's source. */
export async function fileFlow(registry: Registry, orders: number): Promise<FlowDefinition> {
  const templates = await loadTemplates(registry);
  const settings = { chart: 'be-pcmn', homeCountry: 'BE', siren: '552100554' };
  const flow = instantiate(findTemplate(templates, 'woocommerce-fec'), settings);
  const { start, entries, file, download } = flow.nodes;
  if (!start || !entries || !file || !download) throw new Error('the template has changed');
  const source = { type: 'bench-orders', version: 1, config: { orders } };
  return {
    ...flow,
    name: `bench ${orders} orders`,
    connections: {},
    nodes: { start, orders: source, entries, file, download },
    edges: [
      { from: { node: 'orders', port: 'documents' }, to: { node: 'entries', port: 'documents' } },
      { from: { node: 'entries', port: 'entries' }, to: { node: 'file', port: 'entries' } },
      { from: { node: 'file', port: 'file' }, to: { node: 'download', port: 'file' } },
    ],
    layout: { nodes: {}, notes: [] },
  };
}
