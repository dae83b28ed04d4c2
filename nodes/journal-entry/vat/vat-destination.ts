import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import type { Plan } from '../plan.ts';
import { vatCasesOf } from './vat-cases.ts';
import { placeOf, type VatPlace } from './vat-territories.ts';

/** Whether the buyer fetches the goods: then they are sold where the store is, wherever the buyer lives. */
function isPickedUp({ settings }: Plan, { carrier, lines }: SalesDocument): boolean {
  const carriers = [carrier, ...lines.map((line) => line.carrier)].filter((one) => one !== undefined);
  const { pickup } = vatCasesOf(settings);
  return carriers.length > 0 && carriers.every(({ id, name }) => pickup(id) || pickup(name));
}

/**
 * Where a sale goes when the shop does not say whose VAT it bears: by the address that the settings name, else by the
 * other one, else at home.
 */
export function destinationOf(plan: Plan, document: SalesDocument): VatPlace {
  const home = { country: plan.home, isInVatArea: true };
  if (isPickedUp(plan, document)) return home;
  const { delivery, billing } = document.buyer;
  const [first, second] = plan.settings.address === 'billing' ? [billing, delivery] : [delivery, billing];
  return placeOf(first) ?? placeOf(second) ?? home;
}
