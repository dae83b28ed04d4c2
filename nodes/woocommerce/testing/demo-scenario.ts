import { CUSTOMERS, type Customer, GIFT_CARD_ID, PRODUCTS, type Product, SALON_ID } from './demo-catalogue.ts';

export type RefundKind = 'line' | 'full' | 'amount';

/** What happens in one order of the demo. */
export interface Scenario {
  readonly customer: Customer;
  readonly items: readonly { readonly product: Product; readonly quantity: number }[];
  readonly couponOff: number;
  readonly hasWrapping: boolean;
  readonly hasLoyaltyDiscount: boolean;
  readonly payment: 'stripe' | 'ppcp-gateway' | 'bacs' | 'local';
  readonly refund: RefundKind | null;
  readonly neverPaid: 'failed' | 'cancelled' | 'pending' | null;
}

/** Random numbers from a text: the same text gives the same numbers, on every machine. */
export function randomFrom(seed: string): () => number {
  let state = 2166136261;
  for (const letter of seed) state = Math.imul(state ^ letter.charCodeAt(0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Turns in which the rarer things happen, out of 40: each comes up about three times in the demo's weeks. */
const ROUND = 40;
const COUNTRIES = [
  'FR',
  'FR',
  'BE',
  'FR',
  'FR',
  'NL',
  'FR',
  'DE',
  'FR',
  'BE',
  'FR',
  'FR',
  'CH',
  'FR',
  'BE',
  'FR',
] as const;
const REFUNDS: Readonly<Record<number, RefundKind>> = { 3: 'line', 11: 'amount', 19: 'full', 27: 'line', 34: 'amount' };
const UNPAID: Readonly<Record<number, Scenario['neverPaid']>> = { 8: 'failed', 17: 'cancelled', 29: 'pending' };
const BUSINESS_TURN = 23;
const GIFT_CARD_TURN = 14;
const SALON_TURN = 30;

function pickCustomer(turn: number, random: () => number): Customer {
  const country =
    turn === BUSINESS_TURN ? 'DE' : turn === SALON_TURN ? 'FR' : (COUNTRIES[turn % COUNTRIES.length] ?? 'FR');
  const isBusiness = turn === BUSINESS_TURN;
  const found = CUSTOMERS.filter(
    (one) => one.country === country && (country !== 'DE' || (one.vatNumber !== '') === isBusiness),
  );
  const chosen = found[Math.floor(random() * found.length)];
  if (!chosen) throw new Error(`the demo has no customer in ${country}`);
  return chosen;
}

function pickItems(turn: number, random: () => number): Scenario['items'] {
  const usual = PRODUCTS.filter((product) => product.id !== GIFT_CARD_ID && product.id !== SALON_ID);
  const count = 1 + Math.floor(random() * 3);
  const start = Math.floor(random() * usual.length);
  const special = PRODUCTS.filter(
    ({ id }) => (turn === GIFT_CARD_TURN && id === GIFT_CARD_ID) || (turn === SALON_TURN && id === SALON_ID),
  );
  const chosen = Array.from({ length: count }, (_, index) => usual[(start + index * 2) % usual.length]);
  return [...special, ...chosen].flatMap((product) =>
    product ? [{ product, quantity: 1 + Math.floor(random() * 2.4) }] : [],
  );
}

/** The scenario of one order, decided by its running number alone. */
export function scenarioOf(sequence: number): Scenario {
  const turn = sequence % ROUND;
  const random = randomFrom(`the-et-co/${sequence}`);
  const customer = pickCustomer(turn, random);
  const items = pickItems(turn, random);
  const isLocal = customer.country === 'BE' || customer.country === 'NL';
  const methods = ['stripe', isLocal ? 'local' : 'stripe', 'ppcp-gateway', 'bacs'] as const;
  return {
    customer,
    items,
    couponOff: turn % 9 === 5 ? 10 : 0,
    hasWrapping: turn % 7 === 2,
    hasLoyaltyDiscount: turn % 13 === 6,
    payment: methods[Math.floor(random() * methods.length)] ?? 'stripe',
    refund: REFUNDS[turn] ?? null,
    neverPaid: UNPAID[turn] ?? null,
  };
}
