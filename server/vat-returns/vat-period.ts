import { defineMessages } from '#schemas/messages.ts';
import { Refusal } from '../http/refusal.ts';

/** What a preview of a VAT return is made of. */
export interface VatPeriod {
  readonly from: string;
  readonly to: string;
  readonly flow?: string | undefined;
  readonly target?: string | undefined;
  readonly review: boolean;
}

export const vatReturnRefusals = defineMessages('vat-return', {
  period_wrong: {
    text: {
      en: 'The period from {from} to {to} is not one of a VAT return.',
      fr: 'La période du {from} au {to} n’est pas celle d’une déclaration de TVA.',
      nl: 'De periode van {from} tot {to} is geen periode van een btw-aangifte.',
    },
    remedy: {
      en: 'Choose a month, a quarter, or at most a year that ends after it begins.',
      fr: 'Choisissez un mois, un trimestre ou au plus une année, dont la fin suit le début.',
      nl: 'Kies een maand, een kwartaal of hoogstens een jaar, waarvan het einde na het begin valt.',
    },
  },
});

const LONGEST_MS = 366 * 86_400_000;

/** @throws Refusal 422 for days in the wrong order, or more than a year */
export function requirePeriod({ from, to }: VatPeriod): void {
  const length = Date.parse(to) - Date.parse(from);
  if (length >= 0 && length < LONGEST_MS) return;
  throw new Refusal(422, vatReturnRefusals.build.period_wrong({ from, to }));
}
