import { z } from 'zod';
import { PasserelleError } from '../errors.ts';
import { defineMessages } from '../messages.ts';
import { type Decimal, decimal, formatAmount, sum, ZERO } from '../money.ts';
import {
  amountSchema,
  countrySchema,
  currencySchema,
  dateSchema,
  entryAmountSchema,
  instantSchema,
  rateSchema,
} from './amounts.ts';

/** What a line of an entry is for. Reports, controls and text formats rely on it, never on account numbers. */
export const LINE_ROLES = [
  'receivable',
  'revenue',
  'shipping',
  'discount',
  'fee',
  'wrapping',
  'gift-card',
  'tip',
  'deposit',
  'vat',
  'payment',
  'processor-fee',
  'rounding',
  'exchange',
  'suspense',
] as const;
export type LineRole = (typeof LINE_ROLES)[number];

/**
 * How VAT law sees a line. `registered`: a country outside the EU where the seller is registered; `co-contractor`:
 * reverse charge within the seller's country.
 */
export const VAT_REGIMES = [
  'domestic',
  'oss',
  'registered',
  'reverse-charge',
  'co-contractor',
  'export',
  'margin',
  'exempt',
  'untaxed',
] as const;
export type VatRegime = (typeof VAT_REGIMES)[number];

/** Where an amount comes from: which line, tax, payment of the source document, or its total. */
export const lineageSchema = z.object({
  part: z.enum(['line', 'tax', 'payment', 'gift-card', 'total', 'unallocated', 'difference', 'payout-item']),
  /** The id of that part in the source document; the document's own id for its total. */
  id: z.string(),
  /** How much of the entry line this part explains, signed: debit positive. */
  amount: amountSchema,
  /** Key of the source document, on a line that sums several documents; absent when it is the entry's own. */
  document: z.string().optional(),
});
export type Lineage = z.infer<typeof lineageSchema>;

export const entryLineSchema = z.object({
  account: z.string().min(1),
  auxiliaryAccount: z.string().nullable(),
  label: z.string(),
  debit: entryAmountSchema,
  credit: entryAmountSchema,
  role: z.enum(LINE_ROLES),
  vat: z
    .object({
      code: z.string().nullable(),
      rate: rateSchema,
      country: countrySchema.nullable(),
      regime: z.enum(VAT_REGIMES).optional(),
      /**
       * Boxes of the seller's VAT return in which the line's amount stands: none for what belongs in no box of it. Absent
       * when nobody knows.
       */
      grids: z.array(z.string()).optional(),
      /** What was sold without VAT to a business elsewhere in the EU, for the list of such customers. */
      supply: z.enum(['goods', 'services']).optional(),
    })
    .nullable(),
  /** How the amount is divided among analytic sections: the parts of each plan sum to the line's amount. */
  analytics: z
    .array(z.object({ plan: z.string().min(1), section: z.string().min(1), amount: entryAmountSchema }))
    .optional(),
  /** The target's own name of the payment mode, on a line of a payment. */
  paymentMode: z.string().optional(),
  /** What belongs together on an account: the same text on a sale, its payment and its credit note. */
  matchingCode: z.string().optional(),
  /** The amount in the document's own currency, signed, when that is not the books' currency. */
  currencyAmount: z.object({ currency: currencySchema, amount: amountSchema }).nullable(),
  dueDate: dateSchema.nullable(),
  /** The mapping rule that chose the account, for the question "why this account?". */
  rule: z.string(),
  lineage: z.array(lineageSchema).min(1),
});
export type EntryLine = z.infer<typeof entryLineSchema>;

const entryShape = z.object({
  id: z.string().min(1),
  journal: z.string().min(1),
  journalName: z.string(),
  date: dateSchema,
  /** Date of the source document, when it differs from the booking date. */
  documentDate: dateSchema,
  pieceNumber: z.string().min(1),
  reference: z.string(),
  label: z.string(),
  currency: currencySchema,
  /** Units of the books' currency for one unit of the lines' other currency, when they have one. */
  exchangeRate: z.string().optional(),
  /** Key of the source document that must be booked before: the sale of a credit note, where the user wants that. */
  follows: z.string().optional(),
  /** The processor's transfer to the bank that its payment was part of: what "one entry a payout" goes by. */
  payoutId: z.string().optional(),
  source: z.object({
    system: z.string(),
    documentKind: z.enum(['sale', 'credit-note', 'payment', 'payout']),
    /**
     * Which of several entries of this kind that are made of one document: the id of a payment. Absent where there can be
     * one only. The ledger tells them apart by it, so it must be the same whenever the document is read.
     */
    part: z.string().optional(),
    id: z.string(),
    number: z.string(),
    url: z.string().nullable(),
    /** The shop's own number of the invoice or credit note, where it makes one. */
    invoiceNumber: z.string().optional(),
  }),
  /**
   * Set on an entry that corrects what was booked of the same document before. The first booking is revision 0 and has
   * none; `stateHash` is the hash of the entry that the document as a whole makes now.
   */
  correction: z
    .object({
      revision: z.int().positive(),
      kind: z.enum(['difference', 'reversal', 'restatement']),
      /** Piece number of the first booking. */
      of: z.string(),
      stateHash: z.string(),
    })
    .optional(),
  /** The customer as shown next to the auxiliary account. */
  partyName: z.string().nullable(),
  /** The customer's VAT number as the tax authorities write it, and the proof that it was asked about (VIES). */
  partyVatNumber: z.string().optional(),
  partyVatCheck: z.object({ checkedAt: instantSchema, consultation: z.string().nullable() }).optional(),
  /** Country of the VAT return that the grids of the lines belong to: the seller's. */
  vatCountry: countrySchema.optional(),
  lines: z.array(entryLineSchema).min(2),
});

/** The shape of an entry as JSON, for the wire and for the JSON Schema. A value of this shape may still be unbalanced. */
export const journalEntrySchema = entryShape.meta({
  id: 'JournalEntry',
  title: 'Journal entry',
  description: 'Debit equals credit; every line has exactly one of debit and credit other than "0.00"',
});
export type JournalEntryData = z.infer<typeof entryShape>;

declare const balanced: unique symbol;
/**
 * A journal entry whose debit equals its credit. The brand cannot be written by hand: the only ways to one are
 * `journalEntry` and `parseJournalEntry`, so a function that takes a JournalEntry never meets an unbalanced one.
 */
export type JournalEntry = Readonly<JournalEntryData> & { readonly [balanced]: true };

export const entryMessages = defineMessages('entry', {
  unbalanced: {
    text: {
      en: 'Entry {entry} does not balance: debit {debit}, credit {credit} in {currency}',
      fr: 'L’écriture {entry} n’est pas équilibrée : débit {debit}, crédit {credit} en {currency}',
      nl: 'Boeking {entry} is niet in evenwicht: debet {debit}, credit {credit} in {currency}',
    },
    remedy: {
      en: 'Nothing was booked. Compare the document’s total with the sum of its lines and taxes.',
      fr: 'Rien n’a été comptabilisé. Comparez le total du document avec la somme de ses lignes et taxes.',
      nl: 'Er is niets geboekt. Vergelijk het totaal van het document met de som van zijn regels en btw.',
    },
  },
  line_sides: {
    text: {
      en: 'Entry {entry}, account {account}: a line has either a debit or a credit, not {debit} and {credit}',
      fr: 'Écriture {entry}, compte {account} : une ligne a soit un débit, soit un crédit, pas {debit} et {credit}',
      nl: 'Boeking {entry}, rekening {account}: een regel heeft een debet of een credit, niet {debit} en {credit}',
    },
  },
});

/** Debit and credit differ, or a line has both sides or none. Carries what differs; nothing is booked. */
export class UnbalancedEntryError extends PasserelleError {
  override readonly name = 'UnbalancedEntryError';
}

function checkSides(entry: JournalEntryData): void {
  for (const line of entry.lines) {
    const sides = [line.debit, line.credit].filter((amount) => amount !== '0.00');
    if (sides.length === 1) continue;
    const { account, debit, credit } = line;
    throw new UnbalancedEntryError(entryMessages.build.line_sides({ entry: entry.id, account, debit, credit }));
  }
}

function refuseUnlessEqual(entry: JournalEntryData, currency: string, debit: Decimal, credit: Decimal): void {
  if (debit.equals(credit)) return;
  throw new UnbalancedEntryError(
    entryMessages.build.unbalanced({
      entry: entry.id,
      debit: formatAmount(debit),
      credit: formatAmount(credit),
      currency,
    }),
  );
}

function checkForeignBalance(entry: JournalEntryData): void {
  const byCurrency = new Map<string, { debit: Decimal; credit: Decimal }>();
  for (const { currencyAmount } of entry.lines) {
    if (!currencyAmount) continue;
    const totals = byCurrency.get(currencyAmount.currency) ?? { debit: ZERO, credit: ZERO };
    const amount = decimal(currencyAmount.amount);
    if (amount.isNegative()) totals.credit = totals.credit.minus(amount);
    else totals.debit = totals.debit.plus(amount);
    byCurrency.set(currencyAmount.currency, totals);
  }
  for (const [currency, { debit, credit }] of byCurrency) refuseUnlessEqual(entry, currency, debit, credit);
}

/**
 * Makes a journal entry, or refuses: debit must equal credit in the books' currency and in every other currency
 * that its lines carry, and each line has exactly one side.
 *
 * @throws UnbalancedEntryError
 */
export function journalEntry(data: JournalEntryData): JournalEntry {
  checkSides(data);
  refuseUnlessEqual(
    data,
    data.currency,
    sum(data.lines.map((line) => line.debit)),
    sum(data.lines.map((line) => line.credit)),
  );
  checkForeignBalance(data);
  return data as JournalEntry;
}

/** Reads an entry from JSON (the database, a file): checks shape and balance again. */
export function parseJournalEntry(value: unknown): JournalEntry {
  return journalEntry(entryShape.parse(value));
}

/** Total of the debit side, which is the total of the credit side. */
export function entryTotal(entry: JournalEntry): Decimal {
  return sum(entry.lines.map((line) => line.debit));
}
