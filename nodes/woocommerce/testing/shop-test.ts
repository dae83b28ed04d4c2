import type { SourceContext, StepLog } from '#nodes/kit/context.ts';
import { createHttpClient } from '#nodes/kit/http-client.ts';
import { createNetworkGuard } from '#nodes/kit/network.ts';
import type { Json, SourceItem } from '#nodes/kit/node-type.ts';
import type { FakeServer } from '#nodes/kit/testing.ts';
import type { SalesConfig } from '../config.ts';
import { readSales } from '../read-sales.ts';

export const DEFAULT_CONFIG: SalesConfig = {
  dateAxis: 'paid',
  statuses: ['processing', 'completed', 'refunded'],
  creditNotes: true,
  perPage: 50,
  vatNumberKeys: [],
  productCategories: false,
};

export interface TestContext extends SourceContext<SalesConfig> {
  /** Everything that was logged, as one text. */
  readonly logged: () => string;
}

let connections = 0;

/** A source context against a fake shop, with the product's own HTTP client; waits between retries take no time. */
export function contextFor(
  fake: Pick<FakeServer, 'fields' | 'secrets'>,
  given: {
    config?: Partial<SalesConfig>;
    run?: Partial<SourceContext<SalesConfig>['run']>;
    allowPrivate?: boolean;
  } = {},
): TestContext {
  const lines: unknown[] = [];
  const write = (...line: unknown[]) => {
    lines.push(line);
  };
  const log: StepLog = { debug: write, info: write, warning: write, error: write };
  const network = createNetworkGuard({ allowPrivate: given.allowPrivate ?? true });
  const { signal } = new AbortController();
  const secrets = Object.values(fake.secrets);
  const http = createHttpClient({ network, log, signal, secrets, sleep: async () => undefined });
  connections += 1;
  return {
    http,
    network,
    log,
    signal,
    now: () => new Date(),
    config: { ...DEFAULT_CONFIG, ...given.config },
    connection: { id: `connection-${connections}`, type: 'woocommerce', fields: fake.fields, secrets: fake.secrets },
    run: { runId: 'run-1', flowName: 'Test', zone: 'Europe/Brussels', period: null, dryRun: true, ...given.run },
    logged: () => JSON.stringify(lines),
  };
}

/** Reads to the end; `between` runs after each page. */
export async function readAll(
  context: TestContext,
  between: (page: number) => void = () => undefined,
): Promise<SourceItem[]> {
  const items: SourceItem[] = [];
  let cursor: Json = null;
  for (let page = 1; page < 200; page += 1) {
    const result = await readSales(context, cursor);
    items.push(...result.items);
    if (result.next === null) return items;
    cursor = result.next;
    between(page);
  }
  throw new Error('the reading does not end');
}
