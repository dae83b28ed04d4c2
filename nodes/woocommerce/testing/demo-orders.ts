import { type Decimal, round } from '#schemas/money.ts';
import { dayIn, startOfDay } from '#schemas/period.ts';
import { composeOrder, type DemoOrder, writeLines } from './demo-order.ts';
import { composeRefund, refundSummary } from './demo-refunds.ts';
import { randomFrom, scenarioOf } from './demo-scenario.ts';
import type { RawRecord } from './shop-data.ts';

const SHOP_ZONE = 'Europe/Paris';
const DAYS = 75;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MOST_PER_DAY = 2;
const EPOCH_DAY = Date.UTC(2024, 0, 1) / DAY_MS;

interface Moments {
  readonly created: number;
  readonly paid: number | null;
  readonly completed: number | null;
  readonly refunded: number | null;
}

/** WooCommerce's notation of an instant in UTC. */
function gmt(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString().slice(0, 19);
}

/** The same in the shop's own time, without offset. */
function local(time: number | null): string | null {
  if (time === null) return null;
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: SHOP_ZONE, timeStyle: 'medium' }).format(time);
  return `${dayIn(SHOP_ZONE, new Date(time))}T${clock}`;
}

/** What has happened to the order by now; later events are not known yet. */
function momentsOf({ scenario, id }: DemoOrder, created: number, now: number): Moments {
  const random = randomFrom(`moments/${id}`);
  const wait = scenario.payment === 'bacs' ? 2 * DAY_MS + random() * DAY_MS : 90_000;
  const known = (time: number) => (time <= now ? time : null);
  const paid = scenario.neverPaid ? null : known(created + wait);
  const completed = paid === null ? null : known(paid + DAY_MS + random() * DAY_MS);
  const refunded = paid === null || !scenario.refund ? null : known(paid + 6 * DAY_MS + random() * 4 * DAY_MS);
  return { created, paid, completed, refunded };
}

function statusOf({ scenario }: DemoOrder, moments: Moments): string {
  if (scenario.neverPaid) return scenario.neverPaid;
  if (moments.paid === null) return scenario.payment === 'bacs' ? 'on-hold' : 'pending';
  if (moments.refunded !== null && scenario.refund === 'full') return 'refunded';
  return moments.completed === null ? 'processing' : 'completed';
}

const METHOD_TITLES = {
  stripe: 'Carte bancaire (Stripe)',
  'ppcp-gateway': 'PayPal',
  bacs: 'Virement bancaire',
  mollie_wc_gateway_bancontact: 'Bancontact',
  mollie_wc_gateway_ideal: 'iDEAL',
} as const;

function methodOf({ scenario }: DemoOrder): keyof typeof METHOD_TITLES {
  if (scenario.payment !== 'local') return scenario.payment;
  return scenario.customer.country === 'NL' ? 'mollie_wc_gateway_ideal' : 'mollie_wc_gateway_bancontact';
}

function share(total: Decimal, percent: string, fixed: string): string {
  return round(total.times(percent).dividedBy(100).plus(fixed), 2).toFixed(2);
}

function metaOf(order: DemoOrder, isPaid: boolean): RawRecord[] {
  const { scenario, total } = order;
  const { vatNumber, country } = scenario.customer;
  const meta: RawRecord[] = [];
  if (vatNumber) meta.push({ key: '_billing_vat_number', value: vatNumber });
  if (vatNumber && country !== 'FR') meta.push({ key: 'is_vat_exempt', value: 'yes' });
  if (isPaid && scenario.payment === 'stripe') {
    meta.push({ key: '_stripe_fee', value: share(total, '1.5', '0.25') }, { key: '_stripe_currency', value: 'EUR' });
  }
  if (isPaid && scenario.payment === 'ppcp-gateway') {
    const fee = { currency_code: 'EUR', value: share(total, '2.9', '0.35') };
    meta.push({ key: '_ppcp_paypal_fees', value: { paypal_fee: fee } });
  }
  return meta.map((entry, index) => ({ id: order.id * 10 + index, ...entry }));
}

function addressOf({ scenario: { customer } }: DemoOrder): RawRecord {
  return {
    first_name: customer.first,
    last_name: customer.last,
    company: customer.company,
    address_1: customer.street,
    address_2: '',
    city: customer.city,
    state: '',
    postcode: customer.postcode,
    country: customer.country,
  };
}

function emailOf({ scenario: { customer } }: DemoOrder): string {
  const name = `${customer.first}.${customer.last}`.normalize('NFD').replaceAll(/[^A-Za-z.]/g, '');
  return `${name.toLowerCase()}@client.example`;
}

/** An order of the demo as GET /orders gives it, with its refund if there is one by now. */
function writeOrder(order: DemoOrder, moments: Moments): { order: RawRecord; refunds: RawRecord[] } {
  const refund = composeRefund(order, gmt(moments.refunded) ?? '');
  const refunds = moments.refunded !== null && refund ? [refund] : [];
  const modified = Math.max(moments.created, moments.paid ?? 0, moments.completed ?? 0, moments.refunded ?? 0);
  const method = methodOf(order);
  const address = addressOf(order);
  const record = {
    id: order.id,
    parent_id: 0,
    number: String(order.id),
    status: statusOf(order, moments),
    currency: 'EUR',
    version: '11.0.1',
    prices_include_tax: true,
    date_created: local(moments.created),
    date_created_gmt: gmt(moments.created),
    date_modified: local(modified),
    date_modified_gmt: gmt(modified),
    date_paid: local(moments.paid),
    date_paid_gmt: gmt(moments.paid),
    date_completed: local(moments.completed),
    date_completed_gmt: gmt(moments.completed),
    total: order.total.toFixed(2),
    customer_id: 0,
    billing: { ...address, email: emailOf(order), phone: '' },
    shipping: address,
    payment_method: method,
    payment_method_title: METHOD_TITLES[method],
    transaction_id: moments.paid !== null && method !== 'bacs' ? `demo_${order.id}` : '',
    meta_data: metaOf(order, moments.paid !== null),
    ...writeLines(order.id, order.lines, 1),
    coupon_lines: order.scenario.couponOff > 0 ? [{ id: order.id * 10 + 80, code: 'bienvenue10' }] : [],
    refunds: refunds.map(refundSummary),
  };
  return { order: record, refunds };
}

/** Orders of one calendar day. Their ids and contents follow from the day alone, so that tomorrow's shop agrees with today's. */
function ordersOfDay(day: number, now: number): { order: RawRecord; refunds: RawRecord[] }[] {
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
  const random = randomFrom(`day/${date}`);
  const count = random() < 0.6 ? MOST_PER_DAY : 1;
  return Array.from({ length: count }, (_, index) => {
    const sequence = (day - EPOCH_DAY) * MOST_PER_DAY + index;
    const hour = index === 0 ? 8 + random() * 6 : 15 + random() * 8.9;
    const created = Math.floor((startOfDay(SHOP_ZONE, date).getTime() + hour * HOUR_MS) / 1000) * 1000;
    return { sequence, created };
  })
    .filter(({ created }) => created <= now)
    .map(({ sequence, created }) => {
      const order = composeOrder(1000 + sequence, scenarioOf(sequence));
      return writeOrder(order, momentsOf(order, created, now));
    });
}

/**
 * The demo shop's orders of the last 75 days: about 120, with every case that matters to bookkeeping.
 *
 * @param now decides what has happened by now; the same day gives the same orders, whenever it is asked about
 */
export function demoOrders(now: Date): { order: RawRecord; refunds: RawRecord[] }[] {
  const today = Math.floor(Date.parse(`${dayIn(SHOP_ZONE, now)}T00:00:00Z`) / DAY_MS);
  return Array.from({ length: DAYS + 1 }, (_, index) => today - DAYS + index).flatMap((day) =>
    ordersOfDay(day, now.getTime()),
  );
}
