import { defineTexts } from '#ui/i18n/use-texts.ts';

export const helpTexts = defineTexts({
  title: { en: 'How the tables are read', fr: 'Comment les tables sont lues', nl: 'Hoe de tabellen worden gelezen' },
  rule: {
    en: 'For each case the most precise row that holds and says something wins. The default holds for everything and comes last.',
    fr: 'Pour chaque cas, la ligne la plus précise qui convient et qui dit quelque chose l’emporte. Le défaut vaut pour tout et passe en dernier.',
    nl: 'Voor elk geval wint de meest specifieke rij die past en iets zegt. De standaard geldt voor alles en komt het laatst.',
  },
  step1: {
    en: 'The row that names more conditions by their value goes first.',
    fr: 'La ligne qui nomme le plus de conditions par leur valeur passe d’abord.',
    nl: 'De rij die meer voorwaarden met hun waarde noemt, gaat voor.',
  },
  step2: {
    en: 'Then the one that names more conditions by a pattern, such as stripe* or *bancontact*.',
    fr: 'Puis celle qui nomme le plus de conditions par un motif, comme stripe* ou *bancontact*.',
    nl: 'Dan de rij die meer voorwaarden met een patroon noemt, zoals stripe* of *bancontact*.',
  },
  step3: {
    en: 'Then the one that is more precise in the column further left: payment method, category, carrier, customer group, VAT, country, shop.',
    fr: 'Puis celle qui est plus précise dans la colonne la plus à gauche : mode de paiement, catégorie, transporteur, groupe, TVA, pays, boutique.',
    nl: 'Dan de rij die specifieker is in de meest linkse kolom: betaalwijze, categorie, vervoerder, groep, btw, land, winkel.',
  },
  step4: {
    en: 'Then the longer pattern, and at last the upper row.',
    fr: 'Puis le motif le plus long, et enfin la ligne du haut.',
    nl: 'Dan het langste patroon, en ten slotte de bovenste rij.',
  },
  emptyCells: {
    en: 'An empty condition, or *, holds for all. An empty value leaves the word to the next row, then to the settings of the flow, then to the chart of accounts.',
    fr: 'Une condition vide, ou *, vaut pour tout. Une valeur vide laisse la parole à la ligne suivante, puis aux réglages du flux, puis au plan comptable.',
    nl: 'Een lege voorwaarde, of *, geldt voor alles. Een lege waarde laat het woord aan de volgende rij, dan aan de instellingen van de flow, dan aan het rekeningstelsel.',
  },
  placeholders: {
    en: 'In accounts, {rate} and {country} stand for those of the line: 70{rate} becomes 7021 at 21 %.',
    fr: 'Dans un compte, {rate} et {country} représentent ceux de la ligne : 70{rate} devient 7021 à 21 %.',
    nl: 'In rekeningen staan {rate} en {country} voor die van de regel: 70{rate} wordt 7021 bij 21 %.',
  },
  tryTitle: { en: 'Try it', fr: 'Essayer', nl: 'Proberen' },
  tryLead: {
    en: 'Describe a case: which row of “{table}” wins, and why? The rows are taken as they stand on the screen, saved or not.',
    fr: 'Décrivez un cas : quelle ligne de « {table} » l’emporte, et pourquoi ? Les lignes sont prises telles qu’à l’écran, enregistrées ou non.',
    nl: 'Beschrijf een geval: welke rij van “{table}” wint, en waarom? De rijen gelden zoals ze op het scherm staan, bewaard of niet.',
  },
  field: { en: 'What is asked', fr: 'Ce qui est demandé', nl: 'Wat wordt gevraagd' },
  fieldHelp: {
    en: 'The column whose value is looked for',
    fr: 'La colonne dont on cherche la valeur',
    nl: 'De kolom waarvan de waarde wordt gezocht',
  },
  factHelp: { en: 'Leave empty for unknown', fr: 'Laissez vide si inconnu', nl: 'Laat leeg als het onbekend is' },
  ask: { en: 'Which row wins?', fr: 'Quelle ligne l’emporte ?', nl: 'Welke rij wint?' },
  nobody: {
    en: 'No row holds: the settings of the flow and its chart of accounts decide.',
    fr: 'Aucune ligne ne convient : les réglages du flux et son plan comptable décident.',
    nl: 'Geen enkele rij past: de instellingen van de flow en het rekeningstelsel beslissen.',
  },
  wins: { en: 'wins', fr: 'l’emporte', nl: 'wint' },
  overruled: { en: 'less precise', fr: 'moins précise', nl: 'minder specifiek' },
  silent: { en: 'says nothing', fr: 'ne dit rien', nl: 'zegt niets' },
  rowNumber: { en: 'Row {row}', fr: 'Ligne {row}', nl: 'Rij {row}' },
  exact: { en: 'named by value: {axes}', fr: 'par valeur : {axes}', nl: 'met waarde: {axes}' },
  pattern: { en: 'by pattern: {axes}', fr: 'par motif : {axes}', nl: 'met patroon: {axes}' },
  holdsForAll: { en: 'holds for everything', fr: 'vaut pour tout', nl: 'geldt voor alles' },
  show: { en: 'Show row {row}', fr: 'Montrer la ligne {row}', nl: 'Rij {row} tonen' },
});

export const keyTexts = defineTexts({
  title: { en: 'Keys of the table', fr: 'Touches du tableau', nl: 'Toetsen van de tabel' },
  move: {
    en: 'Go to another cell; with Shift choose a range, with Ctrl to the end',
    fr: 'Changer de cellule ; avec Maj choisir une plage, avec Ctrl jusqu’au bout',
    nl: 'Naar een andere cel; met Shift een bereik kiezen, met Ctrl tot het einde',
  },
  page: {
    en: 'A page further; start and end of the row',
    fr: 'Une page plus loin ; début et fin de ligne',
    nl: 'Een pagina verder; begin en einde van de rij',
  },
  tab: {
    en: 'Next cell; Escape and then Tab leaves the table',
    fr: 'Cellule suivante ; Échap puis Tab quitte le tableau',
    nl: 'Volgende cel; Escape en dan Tab verlaat de tabel',
  },
  edit: {
    en: 'Change the cell; typing replaces it',
    fr: 'Modifier la cellule ; la frappe la remplace',
    nl: 'Cel wijzigen; typen vervangt ze',
  },
  choose: {
    en: 'In a cell: choose a known value',
    fr: 'Dans une cellule : choisir une valeur connue',
    nl: 'In een cel: een bekende waarde kiezen',
  },
  cancel: { en: 'Leave the cell as it was', fr: 'Laisser la cellule telle quelle', nl: 'Cel laten zoals ze was' },
  clear: { en: 'Empty the chosen cells', fr: 'Vider les cellules choisies', nl: 'Gekozen cellen leegmaken' },
  copy: {
    en: 'Copy, cut and paste, also from a spreadsheet',
    fr: 'Copier, couper et coller, aussi depuis un tableur',
    nl: 'Kopiëren, knippen en plakken, ook uit een rekenblad',
  },
  fill: { en: 'Fill down', fr: 'Recopier vers le bas', nl: 'Omlaag doorvoeren' },
  all: { en: 'Choose everything shown', fr: 'Tout choisir', nl: 'Alles kiezen' },
  tick: { en: 'Tick the row', fr: 'Cocher la ligne', nl: 'Rij aanvinken' },
  add: { en: 'Add a row below', fr: 'Ajouter une ligne en dessous', nl: 'Rij eronder toevoegen' },
  remove: {
    en: 'Delete the ticked rows, or those chosen',
    fr: 'Supprimer les lignes cochées, ou celles choisies',
    nl: 'Aangevinkte of gekozen rijen verwijderen',
  },
  undo: { en: 'Undo and redo', fr: 'Annuler et rétablir', nl: 'Ongedaan maken en opnieuw' },
  find: {
    en: 'Search; Enter goes back to the table',
    fr: 'Rechercher ; Entrée revient au tableau',
    nl: 'Zoeken; Enter gaat terug naar de tabel',
  },
  save: { en: 'Save', fr: 'Enregistrer', nl: 'Bewaren' },
  help: { en: 'This list', fr: 'Cette liste', nl: 'Deze lijst' },
});
