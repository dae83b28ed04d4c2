import type { TypeTexts } from '#nodes/kit/texts.ts';

export const salesTexts: TypeTexts = {
  title: { en: 'Acme sales', fr: 'Ventes Acme', nl: 'Acme-verkopen' },
  description: {
    en: 'Reads the orders of an Acme shop as sales.',
    fr: 'Lit les commandes d’une boutique Acme comme des ventes.',
    nl: 'Leest de bestellingen van een Acme-winkel als verkopen.',
  },
  fields: {
    en: { perPage: { title: 'Orders per call', help: 'How many orders are read at a time.' } },
    fr: { perPage: { title: 'Commandes par appel', help: 'Nombre de commandes lues à la fois.' } },
    nl: { perPage: { title: 'Bestellingen per oproep', help: 'Hoeveel bestellingen per keer gelezen worden.' } },
  },
};
