import { createHash, createHmac } from 'node:crypto';
import type { Meddling } from '#nodes/kit/testing.ts';
import type { WebhookCall } from '#nodes/kit/webhook.ts';
import type { RawRecord, ShopData } from './shop-data.ts';

/** A registration as the shop keeps it. */
interface StoredWebhook {
  readonly id: number;
  name: string;
  topic: string;
  delivery_url: string;
  status: string;
  secret: string;
  failures: number;
}

interface Pending {
  readonly webhook: number;
  readonly orderId: number;
}

export interface Mishaps {
  /** Shares from 0 to 1. */
  readonly drop?: number;
  readonly double?: number;
  readonly shuffle?: boolean;
  /** From 0 to 1, like Math.random; fixed for a test that must fail twice alike. */
  readonly random?: () => number;
}

export interface Deliveries {
  /** Calls that should have been made. */
  readonly due: number;
  readonly dropped: number;
  readonly doubled: number;
  readonly accepted: number;
  readonly refused: number;
}

/** More than five failures in a row switch a webhook off; a failed call is never made again (WC_Webhook::failed_delivery). */
const MOST_FAILURES = 5;
const PATIENCE_MS = 10_000;

function shown(webhook: StoredWebhook): RawRecord {
  const { secret: _secret, failures: _failures, ...rest } = webhook;
  return rest;
}

function isAccepted(status: number): boolean {
  return status >= 200 && status <= 302;
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const order = items.map((item) => ({ item, at: random() }));
  return order.sort((a, b) => a.at - b.at).map(({ item }) => item);
}

const MEDDLERS: Readonly<Record<Meddling, (rows: StoredWebhook[], row: StoredWebhook) => void>> = {
  remove: (rows, row) => rows.splice(rows.indexOf(row), 1),
  'switch-off': (_rows, row) => {
    row.status = 'disabled';
  },
  'point-elsewhere': (_rows, row) => {
    row.delivery_url = 'https://elsewhere.example/';
  },
  double: (rows, row) => rows.push({ ...row, id: row.id + 1000 }),
};

/** The webhooks of a fake shop: registrations, and deliveries made when the test says so. */
export class FakeWebhooks {
  readonly rows: StoredWebhook[] = [];
  readonly #shop: ShopData;
  readonly #pending: Pending[] = [];
  #lastId = 0;

  constructor(shop: ShopData) {
    this.#shop = shop;
  }

  list(): RawRecord[] {
    return this.rows.map(shown);
  }

  async create(body: RawRecord): Promise<RawRecord> {
    this.#lastId += 1;
    const empty = { name: '', topic: '', delivery_url: '', status: 'active', secret: '', failures: 0 };
    const webhook: StoredWebhook = { id: this.#lastId, ...empty, ...this.#settable(body) };
    this.rows.push(webhook);
    await this.#ping(webhook);
    return shown(webhook);
  }

  async update(id: string, body: RawRecord): Promise<RawRecord | null> {
    const webhook = this.rows.find((row) => String(row.id) === id);
    if (!webhook) return null;
    Object.assign(webhook, this.#settable(body), { failures: 0 });
    await this.#ping(webhook);
    return shown(webhook);
  }

  remove(id: string): RawRecord | null {
    const at = this.rows.findIndex((row) => String(row.id) === id);
    const [removed] = at < 0 ? [] : this.rows.splice(at, 1);
    return removed ? shown(removed) : null;
  }

  /** Somebody in the shop's back office. */
  meddle(how: Meddling): void {
    const [row] = this.rows;
    if (!row) throw new Error('there is no registration to meddle with');
    MEDDLERS[how](this.rows, row);
  }

  /** A call about the first order that the shop has. */
  sample(secret: string): { call: WebhookCall; orderId: number } {
    const orderId = this.#shop.orders[0]?.['id'] as number;
    return { call: this.callFor({ id: 1, topic: 'order.updated', secret }, orderId, 0), orderId };
  }

  #settable(body: RawRecord): Partial<StoredWebhook> {
    const names = ['name', 'topic', 'delivery_url', 'status', 'secret'] as const;
    return Object.fromEntries(names.flatMap((name) => (body[name] === undefined ? [] : [[name, body[name]]])));
  }

  async #ping(webhook: StoredWebhook): Promise<void> {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    await this.#post(webhook.delivery_url, headers, `webhook_id=${webhook.id}`);
  }

  /** Something happened to an order: every active webhook of the topic will be called. */
  tell(topic: string, orderId: number): void {
    const concerned = this.rows.filter((row) => row.topic === topic && row.status === 'active');
    this.#pending.push(...concerned.map(({ id }) => ({ webhook: id, orderId })));
  }

  /** The call that a webhook makes of an order; an error object for an order that is gone, as WooCommerce does. */
  callFor(webhook: Pick<StoredWebhook, 'id' | 'topic' | 'secret'>, orderId: number, second: number): WebhookCall {
    const order = this.#shop.orders.find((one) => one['id'] === orderId);
    const gone = { code: 'woocommerce_rest_shop_order_invalid_id', message: 'Invalid ID.', data: { status: 404 } };
    const body = Buffer.from(JSON.stringify(order ?? gone), 'utf8');
    const [resource = '', event = ''] = webhook.topic.split('.');
    return {
      body,
      headers: {
        'content-type': 'application/json',
        'x-wc-webhook-topic': webhook.topic,
        'x-wc-webhook-resource': resource,
        'x-wc-webhook-event': event,
        'x-wc-webhook-signature': createHmac('sha256', webhook.secret).update(body).digest('base64'),
        'x-wc-webhook-id': String(webhook.id),
        // Two deliveries of one second share it.
        'x-wc-webhook-delivery-id': createHash('md5').update(`${webhook.id} ${second}`).digest('hex'),
      },
    };
  }

  /** Makes the calls that are due, with the mishaps asked for. */
  async deliver({ drop = 0, double = 0, shuffle = false, random = Math.random }: Mishaps = {}): Promise<Deliveries> {
    const due = this.#pending.splice(0);
    const kept = due.filter(() => random() >= drop);
    const sent = kept.flatMap((one) => (random() < double ? [one, one] : [one]));
    const counts = { accepted: 0, refused: 0 };
    for (const { webhook: id, orderId } of shuffle ? shuffled(sent, random) : sent) {
      const webhook = this.rows.find((row) => row.id === id);
      if (webhook?.status !== 'active') continue;
      const call = this.callFor(webhook, orderId, Math.floor(Date.now() / 1000));
      const status = await this.#post(webhook.delivery_url, call.headers, call.body);
      counts[isAccepted(status) ? 'accepted' : 'refused'] += 1;
      webhook.failures = isAccepted(status) ? 0 : webhook.failures + 1;
      if (webhook.failures > MOST_FAILURES) webhook.status = 'disabled';
    }
    return { due: due.length, dropped: due.length - kept.length, doubled: sent.length - kept.length, ...counts };
  }

  async #post(url: string, headers: Readonly<Record<string, string>>, body: string | Uint8Array): Promise<number> {
    const bytes = Buffer.from(body);
    const request = { method: 'POST', headers, body: bytes, signal: AbortSignal.timeout(PATIENCE_MS) };
    return fetch(url, { ...request, redirect: 'manual' }).then(
      (answer) => answer.status,
      () => 0,
    );
  }
}
