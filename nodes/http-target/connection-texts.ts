import type { TypeTexts } from '#nodes/kit/texts.ts';

export const connectionTexts: TypeTexts = {
  title: { en: 'HTTP receiver', fr: 'Destinataire HTTP', nl: 'HTTP-ontvanger' },
  description: {
    en: 'An address that takes documents as JSON, one a call: your own program, or a gateway to other books.',
    fr: 'Une adresse qui reçoit des documents en JSON, un par appel : votre propre programme ou une passerelle vers une autre comptabilité.',
    nl: 'Een adres dat documenten als JSON aanneemt, één per oproep: uw eigen programma of een doorgang naar een andere boekhouding.',
  },
  fields: {
    en: {
      url: {
        title: 'Address',
        help: 'Where documents are posted to, for example https://books.example.com/entries.',
      },
      signingSecret: {
        title: 'Signing secret',
        help: 'At least 16 characters that the receiver knows too. Every call is signed with it (HMAC-SHA256).',
      },
      token: {
        title: 'Bearer token',
        help: 'Only if the receiver wants one: sent along in the Authorization header.',
      },
    },
    fr: {
      url: {
        title: 'Adresse',
        help: 'Où les documents sont envoyés, par exemple https://compta.exemple.fr/ecritures.',
      },
      signingSecret: {
        title: 'Secret de signature',
        help: 'Au moins 16 caractères que le destinataire connaît aussi. Chaque appel en est signé (HMAC-SHA256).',
      },
      token: {
        title: 'Jeton (bearer)',
        help: 'Seulement si le destinataire en demande un : il est joint dans l’en-tête Authorization.',
      },
    },
    nl: {
      url: {
        title: 'Adres',
        help: 'Waar de documenten naartoe gaan, bijvoorbeeld https://boekhouding.voorbeeld.be/boekingen.',
      },
      signingSecret: {
        title: 'Ondertekeningsgeheim',
        help: 'Minstens 16 tekens die de ontvanger ook kent. Elke oproep wordt ermee ondertekend (HMAC-SHA256).',
      },
      token: {
        title: 'Bearer-token',
        help: 'Alleen als de ontvanger er een vraagt: het gaat mee in de Authorization-header.',
      },
    },
  },
};
