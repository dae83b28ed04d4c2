import { startWorker } from '#server/jobs/worker.ts';
import { openBenchEngine } from './bench-engine.ts';

/* A worker in a process of its own, until it is told to stop: BENCH_URL names the database, BENCH_KEY seals its secrets,
   BENCH_CONCURRENCY says how many runs it takes at once. */
const url = process.env['BENCH_URL'] ?? '';
const engine = await openBenchEngine(url, Buffer.from(process.env['BENCH_KEY'] ?? '', 'base64'));
const concurrency = Number(process.env['BENCH_CONCURRENCY'] ?? '4');
const worker = await startWorker(engine.services, url, { concurrency });
process.stdout.write('ready\n');
await new Promise((resolve) => process.once('SIGTERM', resolve));
await worker.stop();
await engine.database.close();
