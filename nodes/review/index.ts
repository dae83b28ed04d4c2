import { defineConnector } from '#nodes/kit/connector.ts';
import { defineReview } from '#nodes/kit/node-type.ts';

const review = defineReview({
  id: 'review',
  version: 1,
  icon: 'checklist',
  texts: {
    title: { en: 'Review by a person', fr: 'Contrôle par une personne', nl: 'Controle door een persoon' },
    description: {
      en: 'Holds the journal entries until somebody has looked at them. Only what is ticked and confirmed goes on.',
      fr: 'Retient les écritures jusqu’à ce que quelqu’un les ait contrôlées. Seules les écritures cochées et confirmées continuent.',
      nl: 'Houdt de boekingen tegen tot iemand ze heeft nagekeken. Alleen wat aangevinkt en bevestigd is, gaat verder.',
    },
    fields: {
      en: {
        instructions: {
          title: 'Instructions',
          help: 'Shown to the reviewer above the entries, for example what to look at first.',
        },
      },
      fr: {
        instructions: {
          title: 'Consignes',
          help: 'Affichées au-dessus des écritures pour la personne qui contrôle, par exemple les points à vérifier d’abord.',
        },
      },
      nl: {
        instructions: {
          title: 'Instructies',
          help: 'Verschijnen boven de boekingen voor wie ze nakijkt, bijvoorbeeld waar eerst op te letten.',
        },
      },
    },
  },
  inputs: [{ id: 'entries', kind: 'journal-entry' }],
  outputs: [{ id: 'confirmed', kind: 'journal-entry' }],
  config: {
    type: 'object',
    additionalProperties: false,
    properties: { instructions: { type: 'string', maxLength: 2000, default: '' } },
  },
  messages: {},
});

export const connector = defineConnector({ id: 'review', nodeTypes: [review], connectionTypes: [] });
