import { defineConnector } from '#nodes/kit/connector.ts';
import { defineTrigger } from '#nodes/kit/node-type.ts';

const manualTrigger = defineTrigger({
  id: 'manual-trigger',
  version: 1,
  icon: 'hand-click',
  texts: {
    title: { en: 'Start by hand', fr: 'Démarrage manuel', nl: 'Handmatig starten' },
    description: {
      en: 'Starts the flow when somebody clicks “Run”.',
      fr: 'Démarre le flux lorsque quelqu’un clique sur « Exécuter ».',
      nl: 'Start de flow wanneer iemand op “Uitvoeren” klikt.',
    },
    fields: { en: {}, fr: {}, nl: {} },
  },
  // A trigger carries no documents, so there is nothing to connect: every source starts when the run does.
  inputs: [],
  outputs: [],
  config: { type: 'object', additionalProperties: false, properties: {} },
  messages: {},
});

export const connector = defineConnector({ id: 'manual-trigger', nodeTypes: [manualTrigger], connectionTypes: [] });
