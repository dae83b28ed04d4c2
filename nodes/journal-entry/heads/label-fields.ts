import type { Payout } from '#schemas/documents/payout.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import type { AddressChoice } from '#schemas/mapping/facts.ts';
import { countryOf } from '#schemas/mapping/facts.ts';
import { dayIn } from '#schemas/period.ts';

/** What templates can name, in the order of the menu. Days are written 2026-10-31, whatever the language. */
export const LABEL_FIELDS = [
  'number',
  'id',
  'order',
  'invoice',
  'creditNote',
  'original',
  'reference',
  'customer',
  'company',
  'customerId',
  'group',
  'country',
  'date',
  'documentDate',
  'orderDate',
  'invoiceDate',
  'dueDate',
  'kind',
  'method',
  'transaction',
  'payout',
  'carrier',
  'channel',
  'shop',
  'shopName',
  'system',
  'currency',
  'total',
] as const;
export type LabelField = (typeof LABEL_FIELDS)[number];

/** A value for every field that a template can name; empty where nothing is known. */
export type LabelFields = Readonly<Record<LabelField, string>>;

/** Fills in the fields that are not known with empty texts. */
export function labelFields(known: Partial<LabelFields>): LabelFields {
  return Object.fromEntries(LABEL_FIELDS.map((field) => [field, known[field] ?? ''])) as LabelFields;
}

/** The customer's name as books show it: the company when there is one. */
export function partyName({ buyer }: SalesDocument): string | null {
  return buyer.company || buyer.name || null;
}

function numbersOf({ kind, number, numbers, original }: SalesDocument): Partial<LabelFields> {
  const isSale = kind === 'sale';
  return {
    number,
    order: numbers?.order ?? (isSale ? number : (original?.number ?? '')),
    invoice: numbers?.invoice ?? '',
    creditNote: numbers?.creditNote ?? (isSale ? '' : number),
    original: original?.number ?? '',
    reference: numbers?.reference ?? '',
  };
}

function datesOf(document: SalesDocument, zone: string): Partial<LabelFields> {
  const { createdAt, invoicedAt, original } = document;
  return {
    documentDate: dayIn(zone, createdAt),
    orderDate: dayIn(zone, original?.createdAt ?? createdAt),
    invoiceDate: invoicedAt === undefined ? '' : dayIn(zone, invoicedAt),
  };
}

/**
 * What a document gives to templates.
 *
 * @param beside what depends on the entry that is made of it: its date, the payment, the due date
 */
export function documentFields(
  document: SalesDocument,
  { zone, address }: { readonly zone: string; readonly address: AddressChoice },
  beside: Partial<LabelFields>,
): LabelFields {
  const { source, buyer } = document;
  return labelFields({
    ...numbersOf(document),
    ...datesOf(document, zone),
    id: document.id,
    customer: partyName(document) ?? '',
    company: buyer.company ?? '',
    customerId: buyer.id ?? '',
    group: buyer.group ?? '',
    country: countryOf(buyer, address) ?? '',
    kind: document.kind,
    carrier: document.carrier?.name ?? '',
    channel: source.channel ?? '',
    shop: source.shop,
    shopName: source.shopName ?? '',
    system: source.system,
    currency: document.currency,
    total: document.total,
    ...beside,
  });
}

/**
 * The fields for a matching code: those of the sale, on its credit notes too, so that a sale, its payments and its credit
 * notes have the same code.
 */
export function matchingFields(fields: LabelFields, { original }: SalesDocument): LabelFields {
  return original ? { ...fields, number: original.number, id: original.id, order: original.number } : fields;
}

/**
 * What a processor's transfer to the bank gives to templates.
 *
 * @param date that it is booked on
 * @param paidOn day of the transfer itself
 */
export function payoutFields(payout: Payout, date: string, paidOn: string): LabelFields {
  const { id, number, source, processor, currency, amount } = payout;
  return labelFields({
    ...{ number, id, method: processor, payout: number, kind: 'payout', date, documentDate: paidOn },
    ...{ shop: source.shop, system: source.system, currency, total: amount },
  });
}
