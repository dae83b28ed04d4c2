import type { LineRole } from '#schemas/documents/journal-entry.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import type { ProofConfig } from './arbitrary-documents.ts';
import { expectedAmounts, type Slice } from './oracle-amounts.ts';
import { CENT, millionths, sizeOf, toCents, total } from './whole-numbers.ts';

/** One amount of a line of the document, debit positive as for a sale, in millionths. */
export interface ExpectedPart {
  readonly role: LineRole;
  /** Rate on the entry's line; "0" without VAT, null for what is owed to somebody. */
  readonly rate: string | null;
  readonly id: string;
  readonly category: string;
  readonly amount: bigint;
}

export interface Expected {
  readonly parts: readonly ExpectedPart[];
  /** VAT by tax, in whole cents, as a debit. */
  readonly vat: ReadonlyMap<string, bigint>;
  readonly total: bigint;
  readonly giftCards: bigint;
  /** What is missing on the debit side before anything is rounded by account. */
  readonly gap: bigint;
  /** As many amounts may be rounded by half a cent each on top of it. */
  readonly groups: bigint;
}

const LIABILITIES = new Set(['gift-card', 'tip', 'deposit']);
const ROLES: Readonly<Record<string, LineRole>> = { goods: 'revenue', service: 'revenue' };

function partsOf({ line, taxId, net, discount }: Slice, config: ProofConfig): ExpectedPart[] {
  const isReduction = net < 0n;
  const rate = taxId ?? (LIABILITIES.has(line.category) && !isReduction ? null : '0');
  const facts = { id: line.id, category: line.category };
  if (isReduction) return [{ ...facts, role: 'discount', rate, amount: -net }];
  const isSeparate = config.discounts === 'separate';
  const role = ROLES[line.category] ?? (line.category as LineRole);
  const revenue: ExpectedPart = { ...facts, role, rate, amount: isSeparate ? -(net + discount) : -net };
  // What is taken off something that is owed is a discount like another, and no part of the debt.
  const taken: ExpectedPart = { ...facts, role: 'discount', rate: taxId ?? '0', amount: isSeparate ? discount : 0n };
  return [revenue, taken].filter(({ amount }) => amount !== 0n);
}

/** What the books should get of a document, worked out in whole numbers and without the product's code. */
export function expectedOf(document: SalesDocument, config: ProofConfig): Expected {
  const amounts = expectedAmounts(document, config);
  const parts = amounts.slices.flatMap((slice) => partsOf(slice, config));
  const vat = new Map([...amounts.vat].map(([id, amount]) => [id, -amount]));
  const giftCards = total(document.giftCards.map(({ amount }) => millionths(amount)));
  const charged = millionths(document.total);
  const groups = new Set(parts.map(({ role, rate, category }) => `${role} ${rate} ${category}`));
  const gap = -(total(parts.map(({ amount }) => amount)) + total(vat.values()) + giftCards + charged);
  return { parts, vat, total: charged, giftCards, gap, groups: BigInt(groups.size) };
}

/** Whether VAT worked out anew is too far from the shop's. */
export function isVatApart(document: SalesDocument, config: ProofConfig, { vat }: Expected): boolean {
  const limit = millionths(config.rounding.limit);
  if (config.rounding.method === 'shop') return false;
  return document.taxes.some(({ id, amount }) => sizeOf(-(vat.get(id) ?? 0n) - toCents(millionths(amount))) > limit);
}

/** Whether lines and VAT may miss the total by more than the limit; amounts rounded by account leave some room. */
export function mayBeTooFar({ gap, groups }: Expected, config: ProofConfig): boolean {
  return sizeOf(gap) + (groups * CENT) / 2n > millionths(config.rounding.limit);
}

/** What was received beyond the total, in millionths; zero where it cannot be told or is as it should be. */
export function excessOf(document: SalesDocument): bigint {
  const received = document.payments.filter(({ paidAt }) => paidAt !== null);
  if (document.kind !== 'sale' || received.length === 0) return 0n;
  return total(received.map(({ amount }) => millionths(amount))) - millionths(document.total);
}
