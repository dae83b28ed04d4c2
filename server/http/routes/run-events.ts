import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { RUN_EVENT, type Run } from '#schemas/api/runs.ts';
import { idParam } from '#schemas/api/shared.ts';
import { isFinished } from '#schemas/outcome.ts';
import { identify } from '../../auth/caller.ts';
import { readRun } from '../../runs/read-run.ts';
import type { AppDeps } from '../app-deps.ts';
import { readPart } from '../describe-issues.ts';
import { type ApiRoom, callerOf } from '../implement.ts';

const KEEP_ALIVE_MS = 15_000;
const SHORTEST_PAUSE_MS = 334;
/** A run of a hundred thousand documents takes longer to count: then it is shown less often. */
const PAUSE_PER_READING = 4;

/** A bell that rings once for any number of changes until somebody has waited for it. */
function createBell() {
  let rung = false;
  let wake: () => void = () => undefined;
  const ring = () => {
    rung = true;
    wake();
  };
  /** Resolves true when it rang, false when the time was up. */
  const heard = async (ms: number): Promise<boolean> => {
    if (!rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    const answer = rung;
    rung = false;
    return answer;
  };
  return { ring, heard };
}

type Bell = ReturnType<typeof createBell>;

async function sendChanges(stream: SSEStreamingApi, bell: Bell, closing: AbortSignal, read: () => Promise<Run | null>) {
  let shown = '';
  while (!stream.aborted && !stream.closed && !closing.aborted) {
    const started = performance.now();
    const run = await read();
    if (run === null) return;
    const data = JSON.stringify(run);
    if (data !== shown) await stream.writeSSE({ event: RUN_EVENT, data });
    else await stream.write(': still here\n\n');
    shown = data;
    if (isFinished(run.status)) return;
    await stream.sleep(Math.max(SHORTEST_PAUSE_MS, (performance.now() - started) * PAUSE_PER_READING));
    await bell.heard(KEEP_ALIVE_MS);
  }
}

async function follow(stream: SSEStreamingApi, { events }: AppDeps, runId: string, read: () => Promise<Run | null>) {
  const bell = createBell();
  stream.onAbort(bell.ring);
  const stop = await events.watch(runId, bell.ring);
  try {
    await sendChanges(stream, bell, events.closing, read);
  } finally {
    stop();
  }
}

/** GET /api/runs/{id}/events: the run at once, then whenever it changed, until it is finished or the session ends. */
export function serveRunEvents({ app, deps }: ApiRoom): void {
  app.get('/api/runs/:id/events', async (c) => {
    const caller = await callerOf(c, deps, 'viewer');
    const { id } = readPart(idParam, c.req.param(), 'params');
    await readRun(deps.db, caller, id);
    // A stream outlives the request that was allowed: whoever signed out, or left the workspace, sees no more of it.
    const read = async () => {
      const found = await identify(deps.db, deps.auth, c.req.raw.headers);
      return found?.workspace?.id === caller.workspaceId ? readRun(deps.db, caller, id) : null;
    };
    c.header('cache-control', 'no-store');
    // nginx would hold the events back until a buffer is full.
    c.header('x-accel-buffering', 'no');
    return streamSSE(
      c,
      (stream) => follow(stream, deps, id, read),
      async (error) => {
        deps.log.error({ err: error, runId: id }, 'event stream broke');
      },
    );
  });
}
