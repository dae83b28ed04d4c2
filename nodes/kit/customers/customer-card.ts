import { createHash } from 'node:crypto';
import { canonicalJson } from '#schemas/canonical-json.ts';
import type { Address } from '#schemas/documents/party.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';

/** A customer as an accounting package is told of it. */
export interface CustomerCard {
  /** Our number of the customer, stable; null when matching goes by other facts only. */
  readonly code: string | null;
  readonly name: string;
  readonly company: string | null;
  readonly vatNumber: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly billing: Address | null;
  readonly delivery: Address | null;
}

/** What the target answers about a customer that it has. */
export interface KnownCustomer {
  /** Its own key of the customer. */
  readonly reference: string;
  readonly name: string;
  readonly ledgerAccount: string | null;
  readonly auxiliaryAccount: string | null;
}

export function cardOf({ buyer }: SalesDocument, code: string | null): CustomerCard {
  const { name, company, vatNumber, email, billing, delivery } = buyer;
  return { code, name, company, vatNumber, email, phone: buyer.phone ?? null, billing, delivery };
}

/** Equal cards have equal hashes: what has not changed is not sent again. */
export function cardHash(card: CustomerCard): string {
  return createHash('sha256').update(canonicalJson(card)).digest('hex');
}

/**
 * The key by which a customer is kept: the source's own, or a guest's e-mail address when guests are customers too; null
 * for a guest who is none.
 */
export function customerKey({ buyer, source }: SalesDocument, guests: 'pass' | 'each'): string | null {
  const shop = `${source.system}:${source.shop}`;
  if (buyer.id !== null && buyer.id !== '') return `${shop}:${buyer.id}`;
  const email = buyer.email?.trim().toLowerCase();
  return guests === 'each' && email ? `${shop}:guest:${email}` : null;
}
