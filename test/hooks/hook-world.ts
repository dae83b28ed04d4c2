import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import pino from 'pino';
import { type Receiver, startReceiver } from '#nodes/http-target/testing/receiver.ts';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import type { Caller } from '#server/auth/caller.ts';
import { HEADLESS_WORKSPACE } from '#server/cli/headless-flow.ts';
import { hook } from '#server/db/schema/index.ts';
import { readAutomation, switchFlow } from '#server/hooks/automation.ts';
import { createHookReceiver } from '#server/hooks/receive-call.ts';
import { serveHooks } from '#server/http/routes/hooks.ts';
import type { EngineServices } from '#server/jobs/services.ts';
import { startWorker, type Worker } from '#server/jobs/worker.ts';
import { EngineHarness } from '../engine/harness.ts';
import { toTarget } from '../engine/target-flow.ts';

export const EDITOR: Caller = { userId: 'somebody', workspaceId: HEADLESS_WORKSPACE, role: 'editor' };

/** The engine with its address for webhooks on loopback, and a fake shop that calls it. */
export class HookWorld {
  readonly engine: EngineHarness;
  readonly services: EngineServices;
  readonly shop: FakeShop;
  /** Books whatever it is sent, as often as it is sent. */
  readonly books: Receiver;
  readonly address: string;
  readonly #server: Server;
  #worker: Worker | null = null;

  private constructor(
    engine: EngineHarness,
    services: EngineServices,
    shop: FakeShop,
    books: Receiver,
    server: Server,
  ) {
    this.engine = engine;
    this.services = services;
    this.shop = shop;
    this.books = books;
    this.#server = server;
    this.address = services.config.publicUrl ?? '';
  }

  static async open(options: { readonly now?: () => Date } = {}): Promise<HookWorld> {
    const engine = await EngineHarness.create();
    const { registry, vault } = engine.services;
    const log = pino({ level: 'silent' });
    const { sql: connection } = engine.database;
    const front = serveHooks(createHookReceiver({ sql: connection, registry, vault, log, ...options }));
    const server = createServer((request, response) => {
      if (!front(request, response)) response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const services = { ...engine.services, config: { allowPrivateNetwork: true, publicUrl } };
    const shop = await startFakeShop({ shop: shopOf([]) });
    const books = await startReceiver({ manner: 'nothing' });
    return new HookWorld(engine, services, shop, books, server);
  }

  async close(): Promise<void> {
    await this.#worker?.stop();
    await this.shop.close();
    await this.books.close();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
    await this.engine.database.drop();
  }

  async startWorker(): Promise<void> {
    this.#worker = await startWorker(this.services, this.engine.database.url);
  }

  /** Publishes a flow of the shop and switches it on. */
  async switchOn(definition?: FlowDefinition): Promise<string> {
    const flow = definition ?? toTarget(this.engine.template('woocommerce-fec', {}), 'nothing');
    const { fields, secrets } = this.books;
    const others = { books: { type: 'http-target', fields: { ...fields, ...secrets } } };
    const flowId = await this.engine.publishFlow(flow, this.shop, others);
    await switchFlow(this.services, EDITOR, flowId, true);
    return flowId;
  }

  automation(flowId: string) {
    return readAutomation(this.services, EDITOR, flowId);
  }

  async hookOf(flowId: string) {
    const [row] = await this.services.db.select().from(hook).where(eq(hook.flowId, flowId));
    if (!row) throw new Error('the flow has no hook');
    return row;
  }

  /** Somebody buys something: the shop has one more order, and will tell of it. */
  buy(id: number, changes: Readonly<Record<string, unknown>> = {}): void {
    const { order } = recordedCase('prices-incl__nl-oss');
    const modified = new Date().toISOString().slice(0, 19);
    this.shop.shop.orders.push({ ...order, id, number: String(id), date_modified_gmt: modified, ...changes });
    this.shop.hooks.tell('order.created', id);
  }

  /** The order changes in a way that bookkeeping does not mind. */
  touch(id: number): void {
    const at = this.shop.shop.orders.findIndex((order) => order['id'] === id);
    const order = this.shop.shop.orders[at];
    if (order) this.shop.shop.orders[at] = { ...order, status: 'completed' };
    this.shop.hooks.tell('order.updated', id);
  }

  /** Until every delivery is taken up and every run is over. */
  async settled(flowId: string): Promise<void> {
    for (;;) {
      const [open] = await this.services.db.execute<{ count: number }>(sql`
        select (select count(*) from run where flow_id = ${flowId} and status in ('queued', 'running'))::int
          + (select count(*) from hook_event e join hook h on h.id = e.hook_id
             where h.flow_id = ${flowId} and e.run_id is null)::int as count`);
      if (open?.count === 0) return;
      await sleep(50);
    }
  }

  async runs(flowId: string): Promise<{ id: string; status: string; trigger: string }[]> {
    return [
      ...(await this.services.db.execute<{ id: string; status: string; trigger: string }>(sql`
      select id, status, trigger from run where flow_id = ${flowId} order by id`)),
    ];
  }

  /** How often each entry was booked, by its journal and piece number. */
  bookedTimes(): Map<string, number> {
    const times = new Map<string, number>();
    for (const { body } of this.books.bookings) {
      const { journal, pieceNumber } = JSON.parse(body) as { journal: string; pieceNumber: string };
      const name = `${journal} ${pieceNumber}`;
      times.set(name, (times.get(name) ?? 0) + 1);
    }
    return times;
  }

  /** How often each sale is posted, by the number of its order. */
  async postedTimes(flowId: string): Promise<Map<string, number>> {
    const rows = await this.services.db.execute<{ key: string; count: number }>(sql`
      select source_document as key, count(*)::int as count from posting
      where flow_id = ${flowId} and status = 'posted' and kind = 'sale' group by 1`);
    return new Map(rows.map(({ key, count }) => [key.slice(key.lastIndexOf(':') + 1), count]));
  }
}

/** Waits until the check says so; its time is the test's own. */
export async function until(check: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await check())) await sleep(25);
}
