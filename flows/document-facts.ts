import { createHash } from 'node:crypto';
import { canonicalJson } from '#schemas/canonical-json.ts';
import type { DocumentKind } from '#schemas/documents/index.ts';
import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import { entryTotal } from '#schemas/documents/journal-entry.ts';
import type { Notice } from '#schemas/documents/notice.ts';
import type { Payment } from '#schemas/documents/payment.ts';
import type { Payout } from '#schemas/documents/payout.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { formatAmount } from '#schemas/money.ts';
import { dayIn } from '#schemas/period.ts';

/** What lists show of a document, and what they search by. */
export interface DocumentFacts {
  readonly number: string | null;
  readonly day: string | null;
  readonly total: string | null;
  readonly currency: string | null;
  readonly party: string | null;
  readonly url: string | null;
  /** The order in which entries are written to a file. */
  readonly sortKey: string;
}

const NONE: DocumentFacts = {
  number: null,
  day: null,
  total: null,
  currency: null,
  party: null,
  url: null,
  sortKey: '',
};

export function documentFacts(kind: DocumentKind, body: unknown, zone: string): DocumentFacts {
  if (body === null) return NONE;
  switch (kind) {
    case 'sales-document': {
      const sale = body as SalesDocument;
      const day = dayIn(zone, sale.paidAt ?? sale.createdAt);
      const { number, total, currency } = sale;
      return { ...NONE, number, day, total, currency, party: sale.buyer.name, url: sale.source.url };
    }
    case 'journal-entry': {
      const entry = body as JournalEntry;
      return {
        number: entry.pieceNumber,
        day: entry.date,
        total: formatAmount(entryTotal(entry)),
        currency: entry.currency,
        party: entry.partyName,
        url: entry.source.url,
        sortKey: entry.date,
      };
    }
    case 'payment':
    case 'payout': {
      const money = body as Payment | Payout;
      const { number, amount, currency } = money;
      const day = dayIn(zone, money.paidAt);
      return { ...NONE, number, day, total: amount, currency, url: money.source.url };
    }
    case 'notice': {
      const notice = body as Notice;
      return { ...NONE, number: notice.id, day: dayIn(zone, notice.at) };
    }
    default:
      return NONE;
  }
}

/** SHA-256 of the canonical JSON: equal documents have equal hashes, whoever built them. */
export function documentHash(body: unknown): string {
  return createHash('sha256').update(canonicalJson(body)).digest('hex');
}
