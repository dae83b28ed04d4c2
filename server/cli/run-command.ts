import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { isFinished, type OutcomeCounts, type RunStatus } from '#schemas/outcome.ts';
import { loadConfig } from '../config.ts';
import { run } from '../db/schema/index.ts';
import { startRun } from '../jobs/control.ts';
import { IMPATIENT_RETRIES_MS } from '../jobs/services.ts';
import { startWorker } from '../jobs/worker.ts';
import { countRun } from '../runs/count-outcomes.ts';
import { engineServices, openServices, type Services } from '../services.ts';
import { HEADLESS_WORKSPACE, publishHeadless } from './headless-flow.ts';
import { makeOutFolder } from './out-folder.ts';
import { fromCaller, parsePeriod, readConnections, readFlow } from './read-input.ts';
import { writeOut } from './write-out.ts';

export interface RunOptions {
  readonly connections?: string;
  readonly settings?: string;
  readonly period?: string;
  readonly out?: string;
  readonly dryRun?: boolean;
}

export const EXIT = { done: 0, heldOrFailed: 1, usage: 2, runFailed: 3, interrupted: 130 } as const;
const INTERRUPTIONS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What goes wrong is printed as sentences at the end; the JSON log would say it twice. */
const logLevel = 'silent';

/**
 * Ctrl-C in the middle of a run leaves no database behind: it has the customers' sales in it.
 *
 * @param close ends the database, as far as it was started
 * @returns how to go back to usual manners
 */
function cleanUpWhenInterrupted(folder: string, close: () => Promise<void>): () => void {
  const leave = async () => {
    await close().catch(() => undefined);
    process.exit(EXIT.interrupted);
  };
  // A server that was still starting is stopped by its own exit hook, and may write for a moment longer.
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  for (const signal of INTERRUPTIONS) process.once(signal, leave);
  process.once('exit', remove);
  return () => {
    for (const signal of INTERRUPTIONS) process.off(signal, leave);
    process.off('exit', remove);
  };
}

/** Without DATABASE_URL, database and key live in a temporary folder and are gone afterwards. */
async function withServices<T>(work: (services: Services) => Promise<T>): Promise<T> {
  if (process.env['DATABASE_URL']) {
    const config = await loadConfig();
    const services = await openServices({ config, clusterFolder: join(config.dataFolder, 'postgres'), logLevel });
    return work(services).finally(services.close);
  }
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-run-'));
  let close: Services['close'] = async () => undefined;
  const release = cleanUpWhenInterrupted(folder, () => close());
  try {
    const throwAway = { PASSERELLE_DATA_DIR: folder, PASSERELLE_SECRET_KEY: randomBytes(32).toString('base64') };
    const config = await loadConfig({ ...process.env, ...throwAway });
    const services = await openServices({
      config,
      clusterFolder: join(folder, 'postgres'),
      disposable: true,
      logLevel,
    });
    close = services.close;
    return await work(services).finally(services.close);
  } finally {
    await rm(folder, { recursive: true, force: true });
    release();
  }
}

async function untilFinished(services: Services, runId: string): Promise<RunStatus> {
  for (;;) {
    const [row] = await services.database.db.select({ status: run.status }).from(run).where(eq(run.id, runId));
    if (!row || isFinished(row.status)) return row?.status ?? 'failed';
    await sleep(100);
  }
}

function report(status: RunStatus, counts: OutcomeCounts, out: string | undefined): void {
  const parts = (['posted', 'previewed', 'skipped', 'held', 'failed', 'pending'] as const)
    .filter((name) => counts[name] > 0)
    .map((name) => `${counts[name]} ${name}`);
  process.stdout.write(`${status}: ${counts.total} documents${parts.length > 0 ? ` (${parts.join(', ')})` : ''}\n`);
  if (out !== undefined) process.stdout.write(`written to ${out}\n`);
}

async function reportProblem(services: Services, runId: string): Promise<void> {
  const [row] = await services.database.db.select({ problem: run.problem }).from(run).where(eq(run.id, runId));
  if (!row?.problem) return;
  process.stderr.write(`${row.problem.text}${row.problem.remedy ? ` ${row.problem.remedy}` : ''}\n`);
}

function exitCode(status: RunStatus, counts: OutcomeCounts): number {
  if (status === 'failed' || status === 'cancelled') return EXIT.runFailed;
  return counts.held + counts.failed > 0 ? EXIT.heldOrFailed : EXIT.done;
}

/**
 * Runs a flow to its end without screen or server and writes what it left.
 *
 * @returns the exit code: 0 all done, 1 some documents held or failed, 3 the run failed
 * @throws UsageError (exit code 2) before anything is read from outside
 */
export async function runCommand(name: string, options: RunOptions): Promise<number> {
  const period = parsePeriod(options.period);
  const out = options.out === undefined ? undefined : fromCaller(options.out);
  return withServices(async (services) => {
    const { registry, templates, database } = services;
    const { flow, mappings } = await readFlow(name, options.settings, templates, registry);
    const connections = await readConnections(options.connections, flow, registry);
    if (out !== undefined) await makeOutFolder(out);
    const flowId = await publishHeadless(services, flow, connections, mappings);
    const worker = await startWorker(engineServices(services, IMPATIENT_RETRIES_MS), database.url, { concurrency: 1 });
    try {
      const runId = await startRun(database.db, registry, {
        workspaceId: HEADLESS_WORKSPACE,
        flowId,
        mode: options.dryRun ? 'dry' : 'live',
        period,
        trigger: 'cli',
        startedBy: null,
      });
      const status = await untilFinished(services, runId);
      const counts = await countRun(database.db, runId);
      if (out !== undefined) await writeOut(database.db, runId, out);
      report(status, counts, out);
      await reportProblem(services, runId);
      return exitCode(status, counts);
    } finally {
      await worker.stop();
    }
  });
}
