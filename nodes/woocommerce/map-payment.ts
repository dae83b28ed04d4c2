import { z } from 'zod';
import { currencySchema } from '#schemas/documents/amounts.ts';
import type { SalesDocument, SalesPayment } from '#schemas/documents/sales-document.ts';
import { Decimal } from '#schemas/money.ts';
import type { Meta, OrderRecord } from './records.ts';
import { plainText, plainTextOrNull } from './text.ts';
import { amountText, wireAmount } from './wire-values.ts';

interface Fee {
  readonly amount: string;
  readonly currency: string;
}

/** Order fields in which payment plugins keep what the processor withheld, and the field with its currency. */
const FEE_KEYS: readonly { readonly fee: string; readonly currency?: string }[] = [
  { fee: '_stripe_fee', currency: '_stripe_currency' },
  { fee: '_wcpay_transaction_fee' },
  { fee: '_paypal_fee' },
  { fee: 'PayPal Transaction Fee' },
];
const PAYPAL_PAYMENTS_KEY = '_ppcp_paypal_fees';
const paypalFeesSchema = z.object({ paypal_fee: z.object({ value: wireAmount, currency_code: currencySchema }) });

function metaValue(meta: readonly Meta[], key: string | undefined): unknown {
  return key === undefined ? undefined : meta.find((entry) => entry.key === key)?.value;
}

/** What the processor kept, when a plugin wrote it down. A value that is no amount counts as unknown, never as zero. */
function feeOf(order: OrderRecord): Fee | null {
  for (const keys of FEE_KEYS) {
    const value = metaValue(order.meta_data, keys.fee);
    const amount = value === '' ? undefined : wireAmount.safeParse(value).data;
    if (!amount) continue;
    const currency = currencySchema.safeParse(String(metaValue(order.meta_data, keys.currency) ?? '').toUpperCase());
    return { amount: amountText(amount), currency: currency.data ?? order.currency };
  }
  const paypal = paypalFeesSchema.safeParse(metaValue(order.meta_data, PAYPAL_PAYMENTS_KEY)).data?.paypal_fee;
  return paypal ? { amount: amountText(paypal.value), currency: paypal.currency_code } : null;
}

/** How the customer chose to pay; null for an order that was free from the start. */
export function chosenMethod(order: OrderRecord): SalesDocument['paymentMethod'] | null {
  const { payment_method: method, payment_method_title: title } = order;
  return method === '' ? null : { method, methodTitle: plainText(title) || method };
}

/** The order's one payment: WooCommerce keeps no list of transactions. None while unpaid, none for a free order. */
export function mapPayments(order: OrderRecord, total: string, isBooked: boolean): SalesPayment[] {
  const isPaid = order.date_paid_gmt !== null || isBooked;
  if (!isPaid || new Decimal(total).isZero()) return [];
  const fee = feeOf(order);
  return [
    {
      id: order.id,
      method: order.payment_method,
      methodTitle: plainText(order.payment_method_title) || order.payment_method,
      paidAt: order.date_paid_gmt,
      amount: total,
      currency: order.currency,
      fee: fee?.amount ?? null,
      feeCurrency: fee?.currency ?? null,
      transactionId: plainTextOrNull(order.transaction_id),
    },
  ];
}

/** Money given back goes the way it came; the processor's fee on it is not known. */
export function mapRefundPayments(
  order: OrderRecord,
  refund: { readonly id: string; readonly madeAt: string; readonly total: string },
): SalesPayment[] {
  if (new Decimal(refund.total).isZero()) return [];
  return [
    {
      id: refund.id,
      method: order.payment_method,
      methodTitle: plainText(order.payment_method_title) || order.payment_method,
      paidAt: refund.madeAt,
      amount: refund.total,
      currency: order.currency,
      fee: null,
      feeCurrency: null,
      transactionId: null,
    },
  ];
}
