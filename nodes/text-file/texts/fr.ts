import type { FieldText } from '#nodes/kit/texts.ts';
import { ENCODING_NAMES } from './encoding-names.ts';

export const french: Readonly<Record<string, FieldText>> = {
  preset: {
    title: 'Format',
    help: 'La structure du fichier. Le FEC suit la loi française à la lettre ; essayez les autres avec un import avant de vous y fier.',
    options: {
      fec: 'FEC (France)',
      'winbooks-act': 'WinBooks ACT (Belgique) – à confirmer par un import',
      bob50: 'BOB 50 (Belgique) – à confirmer par un import',
      quadratus: 'Quadratus / Cegid Quadra (France) – à confirmer par un import',
      'ciel-ximport': 'Ciel XIMPORT (France) – à confirmer par un import',
      csv: 'CSV – à confirmer par un import',
      custom: 'Un format personnalisé',
    },
  },
  grain: {
    title: 'Une écriture par',
    help: 'Chaque document à part, ou des totaux par compte, taux de TVA et règlement : une écriture par jour et par journal, ou par virement du prestataire. Le registre garde chaque document dans tous les cas.',
    options: { document: 'document', day: 'jour', payout: 'virement' },
  },
  encoding: {
    title: 'Encodage des caractères',
    help: 'Laissez celui du format, sauf si les lettres accentuées arrivent déformées dans le logiciel comptable.',
    options: { '': 'Celui du format', ...ENCODING_NAMES },
  },
  onUnmappable: {
    title: 'Caractères absents de l’encodage',
    help: 'Que faire d’une lettre ou d’un signe impossible à écrire. Tout remplacement est signalé dans le journal d’exécution.',
    options: {
      '': 'Comme le prévoit le format',
      error: 'Retenir l’écriture',
      transliterate: 'Écrire un équivalent (é devient e, € devient EUR)',
      replace: 'Écrire le caractère de remplacement',
    },
  },
  fileName: {
    title: 'Nom du fichier',
    help: 'Vide : le nom prescrit par le format. %D %M %y %Y sont le jour, le mois et l’année de l’exécution ; {siren} {company} {closingDate} {from} {to} {journal} {flow} {run} sont remplis aussi.',
  },
  siren: {
    title: 'Numéro SIREN',
    help: 'Les neuf chiffres de l’entreprise française ; le FEC porte ce numéro dans son nom.',
  },
  company: { title: 'Entreprise', help: 'Raison sociale, pour les formats et les noms de fichier qui la mentionnent.' },
  fiscalYearEnd: {
    title: 'Clôture de l’exercice',
    help: 'Mois et jour de clôture des comptes, par exemple 12-31. Un FEC ne contient qu’un seul exercice.',
  },
  validated: {
    title: 'Écritures validées',
    help: 'Remplit la date de validation (ValidDate) avec la date comptable. Désactivez pour transmettre un brouillard ; un FEC définitif n’en admet pas.',
  },
  bookYear: {
    title: 'Exercice dans WinBooks',
    help: 'Un caractère : le numéro de l’exercice dans le dossier WinBooks (1 à 9, puis A à Z). Les autres formats l’ignorent.',
  },
  custom: {
    title: 'Format personnalisé',
    help: 'La définition de votre format en JSON, utilisée quand le format est « Un format personnalisé ». La documentation de ce nœud l’explique.',
  },
};
