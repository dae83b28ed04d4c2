import { z } from 'zod';
import { Decimal, round, ZERO } from '#schemas/money.ts';

/** Decimals that WooCommerce stores at most; `taxes[].total` arrives unrounded with more (woocommerce issue #30424). */
const STORED_DECIMALS = 6;
const PLAIN_DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;
/** Longer than any amount; keeps a text of digits from becoming a huge number. */
const LONGEST = 40;
/** A hundred trillion is more than any order in any currency; documents hold 16 whole digits, and sums must still fit in them. */
const TOO_LARGE = new Decimal('100000000000000');

function toDecimal(value: string | number): Decimal | null {
  // A plugin's JSON number is read by its shortest decimal text: 12.1 is "12.1", not its binary neighbour.
  const text = (typeof value === 'number' ? new Decimal(String(value)).toFixed() : value).trim();
  if (text === '') return ZERO;
  if (text.length > LONGEST || !PLAIN_DECIMAL.test(text)) return null;
  const amount = round(new Decimal(text), STORED_DECIMALS);
  return amount.abs().lessThan(TOO_LARGE) ? amount : null;
}

/** An amount as shops send it: text, sometimes a number; "" is zero. Anything else is an issue with `params.amount`. */
export const wireAmount = z.union([z.string(), z.number()]).transform((value, context) => {
  const amount = toDecimal(value);
  if (amount) return amount;
  context.addIssue({ code: 'custom', message: 'not an amount', params: { amount: String(value).slice(0, 40) } });
  return z.NEVER;
});
export const optionalAmount = wireAmount.nullish().transform((value) => value ?? ZERO);

/** The total must be there: an empty one says that something else is wrong with the order. */
export const requiredAmount = z
  .union([z.string().refine((text) => text.trim() !== '', 'empty'), z.number()])
  .pipe(wireAmount);

/** A text that some plugins send as a number or leave out. */
export const wireText = z
  .union([z.string(), z.number(), z.boolean()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? '' : String(value).trim()));

export const wireId = z.union([z.int(), z.string().regex(/^\d+$/)]).transform(String);
export const optionalId = wireId.or(z.literal('')).nullish().catch(null);

/** A `…_gmt` date: WooCommerce leaves the Z out. */
export const wireInstant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/)
  .transform((text) => `${text}Z`)
  .pipe(z.iso.datetime());
export const optionalInstant = z
  .union([wireInstant, z.literal(''), z.null()])
  .optional()
  .transform((value) => value || null);

/** A list. PHP writes a list with gaps as an object, and an empty one sometimes as "" or null. */
export function wireList<Item extends z.ZodType>(item: Item) {
  return z.preprocess((value) => {
    if (value === null || value === undefined || value === '') return [];
    return typeof value === 'object' && !Array.isArray(value) ? Object.values(value) : value;
  }, z.array(item));
}

/** Amount text of a document: at least two decimals, at most the six that are stored. */
export function amountText(value: Decimal): string {
  const plain = value.isZero() ? ZERO : value;
  return plain.decimalPlaces() <= 2 ? plain.toFixed(2) : plain.toFixed();
}

/** Quantity text: "2", "0.5". */
export function quantityText(value: Decimal): string {
  return (value.isZero() ? ZERO : value).toFixed();
}
