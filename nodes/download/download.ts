import { type DeliverItem, defineDelivery } from '#nodes/kit/node-type.ts';
import type { FileDocument } from '#schemas/documents/file.ts';
import { SettingsError } from '#schemas/errors.ts';
import { messages } from './messages.ts';

function isFile(body: DeliverItem['envelope']['body'], kind: string): body is FileDocument {
  return kind === 'file' && 'sha256' in body;
}

/**
 * The delivery that stays in the house: the engine has already stored the file's bytes with its run, where people fetch
 * them. Nothing is sent, so delivering again changes nothing.
 */
export const download = defineDelivery({
  id: 'download',
  version: 1,
  texts: {
    title: { en: 'Download', fr: 'Téléchargement', nl: 'Download' },
    description: {
      en: 'Offers the file for download on the page of the run.',
      fr: 'Propose le fichier au téléchargement sur la page de l’exécution.',
      nl: 'Biedt het bestand als download aan op de pagina van de uitvoering.',
    },
    fields: { en: {}, fr: {}, nl: {} },
  },
  icon: 'download',
  inputs: [{ id: 'file', kind: 'file' }],
  outputs: [],
  config: { type: 'object', properties: {}, additionalProperties: false },
  messages: messages.catalogue,
  idempotency: 'natural-key',
  readsBytes: false,
  deliver: async (_context, { envelope }) => {
    if (!isFile(envelope.body, envelope.kind)) {
      throw new SettingsError(messages.build.not_a_file({ kind: envelope.kind }));
    }
    return { reference: envelope.body.name };
  },
});
