import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';
import { join } from 'node:path';
import { serve as listen } from '@hono/node-server';
import { SettingsError } from '#schemas/errors.ts';
import { buildUi } from './build-ui.ts';
import { type Config, loadConfig } from './config.ts';
import { restoreDemos } from './connections/demos.ts';
import { createApp } from './http/app.ts';
import { createAppDeps } from './http/app-deps.ts';
import { type Front, serveHooks } from './http/routes/hooks.ts';
import { PATIENT_RETRIES_MS } from './jobs/services.ts';
import { startWorker, type Worker } from './jobs/worker.ts';
import { releaseDeadWorkers } from './jobs/worker-registry.ts';
import { serverMessages } from './messages.ts';
import { enqueueHousekeeping } from './retention/housekeeping.ts';
import { engineServices, openServices, type Services } from './services.ts';

const UI_FOLDER = join(import.meta.dirname, '..', 'ui', 'dist');

function version(): string {
  const { version: text } = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  return text;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function refusedToListen(config: Config, error: NodeJS.ErrnoException): SettingsError {
  const { host } = config;
  const port = String(config.port);
  if (error.code === 'EADDRINUSE') {
    const other = String(config.port + 1);
    return new SettingsError(serverMessages.build.port_taken({ host, port, other }), { cause: error });
  }
  const detail = error.code ?? error.message;
  return new SettingsError(serverMessages.build.host_unusable({ host, port, detail }), { cause: error });
}

/** The second part carries the socket: sign-in attempts are limited by the address that they come from. */
type Handle = (request: Request, socket: object) => Response | Promise<Response>;

/** A server that shows each request to the front first. */
function createFronted(front: Front): typeof createServer {
  return ((options: ServerOptions, application: RequestListener) =>
    createServer(options, (request, response) => {
      if (!front(request, response)) application(request, response);
    })) as typeof createServer;
}

/** Takes the port before anything slow or lasting is done: a taken one should be known at once. */
async function takePort(config: Config, fetch: Handle, front: Front): Promise<Server> {
  return new Promise((resolve, reject) => {
    const createServer = createFronted(front);
    const options = { fetch, hostname: config.host, port: config.port, createServer };
    const server = listen(options, () => resolve(server as Server));
    server.on('error', (error: NodeJS.ErrnoException) => reject(refusedToListen(config, error)));
  });
}

function untilSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal));
  });
}

/** A second Ctrl-C means "now". */
function exitOnSecondSignal(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}

function shownAddress(config: Config): string {
  const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host;
  return `http://${host.includes(':') ? `[${host}]` : host}:${config.port}`;
}

/**
 * Serves the product and runs a worker until Ctrl-C or SIGTERM, then lets the batch in hand finish.
 *
 * @returns the exit code
 * @throws SettingsError with a remedy when it cannot start
 */
export async function serve(): Promise<number> {
  const config = await loadConfig();
  let handle: Handle = () => new Response('Passerelle is starting …', { status: 503, headers: { 'retry-after': '2' } });
  let front: Front = () => false;
  const server = await takePort(
    config,
    (request, socket) => handle(request, socket),
    (request, response) => front(request, response),
  );
  const stops: (() => Promise<void>)[] = [() => closeServer(server)];
  const stopAll = async () => {
    for (const stop of stops.splice(0)) await stop();
  };
  const signalled = untilSignal();
  try {
    await buildUi(say);
    const services = await openServices({ config, clusterFolder: join(config.dataFolder, 'postgres') });
    stops.splice(1, 0, services.close);
    const { database, registry, templates, logger: log } = services;
    const deps = await createAppDeps({
      database,
      registry,
      config,
      log,
      version: version(),
      uiFolder: UI_FOLDER,
      templates,
      ...(config.databaseUrl ? {} : { dataFolder: config.dataFolder }),
    });
    await restoreDemos(deps);
    stops.splice(1, 0, deps.demos.close, deps.events.close);
    // Nobody else can be working on the embedded database: whoever is still registered there was killed.
    if (!config.databaseUrl) await releaseDeadWorkers(database.db, 0);
    await enqueueHousekeeping(database.db, false);
    const worker: Worker = await startWorker(engineServices(services, PATIENT_RETRIES_MS), database.url);
    stops.splice(1, 0, worker.stop);
    const app = createApp(deps);
    handle = (request, socket) => app.fetch(request, socket);
    front = serveHooks(deps.hooks, config);
    say(`Passerelle ${version()} is ready: ${shownAddress(config)}`);
    say(config.databaseUrl ? 'Data: the PostgreSQL of DATABASE_URL' : `Data: ${config.dataFolder}`);
    say('Stop with Ctrl-C.');
    await signalled;
    exitOnSecondSignal();
    say('Stopping …');
    return 0;
  } finally {
    await stopAll();
  }
}

/** Only a worker, on a database that a server elsewhere uses too; the way to more throughput. */
export async function work(): Promise<number> {
  const config = await loadConfig();
  if (!config.databaseUrl) throw new SettingsError(serverMessages.build.worker_needs_database());
  const services: Services = await openServices({ config, clusterFolder: join(config.dataFolder, 'postgres') });
  const worker = await startWorker(engineServices(services, PATIENT_RETRIES_MS), services.database.url);
  say('Worker started. Stop with Ctrl-C.');
  try {
    await untilSignal();
    say('Stopping …');
    return 0;
  } finally {
    await worker.stop();
    await services.close();
  }
}
