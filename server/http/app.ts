import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { answerError } from './answer-error.ts';
import type { AppDeps } from './app-deps.ts';
import { guardWrites } from './guard-writes.ts';
import type { ApiRoom } from './implement.ts';
import { httpApiMessages } from './messages.ts';
import { Refusal } from './refusal.ts';
import { serveApiKeys } from './routes/api-keys.ts';
import { serveAuth } from './routes/auth.ts';
import { serveAutomation } from './routes/automation.ts';
import { serveBooks } from './routes/books.ts';
import { serveCatalogue } from './routes/catalogue.ts';
import { serveClosedPeriods } from './routes/closed-periods.ts';
import { serveConnections } from './routes/connections.ts';
import { serveControls } from './routes/controls.ts';
import { serveCustomers } from './routes/customers.ts';
import { serveEntriesCsv } from './routes/entries-csv.ts';
import { serveFiles } from './routes/files.ts';
import { serveFlows } from './routes/flows.ts';
import { serveFollows } from './routes/follows.ts';
import { serveHealth } from './routes/health.ts';
import { serveHolds } from './routes/holds.ts';
import { serveLabelExamples } from './routes/label-examples.ts';
import { serveLists } from './routes/lists.ts';
import { serveLiveness } from './routes/liveness.ts';
import { serveMappings } from './routes/mappings.ts';
import { servePostings } from './routes/postings.ts';
import { serveReplays } from './routes/replays.ts';
import { serveRetention } from './routes/retention.ts';
import { serveRunEvents } from './routes/run-events.ts';
import { serveRuns } from './routes/runs.ts';
import { serveSchedules } from './routes/schedules.ts';
import { serveSession } from './routes/session.ts';
import { serveTriggers } from './routes/triggers.ts';
import { serveVatReturn } from './routes/vat-return.ts';
import { serveUi, uiHeaders } from './serve-ui.ts';

const LARGEST_BODY_MB = 5;

function protect({ app, deps }: ApiRoom): void {
  app.use(uiHeaders);
  app.use('/api/*', guardWrites(deps.config.host));
  const tooLarge = () => {
    throw new Refusal(413, httpApiMessages.build.body_too_large({ megabytes: String(LARGEST_BODY_MB) }));
  };
  app.use('/api/*', bodyLimit({ maxSize: LARGEST_BODY_MB * 1024 * 1024, onError: tooLarge }));
}

function serveApi(room: ApiRoom): void {
  const { app, deps } = room;
  serveLiveness(room);
  serveAuth(room);
  serveSession(room);
  serveCatalogue(room);
  serveConnections(room);
  serveCustomers(room);
  serveFlows(room);
  serveRuns(room);
  serveSchedules(room);
  servePostings(room);
  serveReplays(room);
  serveBooks(room);
  serveRunEvents(room);
  serveHolds(room);
  serveClosedPeriods(room);
  serveControls(room);
  serveHealth(room);
  serveRetention(room);
  serveFiles(room);
  serveEntriesCsv(room);
  serveApiKeys(room);
  serveFollows(room);
  serveTriggers(room);
  serveAutomation(room);
  serveMappings(room);
  serveVatReturn(room);
  serveLabelExamples(room);
  serveLists(room);
  app.openAPIRegistry.registerComponent('securitySchemes', 'apiKey', { type: 'http', scheme: 'bearer' });
  app.doc31('/api/openapi.json', { openapi: '3.1.0', info: { title: 'Passerelle', version: deps.version } });
  app.all('/api/*', (c) => {
    throw new Refusal(404, httpApiMessages.build.no_such_address({ path: c.req.path }));
  });
}

/**
 * The whole HTTP side as one Hono application: the API under /api, the UI everywhere else.
 *
 * @example
 * const app = createApp(await createAppDeps({ database, registry, config, log, version, uiFolder }));
 * serve({ fetch: app.fetch, port: config.port, hostname: config.host });
 */
export function createApp(deps: AppDeps): OpenAPIHono {
  const app = new OpenAPIHono();
  const room: ApiRoom = { app, deps };
  app.onError((error, c) => answerError(c, error, deps.log));
  protect(room);
  serveApi(room);
  serveUi(room);
  return app;
}
