import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decimal, round } from '#schemas/money.ts';
import { type ReferenceLists, referenceLists } from './reference-lists.ts';

/** A record as the shop stores it; amounts of lines with up to six decimals. */
export type RawRecord = Readonly<Record<string, unknown>>;

export interface ShopData {
  readonly orders: RawRecord[];
  /** By order id. */
  readonly refunds: Map<number, RawRecord[]>;
  readonly taxes: readonly RawRecord[];
  readonly settings: Readonly<Record<'general' | 'tax', readonly RawRecord[]>>;
  readonly gateways: readonly RawRecord[];
  readonly lists: ReferenceLists;
  /** Products with their categories; none where a test does not ask for them. */
  readonly products?: readonly RawRecord[];
}

const FIXTURES = join(import.meta.dirname, 'fixtures');

function recordedList(name: string): readonly RawRecord[] {
  const text = readFileSync(join(FIXTURES, 'recorded-reference', `${name}.json`), 'utf8');
  return (JSON.parse(text) as { body: RawRecord[] }).body;
}

export interface RecordedCase {
  readonly name: string;
  readonly order: RawRecord & { readonly id: number };
  readonly refunds: readonly RawRecord[];
}

/** One order with its refunds as a real shop answered them. */
export function recordedCase(name: string): RecordedCase {
  const text = readFileSync(join(FIXTURES, 'recorded', `${name}.json`), 'utf8');
  return { ...(JSON.parse(text) as Omit<RecordedCase, 'name'>), name };
}

/** A shop holding these orders, with the recorded tax rates and settings. */
export function shopOf(
  cases: readonly { readonly order: RawRecord; readonly refunds?: readonly RawRecord[] }[],
): ShopData {
  return {
    orders: cases.map(({ order }) => order),
    refunds: new Map(cases.map(({ order, refunds }) => [order['id'] as number, [...(refunds ?? [])]])),
    taxes: recordedList('taxes'),
    settings: {
      general: [
        { id: 'woocommerce_currency', value: 'EUR' },
        { id: 'woocommerce_default_country', value: 'BE' },
      ],
      tax: recordedList('settings-tax'),
    },
    gateways: recordedList('payment-gateways'),
    lists: referenceLists(),
  };
}

const AMOUNT_KEYS =
  /^(total|subtotal|total_tax|subtotal_tax|discount_total|discount_tax|shipping_total|shipping_tax|cart_tax|tax_total|shipping_tax_total|amount|discount)$/;

/** Amounts with `dp` decimals, as the parameter asks; `taxes[]` of lines are left as stored, as WooCommerce does. */
export function withDecimals(value: unknown, dp: number, key = ''): unknown {
  if (key === 'taxes') return value;
  if (Array.isArray(value)) return value.map((item) => withDecimals(item, dp));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withDecimals(item, dp, name)]));
  }
  const isAmount = typeof value === 'string' && AMOUNT_KEYS.test(key) && /^-?\d+(\.\d+)?$/.test(value);
  return isAmount ? round(new Decimal(value), dp).toFixed(dp) : value;
}
