import { defineMessages } from '#schemas/messages.ts';

export const messages = defineMessages('sum-entries', {
  not_paid_out: {
    text: {
      en: 'Document {document} has not been paid out yet, or its shop does not say with which payout',
      fr: 'Le document {document} n’a pas encore été viré par le prestataire, ou la boutique ne dit pas dans quel virement',
      nl: 'Document {document} is nog niet uitbetaald, of de winkel zegt niet in welke uitbetaling',
    },
    remedy: {
      en: 'Try it again once the payout is there, or sum up by day instead.',
      fr: 'Réessayez quand le virement est connu, ou regroupez par jour.',
      nl: 'Probeer opnieuw zodra de uitbetaling er is, of groepeer per dag.',
    },
    setting: 'grain',
  },
});
