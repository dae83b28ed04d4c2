import { vatNumberOf } from '#nodes/kit/vat-number.ts';
import type { JournalEntryData } from '#schemas/documents/journal-entry.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import type { Plan } from '../plan.ts';

/** What the VAT return needs to know of an entry beside its lines: whose return it is, and who the buyer is. */
export function vatHead(
  plan: Plan,
  document: SalesDocument,
): Pick<JournalEntryData, 'vatCountry' | 'partyVatNumber' | 'partyVatCheck'> {
  const number = vatNumberOf(document);
  const { vatCheck } = document.buyer;
  const stamp = vatCheck?.isValid && [number?.text, document.buyer.vatNumber].includes(vatCheck.number);
  return {
    vatCountry: plan.home,
    ...(number ? { partyVatNumber: number.text } : {}),
    ...(stamp ? { partyVatCheck: { checkedAt: vatCheck.checkedAt, consultation: vatCheck.consultation } } : {}),
  };
}
