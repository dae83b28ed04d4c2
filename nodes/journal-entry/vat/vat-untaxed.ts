import { type VatNumber, vatNumberOf } from '#nodes/kit/vat-number.ts';
import type { VatRegime } from '#schemas/documents/journal-entry.ts';
import type { SalesDocument, SalesLine } from '#schemas/documents/sales-document.ts';
import { HoldError } from '#schemas/errors.ts';
import { decimal } from '#schemas/money.ts';
import { vatMessages } from '../messages.ts';
import type { Plan } from '../plan.ts';
import { untaxedReasonOf } from './vat-cases.ts';
import { vatCheckMessages } from './vat-check-messages.ts';
import { destinationOf } from './vat-destination.ts';
import { treatmentOf, type VatTreatment } from './vat-treatment.ts';

/**
 * Charges that are no supply bear no VAT wherever the buyer is: a refundable deposit, a tip. A fee counts as one when
 * the shop did charge VAT on the rest of the document, and so left this fee out on purpose.
 */
function isOutsideVat(document: SalesDocument, line: SalesLine): boolean {
  if (line.category === 'deposit' || line.category === 'tip') return true;
  return line.category === 'fee' && document.taxes.some((tax) => !decimal(tax.amount).isZero());
}

/** Whether a number can carry the buyer's VAT: it is well formed, or the user lets it pass; and VIES did not deny it. */
function isUsable(plan: Plan, document: SalesDocument, number: VatNumber): boolean {
  const { vatCheck, vatNumber } = document.buyer;
  if (vatCheck && !vatCheck.isValid && [number.text, vatNumber].includes(vatCheck.number)) return false;
  return number.isWellFormed || plan.settings.vat.wrongNumber === 'warn';
}

/**
 * An exempt supply to another Member State needs a number given by a Member State other than the seller's (directive
 * 2006/112, art. 138).
 *
 * @throws HoldError for such a number that cannot be right, or that VIES has denied
 */
function hasForeignNumber(plan: Plan, document: SalesDocument): boolean {
  const number = vatNumberOf(document);
  if (!number?.isOfEu || number.country === plan.home) return false;
  if (isUsable(plan, document, number)) return true;
  const facts = { document: document.number, number: number.text };
  const problem = number.isWellFormed ? vatCheckMessages.build.number_invalid : vatCheckMessages.build.number_malformed;
  throw new HoldError(problem(facts, 'buyer/vatNumber'));
}

/** A domestic reverse charge names the buyer who owes the VAT (BE: royal decree no. 1, art. 20). */
function requireCoContractor(plan: Plan, document: SalesDocument, line: SalesLine): void {
  const number = vatNumberOf(document);
  if (number?.country === plan.home && isUsable(plan, document, number)) return;
  const facts = { document: document.number, line: line.description, country: plan.home };
  throw new HoldError(vatCheckMessages.build.co_contractor_unnamed(facts, `lines/${line.id}`));
}

/** Whether a rule of the table of taxes speaks of sales without VAT: then the user answers for them. */
function isUntaxedNamed(plan: Plan, document: SalesDocument, line: SalesLine): boolean {
  if (!plan.hasRules('taxes')) return false;
  const facts = plan.lineFacts(document, line, null);
  return plan.lookup.explain('taxes', 'code', facts).some(({ precision }) => precision.exact.includes('tax'));
}

/** A country as it counts for a line: Northern Ireland is in the EU for goods only. */
function placeFor(plan: Plan, document: SalesDocument, line: SalesLine) {
  const place = destinationOf(plan, document);
  const isAway = place.country === 'XI' && line.category === 'service';
  return isAway ? { country: 'GB', isInVatArea: false } : place;
}

/**
 * The treatment of what bears no VAT: why there is none, by what the settings say of it, then by where it goes.
 *
 * @param isCharged whether the customer pays something for it
 * @throws HoldError for something charged to a consumer elsewhere in the EU: VAT was forgotten, or the number was
 */
export function treatUntaxed(plan: Plan, document: SalesDocument, line: SalesLine, isCharged: boolean): VatTreatment {
  const { country, isInVatArea } = placeFor(plan, document, line);
  const isService = line.category === 'service';
  const found = (regime: VatRegime) => treatmentOf(plan, document, { regime, country, rate: '0', isService });
  if (plan.settings.vat.isExemptSeller) return found('exempt');
  if (!isInVatArea) return found('export');
  const reason = untaxedReasonOf(plan.settings, document, line);
  if (reason === 'margin' || reason === 'exempt') return found(reason);
  if (country === plan.home) {
    if (reason !== 'co-contractor') return found('untaxed');
    requireCoContractor(plan, document, line);
    return found('co-contractor');
  }
  if (hasForeignNumber(plan, document)) return found('reverse-charge');
  const untaxed = found('untaxed');
  // Nothing is owed on what costs nothing: a free order, a parcel sent free of charge.
  if (untaxed.override || !isCharged || isOutsideVat(document, line)) return untaxed;
  if (isUntaxedNamed(plan, document, line)) return untaxed;
  throw new HoldError(
    vatMessages.build.untaxed_eu_consumer(
      { document: document.number, line: line.description, country },
      `lines/${line.id}`,
    ),
  );
}
