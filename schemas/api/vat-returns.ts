import { z } from 'zod';
import { amountSchema, countrySchema, currencySchema, dateSchema, rateSchema } from '../documents/amounts.ts';
import { VAT_REGIMES } from '../documents/journal-entry.ts';
import { localisedSchema } from '../localised.ts';
import { endpoint } from './endpoint.ts';
import { pageOf, pageQuery } from './shared.ts';

/** What a figure counts: amounts on which VAT is due, or the VAT itself. */
export const VAT_SIDES = ['base', 'vat'] as const;
const sideSchema = z.enum(VAT_SIDES);
export type VatSide = z.infer<typeof sideSchema>;

/**
 * Why a line stands in no box. Nothing is guessed: somebody says the box, in a mapping table, or knows that there is none.
 *
 * - unmarked: the entry says nothing of its VAT (it was booked before entries did, or by other means)
 * - margin: the return wants the margin, and what the goods were bought for is not known here
 * - untaxed: a sale at home without VAT, and nobody said why there is none
 * - registered: taxed in another country, outside OSS
 * - rate: the return of this country has no box for it that is known here
 */
export const UNPLACED_REASONS = ['unmarked', 'margin', 'untaxed', 'registered', 'rate'] as const;
const reasonSchema = z.enum(UNPLACED_REASONS);
export type UnplacedReason = z.infer<typeof reasonSchema>;

const scopeShape = {
  /** Booking days, both included; a year at most. */
  from: dateSchema,
  to: dateSchema,
  flow: z.uuid().optional(),
  /** One of the targets of the postings. */
  target: z.string().max(200).optional(),
  /** Entries that wait in a review count as well. */
  review: z.stringbool().default(false),
};

const figureSchema = z.object({ amount: amountSchema, lines: z.int() });

const boxSchema = figureSchema.extend({
  box: z.string(),
  side: sideSchema,
  /** What the form says there; null for a box that is not known here, which a mapping table named. */
  title: localisedSchema.nullable(),
});
export type VatBox = z.infer<typeof boxSchema>;

const ossSchema = z.object({
  country: countrySchema.nullable(),
  rate: rateSchema,
  base: figureSchema,
  vat: figureSchema,
});
const customerSchema = figureSchema.extend({
  /** Null when the entry does not say: then the list cannot be filed as it is. */
  number: z.string().nullable(),
  name: z.string().nullable(),
  /** L goods, S services; T (triangular) is not known here. */
  code: z.enum(['L', 'S']),
});
const unplacedSchema = z.object({ reason: reasonSchema, base: figureSchema, vat: figureSchema });

const totalsSchema = z.object({
  /** In at least one box. */
  placed: figureSchema,
  /** In no box, as it should be: declared elsewhere (OSS), or by nobody (a small business). */
  elsewhere: figureSchema,
  unplaced: figureSchema,
  /** Counted apart from the three above, over all lines at once. */
  all: figureSchema,
  isEqual: z.boolean(),
});

const returnSchema = z.object({
  /** Whose return it is; null for entries that do not say. */
  country: countrySchema.nullable(),
  currency: currencySchema,
  boxes: z.array(boxSchema),
  oss: z.array(ossSchema),
  customers: z.array(customerSchema),
  unplaced: z.array(unplacedSchema),
  totals: z.object({ base: totalsSchema, vat: totalsSchema }),
});
export type VatReturn = z.infer<typeof returnSchema>;

const vatReturnsSchema = z.object({
  returns: z.array(returnSchema),
  entries: z.int(),
  /** Targets that the entries went to: a document that went to several counts once. */
  targets: z.int(),
  /** Postings of the period of which nobody knows yet whether they arrived: they do not count. */
  uncertain: z.int(),
});
export type VatReturns = z.infer<typeof vatReturnsSchema>;

const lineSchema = z.object({
  /** Null for an entry that waits in a review. */
  posting: z.uuid().nullable(),
  run: z.uuid(),
  day: dateSchema,
  number: z.string(),
  party: z.string().nullable(),
  partyVatNumber: z.string().nullable(),
  account: z.string(),
  label: z.string(),
  side: sideSchema,
  /** Credit positive: what a sale brings. */
  amount: amountSchema,
  code: z.string().nullable(),
  rate: rateSchema.nullable(),
  country: countrySchema.nullable(),
  regime: z.enum(VAT_REGIMES).nullable(),
  /** Null when nobody knows. */
  boxes: z.array(z.string()).nullable(),
  reason: reasonSchema.nullable(),
});
export type VatLine = z.infer<typeof lineSchema>;

export const vatLinesQuery = z.object({
  ...scopeShape,
  /** The return that the figure stands in; "none" for entries that do not say whose they are. */
  country: z.union([countrySchema, z.literal('none')]),
  currency: currencySchema,
  side: sideSchema.optional(),
  box: z.string().max(20).optional(),
  /** A line of the OSS list: "DE:19". */
  oss: z.string().max(20).optional(),
  /** A customer of the EU list: "NL…:L"; ":L" for those without a number. */
  customer: z.string().max(40).optional(),
  reason: reasonSchema.optional(),
  placing: z.enum(['placed', 'elsewhere', 'unplaced']).optional(),
});

export const vatReturnQuery = z.object(scopeShape);

export const vatReturnEndpoints = {
  previewVatReturn: endpoint({
    method: 'get',
    path: '/vat-return',
    summary: 'What the VAT return of a period would say, by the booked entries; a preview, not a filing',
    role: 'viewer',
    query: vatReturnQuery,
    response: vatReturnsSchema,
  }),
  listVatReturnLines: endpoint({
    method: 'get',
    path: '/vat-return/lines',
    summary: 'The lines behind a figure of the preview, by booking day',
    role: 'viewer',
    query: vatLinesQuery.extend(pageQuery.shape),
    response: pageOf(lineSchema),
  }),
};
