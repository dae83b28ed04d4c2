import type { VatRegime } from '#schemas/documents/journal-entry.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import type { Plan } from '../plan.ts';
import { beVatBoxes } from '../presets/be-vat-boxes.ts';
import { frVatBoxes } from '../presets/fr-vat-boxes.ts';
import { boxesFor, type DocumentBoxes, NOBODY_KNOWS, type VatReturnBoxes } from './vat-boxes.ts';

const RETURNS: Readonly<Record<string, VatReturnBoxes>> = { BE: beVatBoxes, FR: frVatBoxes };

/**
 * The boxes of the seller's own return for a part of a document, by its regime. A seller in a country whose return is not
 * known here gets none: only a rule of the table of taxes can say them.
 */
export function boxesOf(
  plan: Plan,
  kind: SalesDocument['kind'],
  part: { readonly regime: VatRegime; readonly rate: string; readonly isService: boolean },
): DocumentBoxes {
  const known = RETURNS[plan.home];
  if (!known) return boxesFor(kind, NOBODY_KNOWS);
  const { regime, rate, isService } = part;
  if (plan.settings.vat.isExemptSeller) return boxesFor(kind, known.cases['small-business']);
  if (regime === 'domestic') return boxesFor(kind, known.domestic[rate] ?? NOBODY_KNOWS);
  if (regime === 'reverse-charge' && isService) return boxesFor(kind, known.cases['reverse-charge-services']);
  return boxesFor(kind, known.cases[regime]);
}
