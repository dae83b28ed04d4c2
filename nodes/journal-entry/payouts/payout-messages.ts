import { defineMessages } from '#schemas/messages.ts';

export const payoutMessages = defineMessages('payout', {
  does_not_sum: {
    text: {
      en: 'Payout {payout}: its items come to {items} {currency}, but {amount} was transferred',
      fr: 'Virement {payout} : ses éléments font {items} {currency}, mais {amount} ont été virés',
      nl: 'Uitbetaling {payout}: de onderdelen komen op {items} {currency}, maar {amount} werd overgeschreven',
    },
    remedy: {
      en: 'Nothing was booked. Compare it with the processor’s report: an item or a fee is missing.',
      fr: 'Rien n’a été comptabilisé. Comparez avec le relevé du prestataire : il manque un élément ou une commission.',
      nl: 'Er is niets geboekt. Vergelijk met het overzicht van de betaaldienst: een onderdeel of een kost ontbreekt.',
    },
  },
  without_items: {
    text: {
      en: 'Payout {payout} names no items',
      fr: 'Le virement {payout} ne détaille aucun élément',
      nl: 'Uitbetaling {payout} vermeldt geen onderdelen',
    },
    remedy: {
      en: 'Without them nobody can tell payments from fees. Read it again once the processor has its report ready.',
      fr: 'Sans eux, on ne distingue pas les paiements des commissions. Relisez-le quand le relevé du prestataire est prêt.',
      nl: 'Zonder die onderdelen zijn betalingen en kosten niet te onderscheiden. Lees ze opnieuw zodra het overzicht er is.',
    },
  },
  without_rate: {
    setting: 'exchangeRates',
    text: {
      en: 'Payout {payout} is in {currency}, and no exchange rate is known',
      fr: 'Le virement {payout} est en {currency}, et aucun taux de change n’est connu',
      nl: 'Uitbetaling {payout} is in {currency}, en er is geen wisselkoers bekend',
    },
    remedy: {
      en: 'Add a rate for {currency} to the exchange rates of the journal entries.',
      fr: 'Ajoutez un taux pour {currency} dans les taux de change des écritures.',
      nl: 'Voeg een koers voor {currency} toe bij de wisselkoersen van de boekingen.',
    },
  },
  adjusted: {
    text: {
      en: 'Payout {payout} holds {count} adjustments of the processor, of {amount} {currency} together: they are on the suspense account.',
      fr: 'Le virement {payout} contient {count} ajustements du prestataire, {amount} {currency} en tout : ils sont en compte d’attente.',
      nl: 'Uitbetaling {payout} bevat {count} aanpassingen van de betaaldienst, samen {amount} {currency}: ze staan op de wachtrekening.',
    },
    remedy: {
      en: 'Ask the processor what they are, and move them to their account.',
      fr: 'Demandez au prestataire de quoi il s’agit et reclassez-les.',
      nl: 'Vraag de betaaldienst waarover het gaat en boek ze over.',
    },
  },
});
