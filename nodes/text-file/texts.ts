import type { TypeTexts } from '#nodes/kit/texts.ts';
import { english } from './texts/en.ts';
import { french } from './texts/fr.ts';
import { dutch } from './texts/nl.ts';

export const texts: TypeTexts = {
  title: { en: 'Text file', fr: 'Fichier texte', nl: 'Tekstbestand' },
  description: {
    en: 'Writes the journal entries into a file for accounting software: FEC, WinBooks, BOB, Quadratus, Ciel, CSV or a format of your own.',
    fr: 'Écrit les écritures dans un fichier pour un logiciel comptable : FEC, WinBooks, BOB, Quadratus, Ciel, CSV ou un format personnalisé.',
    nl: 'Schrijft de boekingen naar een bestand voor een boekhoudpakket: FEC, WinBooks, BOB, Quadratus, Ciel, CSV of een eigen formaat.',
  },
  fields: { en: english, fr: french, nl: dutch },
};
