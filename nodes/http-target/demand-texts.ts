import type { FieldText } from '#nodes/kit/texts.ts';

const en: Readonly<Record<string, FieldText>> = {
  demands: {
    title: 'What the receiver demands of entries',
    help: 'Checked before anybody confirms an entry: one that does not fit is held, never cut. 0 demands nothing.',
  },
  'demands.accountShortest': { title: 'Shortest account', help: 'Fewest characters of a ledger account.' },
  'demands.accountLongest': {
    title: 'Longest account',
    help: 'Most characters of a ledger account. The same as the shortest demands exactly that length.',
  },
  'demands.accountDigits': {
    title: 'Accounts of digits only',
    help: 'Holds entries with a letter in a ledger account.',
  },
  'demands.auxiliaryLongest': {
    title: 'Longest auxiliary account',
    help: 'Most characters of a customer’s auxiliary account.',
  },
  'demands.journalLongest': { title: 'Longest journal code', help: 'Most characters of a journal’s code.' },
  'demands.pieceNumberLongest': { title: 'Longest piece number', help: 'Most characters of a piece number.' },
  'demands.labelLongest': { title: 'Longest label', help: 'Most characters of the label of a line.' },
  'demands.referenceLongest': { title: 'Longest reference', help: 'Most characters of a reference.' },
  'demands.fiscalYearEnd': {
    title: 'Last day of the fiscal year',
    help: 'Month and day, such as 12-31. A piece number may come again in the next fiscal year.',
  },
};
const fr: Readonly<Record<string, FieldText>> = {
  demands: {
    title: 'Ce que le destinataire exige des écritures',
    help: 'Contrôlé avant toute confirmation : une écriture qui ne convient pas est mise en attente, jamais tronquée. 0 n’exige rien.',
  },
  'demands.accountShortest': {
    title: 'Compte le plus court',
    help: 'Nombre minimal de caractères d’un compte général.',
  },
  'demands.accountLongest': {
    title: 'Compte le plus long',
    help: 'Nombre maximal de caractères d’un compte général. Égal au minimum, il impose cette longueur exacte.',
  },
  'demands.accountDigits': {
    title: 'Comptes composés de chiffres uniquement',
    help: 'Met en attente les écritures dont un compte général contient une lettre.',
  },
  'demands.auxiliaryLongest': {
    title: 'Compte auxiliaire le plus long',
    help: 'Nombre maximal de caractères d’un compte auxiliaire client.',
  },
  'demands.journalLongest': {
    title: 'Code journal le plus long',
    help: 'Nombre maximal de caractères d’un code journal.',
  },
  'demands.pieceNumberLongest': {
    title: 'Numéro de pièce le plus long',
    help: 'Nombre maximal de caractères d’un numéro de pièce.',
  },
  'demands.labelLongest': {
    title: 'Libellé le plus long',
    help: 'Nombre maximal de caractères du libellé d’une ligne.',
  },
  'demands.referenceLongest': {
    title: 'Référence la plus longue',
    help: 'Nombre maximal de caractères d’une référence.',
  },
  'demands.fiscalYearEnd': {
    title: 'Dernier jour de l’exercice',
    help: 'Mois et jour, par exemple 12-31. Un numéro de pièce peut revenir à l’exercice suivant.',
  },
};
const nl: Readonly<Record<string, FieldText>> = {
  demands: {
    title: 'Wat de ontvanger van boekingen eist',
    help: 'Wordt nagekeken voordat iemand een boeking bevestigt: wat niet past, wordt aangehouden en nooit ingekort. 0 eist niets.',
  },
  'demands.accountShortest': { title: 'Kortste rekening', help: 'Minste aantal tekens van een grootboekrekening.' },
  'demands.accountLongest': {
    title: 'Langste rekening',
    help: 'Meeste tekens van een grootboekrekening. Gelijk aan het minimum eist het precies die lengte.',
  },
  'demands.accountDigits': {
    title: 'Rekeningen alleen uit cijfers',
    help: 'Houdt boekingen aan waarvan een grootboekrekening een letter bevat.',
  },
  'demands.auxiliaryLongest': {
    title: 'Langste hulprekening',
    help: 'Meeste tekens van de hulprekening van een klant.',
  },
  'demands.journalLongest': { title: 'Langste dagboekcode', help: 'Meeste tekens van een dagboekcode.' },
  'demands.pieceNumberLongest': { title: 'Langste stuknummer', help: 'Meeste tekens van een stuknummer.' },
  'demands.labelLongest': { title: 'Langste omschrijving', help: 'Meeste tekens van de omschrijving van een regel.' },
  'demands.referenceLongest': { title: 'Langste referentie', help: 'Meeste tekens van een referentie.' },
  'demands.fiscalYearEnd': {
    title: 'Laatste dag van het boekjaar',
    help: 'Maand en dag, bijvoorbeeld 12-31. Een stuknummer mag in het volgende boekjaar terugkomen.',
  },
};

/** Texts of what a receiver demands of entries, by language. */
export const demandTexts = { en, fr, nl } as const;
