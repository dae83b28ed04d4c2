import type { TypeTexts } from '#nodes/kit/texts.ts';

export const connectionTexts: TypeTexts = {
  title: { en: 'Acme shop', fr: 'Boutique Acme', nl: 'Acme-winkel' },
  description: {
    en: 'An Acme shop. Passerelle only reads from it.',
    fr: 'Une boutique Acme. Passerelle ne fait qu’y lire.',
    nl: 'Een Acme-winkel. Passerelle leest er alleen uit.',
  },
  fields: {
    en: {
      url: { title: 'Address', help: 'Address of the shop’s API, with https.' },
      apiKey: { title: 'API key', help: 'A key with read permission is enough.' },
    },
    fr: {
      url: { title: 'Adresse', help: 'Adresse de l’API de la boutique, en https.' },
      apiKey: { title: 'Clé API', help: 'Une clé en lecture seule suffit.' },
    },
    nl: {
      url: { title: 'Adres', help: 'Adres van de API van de winkel, met https.' },
      apiKey: { title: 'API-sleutel', help: 'Een sleutel met leesrecht volstaat.' },
    },
  },
};
