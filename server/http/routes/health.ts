import { healthEndpoints as endpoints, METRICS_PATH } from '#schemas/api/health.ts';
import { readHealth } from '../../health/read-health.ts';
import { writeMetrics } from '../../health/write-metrics.ts';
import { type ApiRoom, callerOf, implement } from '../implement.ts';

export function serveHealth(room: ApiRoom): void {
  const { app, deps } = room;
  implement(room, endpoints.getSystemHealth, ({ caller }) => readHealth(deps, caller, new Date()));
  app.get(METRICS_PATH, async (c) => {
    const caller = await callerOf(c, deps, 'viewer');
    c.header('content-type', 'text/plain; version=0.0.4; charset=utf-8');
    c.header('cache-control', 'no-store');
    return c.body(writeMetrics(await readHealth(deps, caller, new Date())));
  });
}
