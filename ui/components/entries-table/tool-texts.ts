import { defineTexts } from '#ui/i18n/use-texts.ts';

/** What stands above the list of entries, and the head of its columns. */
export const toolTexts = defineTexts({
  search: { en: 'Search the entries', fr: 'Rechercher dans les écritures', nl: 'Zoeken in de boekingen' },
  searchHint: {
    en: 'Piece, customer, account, amount…  ( / )',
    fr: 'Pièce, client, compte, montant…  ( / )',
    nl: 'Stuk, klant, rekening, bedrag…  ( / )',
  },
  columns: { en: 'Columns', fr: 'Colonnes', nl: 'Kolommen' },
  columnsHelp: {
    en: 'Tick the columns to be shown and put them in order. Your choice is kept in this browser.',
    fr: 'Cochez les colonnes à afficher et rangez-les. Votre choix est conservé dans ce navigateur.',
    nl: 'Vink de kolommen aan die u wilt zien en zet ze in volgorde. Uw keuze blijft bewaard in deze browser.',
  },
  moveLeft: {
    en: 'Move {name} to the left',
    fr: 'Déplacer {name} vers la gauche',
    nl: '{name} naar links verplaatsen',
  },
  moveRight: {
    en: 'Move {name} to the right',
    fr: 'Déplacer {name} vers la droite',
    nl: '{name} naar rechts verplaatsen',
  },
  usualColumns: { en: 'The usual columns', fr: 'Colonnes habituelles', nl: 'De gebruikelijke kolommen' },
  filters: { en: 'Filter columns', fr: 'Filtrer les colonnes', nl: 'Kolommen filteren' },
  filterOf: { en: 'Filter {name}', fr: 'Filtrer {name}', nl: '{name} filteren' },
  filterAmount: { en: '>100', fr: '>100', nl: '>100' },
  clearFilters: { en: 'Clear the filters', fr: 'Effacer les filtres', nl: 'Filters wissen' },
  csv: { en: 'CSV', fr: 'CSV', nl: 'CSV' },
  csvLabel: {
    en: 'Save what is shown as a CSV file',
    fr: 'Enregistrer l’affichage en fichier CSV',
    nl: 'Wat getoond wordt opslaan als CSV-bestand',
  },
  sums: {
    en: '{entries} entries, {lines} lines',
    fr: '{entries} écritures, {lines} lignes',
    nl: '{entries} boekingen, {lines} regels',
  },
  noMatch: {
    en: 'No entry matches these filters.',
    fr: 'Aucune écriture ne correspond à ces filtres.',
    nl: 'Geen enkele boeking past bij deze filters.',
  },
});
