import { z } from 'zod';
import { type FileDocument, fileSchema } from './file.ts';
import { type JournalEntry, journalEntrySchema } from './journal-entry.ts';
import { type Notice, noticeSchema } from './notice.ts';
import { type Party, partySchema } from './party.ts';
import { type Payment, paymentSchema } from './payment.ts';
import { type Payout, payoutSchema } from './payout.ts';
import { type SalesDocument, salesDocumentSchema } from './sales-document.ts';

/** The kinds of document that travel on the edges of a flow. */
export const DOCUMENT_KINDS = [
  'sales-document',
  'payment',
  'payout',
  'party',
  'journal-entry',
  'file',
  'notice',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
export const documentKindSchema = z.enum(DOCUMENT_KINDS);

export interface DocumentByKind {
  'sales-document': SalesDocument;
  payment: Payment;
  payout: Payout;
  party: Party;
  'journal-entry': JournalEntry;
  file: FileDocument;
  notice: Notice;
}

export const documentSchemas = {
  'sales-document': salesDocumentSchema,
  payment: paymentSchema,
  payout: payoutSchema,
  party: partySchema,
  'journal-entry': journalEntrySchema,
  file: fileSchema,
  notice: noticeSchema,
} as const satisfies Record<DocumentKind, z.ZodType>;

/** JSON Schemas (2020-12) of every document kind. */
export function documentJsonSchemas(): Record<DocumentKind, object> {
  const pairs = DOCUMENT_KINDS.map((kind) => [kind, z.toJSONSchema(documentSchemas[kind])]);
  return Object.fromEntries(pairs) as Record<DocumentKind, object>;
}
