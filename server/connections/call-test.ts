import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { ConnectionReport, ConnectionType } from '#nodes/kit/connection-type.ts';
import type { ConnectionAccess, StepLog } from '#nodes/kit/context.ts';
import { createHttpClient } from '#nodes/kit/http-client.ts';
import { createNetworkGuard } from '#nodes/kit/network.ts';
import { createRedactor, type Redactor, redactMessage } from '#nodes/kit/redact.ts';
import type { ConnectionTest } from '#schemas/api/connections.ts';
import { PasserelleError } from '#schemas/errors.ts';
import type { Message } from '#schemas/messages.ts';
import { connectionMessages } from './connection-messages.ts';

const LONGEST_TEST_SECONDS = 45;

/** A test leaves no step log: its findings are shown, its requests are not kept. */
const SILENT: StepLog = {
  debug: () => undefined,
  info: () => undefined,
  warning: () => undefined,
  error: () => undefined,
};

function presentReport(report: ConnectionReport, redact: Redactor): ConnectionTest {
  const confirm = Object.entries(report.confirm ?? {}).map(([name, { value, question }]) => [
    name,
    { value, question: redactMessage(question, redact) },
  ]);
  const findings = report.findings.map((finding) => redactMessage(finding, redact));
  return { ok: true, findings, problem: null, confirm: Object.fromEntries(confirm) };
}

function describeFailure(error: unknown, signal: AbortSignal, redact: Redactor, log: Logger): Message {
  if (error instanceof PasserelleError) return redactMessage(error.detail, redact);
  if (signal.aborted) return connectionMessages.build.test_too_slow({ seconds: String(LONGEST_TEST_SECONDS) });
  const reference = randomUUID();
  const shown = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log.error({ reference, error: redact(shown) }, 'connection test broke');
  return connectionMessages.build.test_broke({ reference });
}

export interface TestServices {
  readonly log: Logger;
  /** Whether the system may stand in a private network: by the installation's setting, or because it is our demo. */
  readonly allowPrivate: boolean;
}

/** Calls a system with credentials, reading only. Never throws for what the system does; nothing it returns or logs holds a secret. */
export async function callTest(
  type: ConnectionType,
  access: ConnectionAccess,
  { log, allowPrivate }: TestServices,
): Promise<ConnectionTest> {
  const secrets = Object.values(access.secrets);
  const redact = createRedactor(secrets);
  const network = createNetworkGuard({ allowPrivate });
  const signal = AbortSignal.timeout(LONGEST_TEST_SECONDS * 1000);
  const http = createHttpClient({ network, log: SILENT, signal, secrets });
  try {
    const context = { http, network, log: SILENT, signal, now: () => new Date(), connection: access };
    return presentReport(await type.test(context), redact);
  } catch (error) {
    return { ok: false, findings: [], problem: describeFailure(error, signal, redact, log), confirm: {} };
  } finally {
    await http.close();
  }
}
