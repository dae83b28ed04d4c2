import { z } from 'zod';
import { amountSchema, countrySchema, currencySchema, dateSchema, instantSchema, rateSchema } from './amounts.ts';
import { partySchema } from './party.ts';

/** Something that the source knows by a key and shows by a name. */
export const namedSchema = z.object({ id: z.string(), name: z.string() });

/** What a line of a sale is for. Shipping, fees and wrapping are lines like any other: they carry net and taxes alike. */
export const LINE_CATEGORIES = [
  'goods',
  'service',
  'shipping',
  'fee',
  'wrapping',
  'gift-card',
  'tip',
  'deposit',
] as const;
export type LineCategory = (typeof LINE_CATEGORIES)[number];

/** One tax on one line. */
export const lineTaxSchema = z.object({
  /** Joins to `taxes[].id` of the document. */
  taxId: z.string(),
  /** The part of the line's net amount that this tax was computed on; the bases of a line sum to its net. */
  base: amountSchema,
  amount: amountSchema,
});

export const salesLineSchema = z.object({
  id: z.string(),
  category: z.enum(LINE_CATEGORIES),
  description: z.string(),
  sku: z.string().nullable(),
  productId: z.string().nullable(),
  productCategory: z.string().nullable(),
  /** All of them, for a product of several categories: rules go by each. */
  productCategories: z.array(z.string()).optional(),
  /** Who ships, for a shipping line whose document has several. */
  carrier: namedSchema.optional(),
  /** Sold under the margin scheme: VAT is due on the margin and never stands on the document. */
  isMarginScheme: z.boolean().optional(),
  quantity: amountSchema,
  /** Excluding VAT, before discount. */
  grossAmount: amountSchema,
  /** Excluding VAT, what the discount takes off: grossAmount - discountAmount = netAmount. */
  discountAmount: amountSchema,
  /** Excluding VAT, after discount. May be negative (a discount given as a negative fee). */
  netAmount: amountSchema,
  taxes: z.array(lineTaxSchema),
});
export type SalesLine = z.infer<typeof salesLineSchema>;

/** The document's own VAT per rate, as the shop states it: this is what gets booked, never a recomputation. */
export const salesTaxSchema = z.object({
  id: z.string(),
  name: z.string(),
  rate: rateSchema,
  /** Country whose VAT this is; null when the shop does not say. */
  country: countrySchema.nullable(),
  amount: amountSchema,
});
export type SalesTax = z.infer<typeof salesTaxSchema>;

export const salesPaymentSchema = z.object({
  id: z.string(),
  /** The source's own key of the method ("bacs", "stripe"). */
  method: z.string(),
  methodTitle: z.string(),
  paidAt: instantSchema.nullable(),
  amount: amountSchema,
  currency: currencySchema,
  /** What the processor keeps, when the source knows it; in `feeCurrency`. */
  fee: amountSchema.nullable(),
  feeCurrency: currencySchema.nullable(),
  transactionId: z.string().nullable(),
  /** The processor's transfer to the bank that it was part of, once the source knows it. */
  payoutId: z.string().optional(),
  /** Units of the books' currency for one unit of `currency` on the day of the payment, when the source carries it. */
  exchangeRate: amountSchema.optional(),
});
export type SalesPayment = z.infer<typeof salesPaymentSchema>;

export const giftCardUseSchema = z.object({ id: z.string(), code: z.string(), amount: amountSchema });

/** The sale that a credit note corrects, with what was still open on it at that moment. */
export const originalSaleSchema = z.object({
  id: z.string(),
  /** The key under which the source gives that sale; absent when it cannot say. */
  key: z.string().optional(),
  number: z.string(),
  url: z.string().nullable(),
  status: z.string(),
  createdAt: instantSchema,
  paidAt: instantSchema.nullable(),
  total: amountSchema,
  /** Lines and taxes of the sale less what earlier credit notes named: an amount without detail is spread over these. */
  openLines: z.array(salesLineSchema),
  openTaxes: z.array(salesTaxSchema),
  /** What earlier credit notes gave back without naming lines. */
  spreadBefore: amountSchema,
  /**
   * Those amounts one by one, oldest first, with what was open when each was spread. Only where that is not what is open
   * now: lines have been given back by name since.
   */
  spreads: z
    .array(z.object({ amount: amountSchema, openLines: z.array(salesLineSchema), openTaxes: z.array(salesTaxSchema) }))
    .optional(),
});
export type OriginalSale = z.infer<typeof originalSaleSchema>;

/**
 * A sale or a credit note as every shop connector gives it.
 *
 * Amounts of a credit note are positive: the kind says the direction. `total` is the fixed point, what the customer
 * was charged (or given back); `taxes` are the shop's own VAT per rate; the lines may miss the total by the cents of the
 * shop's rounding, and it is the mapping that books that difference where the user said.
 */
export const salesDocumentSchema = z
  .object({
    kind: z.enum(['sale', 'credit-note']),
    /** The source's id, unique for the shop and kind. */
    id: z.string().min(1),
    /** What people call it; plugins may make it differ from the id. */
    number: z.string().min(1),
    source: z.object({
      system: z.string(),
      /** Which shop of that system, as a stable text (its address). */
      shop: z.string(),
      url: z.string().nullable(),
      /** What people call the shop, where an installation has several. */
      shopName: z.string().optional(),
      /** Where it was sold: web, till, a marketplace. */
      channel: z.string().optional(),
    }),
    /** The source's own status, untranslated. */
    status: z.string(),
    createdAt: instantSchema,
    paidAt: instantSchema.nullable(),
    completedAt: instantSchema.nullable(),
    modifiedAt: instantSchema.nullable(),
    /** The shop's own invoice (or credit note) of it, when it makes one. */
    invoicedAt: instantSchema.optional(),
    deliveredAt: instantSchema.optional(),
    returnedAt: instantSchema.optional(),
    /** Day until which it is to be paid, as the shop says. */
    dueDate: dateSchema.optional(),
    /** The source's other numbers of it. */
    numbers: z
      .object({
        order: z.string().optional(),
        invoice: z.string().optional(),
        creditNote: z.string().optional(),
        return: z.string().optional(),
        delivery: z.string().optional(),
        quote: z.string().optional(),
        cart: z.string().optional(),
        /** What the customer calls it: a purchase order number. */
        reference: z.string().optional(),
      })
      .optional(),
    /** How the customer chose to pay, which is known before anything is paid. */
    paymentMethod: z.object({ method: z.string(), methodTitle: z.string() }).optional(),
    carrier: namedSchema.optional(),
    /** The shop's own region of the sale (a tax or shipping zone). */
    zone: z.string().optional(),
    currency: currencySchema,
    /** Units of the books' currency for one unit of `currency`, when the source carries it. */
    exchangeRate: amountSchema.nullable(),
    pricesIncludeTax: z.boolean(),
    buyer: partySchema,
    /** The buyer was freed of VAT by the shop (a business elsewhere in the EU); null when the shop does not say. */
    vatExempt: z.boolean().nullable(),
    /** What the shop noted on a credit note. */
    creditReason: z.string().nullable(),
    lines: z.array(salesLineSchema),
    taxes: z.array(salesTaxSchema),
    payments: z.array(salesPaymentSchema),
    giftCards: z.array(giftCardUseSchema),
    /** What the customer was charged or given back, VAT included. */
    total: amountSchema,
    /** Part of `total` that no line and no tax explains (a refund of an amount): how it is spread is the user's rule. */
    unallocated: amountSchema,
    /** For a credit note: the sale it corrects. */
    original: originalSaleSchema.nullable(),
  })
  .meta({ id: 'SalesDocument', title: 'Sales document', description: 'A sale or a credit note read from a shop' });
export type SalesDocument = z.infer<typeof salesDocumentSchema>;
