import { z } from 'zod';
import { currencySchema } from '#schemas/documents/amounts.ts';
import {
  optionalAmount,
  optionalId,
  optionalInstant,
  requiredAmount,
  wireAmount,
  wireId,
  wireInstant,
  wireList,
  wireText,
} from './wire-values.ts';

/*
 * What we read of WooCommerce's answers (REST API v3, https://woocommerce.github.io/woocommerce-rest-api-docs/), lenient
 * where plugins are known to differ and strict about every amount. Fields that bookkeeping does not need (IP address,
 * browser, phone, note) are not declared, and so never leave this file.
 */

const metaSchema = z.object({ key: wireText, value: z.unknown() });
export type Meta = z.infer<typeof metaSchema>;

/** `total` is "" when a rate does not apply to a shipping line. */
const lineTaxSchema = z.object({ id: wireId, total: optionalAmount });

const lineShape = {
  id: wireId,
  total: wireAmount,
  taxes: wireList(lineTaxSchema),
  meta_data: wireList(metaSchema),
};
const lineItemSchema = z.object({
  ...lineShape,
  name: wireText,
  product_id: optionalId,
  sku: wireText,
  quantity: optionalAmount,
  subtotal: wireAmount.nullish(),
});
const shippingLineSchema = z.object({ ...lineShape, method_title: wireText });
const feeLineSchema = z.object({ ...lineShape, name: wireText });
export type LineRecord = z.infer<typeof lineItemSchema>;
export type ShippingRecord = z.infer<typeof shippingLineSchema>;
export type FeeRecord = z.infer<typeof feeLineSchema>;

const taxLineSchema = z.object({
  rate_id: wireId,
  rate_code: wireText,
  label: wireText,
  tax_total: optionalAmount,
  shipping_tax_total: optionalAmount,
  /** Since about WooCommerce 3.7; older orders may lack it. */
  rate_percent: wireAmount.nullish(),
});
export type TaxLineRecord = z.infer<typeof taxLineSchema>;

const addressSchema = z
  .object({
    first_name: wireText,
    last_name: wireText,
    company: wireText,
    address_1: wireText,
    address_2: wireText,
    postcode: wireText,
    city: wireText,
    state: wireText,
    country: wireText,
    email: wireText,
  })
  .nullish()
  .catch(null);
export type AddressRecord = z.infer<typeof addressSchema>;

const linesShape = {
  line_items: wireList(lineItemSchema),
  shipping_lines: wireList(shippingLineSchema),
  fee_lines: wireList(feeLineSchema),
  tax_lines: wireList(taxLineSchema),
};
export type LinesRecord = z.infer<z.ZodObject<typeof linesShape>>;

export const orderSchema = z.object({
  ...linesShape,
  id: wireId,
  number: wireText,
  status: z.string().min(1),
  currency: currencySchema,
  prices_include_tax: z.boolean().default(false),
  date_created_gmt: wireInstant,
  date_modified_gmt: optionalInstant,
  date_paid_gmt: optionalInstant,
  date_completed_gmt: optionalInstant,
  total: requiredAmount,
  customer_id: optionalId,
  billing: addressSchema,
  shipping: addressSchema,
  payment_method: wireText,
  payment_method_title: wireText,
  transaction_id: wireText,
  meta_data: wireList(metaSchema),
  /** Summaries only; the refunds themselves are read apart. */
  refunds: wireList(z.unknown()),
  /** Of the official gift card plugin; the order's total is already net of them. */
  gift_cards: wireList(z.object({ id: optionalId, code: wireText, amount: wireAmount })),
});
export type OrderRecord = z.infer<typeof orderSchema>;

export const refundSchema = z.object({
  ...linesShape,
  id: wireId,
  date_created_gmt: wireInstant,
  amount: requiredAmount,
  reason: wireText,
});
export type RefundRecord = z.infer<typeof refundSchema>;
