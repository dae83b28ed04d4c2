import { defineTexts } from '#ui/i18n/use-texts.ts';

/** The grid itself, its marks and what is done with rows. */
export const gridTexts = defineTexts({
  grid: {
    en: '{table}: default and exceptions',
    fr: '{table} : défaut et exceptions',
    nl: '{table}: standaard en uitzonderingen',
  },
  gridHelp: {
    en: 'Arrow keys choose a cell, typing fills it in. Press Escape and then Tab to leave the table, and the question mark for all keys.',
    fr: 'Les flèches choisissent une cellule, la frappe la remplit. Échap puis Tab quittent le tableau ; le point d’interrogation montre toutes les touches.',
    nl: 'De pijltoetsen kiezen een cel, typen vult ze in. Escape en daarna Tab verlaten de tabel; het vraagteken toont alle toetsen.',
  },
  row: { en: 'Row', fr: 'Ligne', nl: 'Rij' },
  defaultRow: { en: 'Default', fr: 'Défaut', nl: 'Standaard' },
  all: { en: 'all', fr: 'tous', nl: 'alle' },
  tickAll: { en: 'Tick all rows shown', fr: 'Cocher toutes les lignes affichées', nl: 'Alle getoonde rijen aanvinken' },
  tickRow: { en: 'Tick row {row}', fr: 'Cocher la ligne {row}', nl: 'Rij {row} aanvinken' },
  resetRow: {
    en: 'Reset row {row}: the default speaks again',
    fr: 'Réinitialiser la ligne {row} : le défaut s’applique à nouveau',
    nl: 'Rij {row} terugzetten: de standaard geldt weer',
  },
  filterColumn: { en: 'Filter {column}', fr: 'Filtrer {column}', nl: '{column} filteren' },
  clearFilters: { en: 'Clear all filters', fr: 'Effacer tous les filtres', nl: 'Alle filters wissen' },
  filterHint: { en: 'Filter', fr: 'Filtrer', nl: 'Filteren' },
  noMatch: {
    en: 'No exception matches the filter.',
    fr: 'Aucune exception ne correspond au filtre.',
    nl: 'Geen uitzondering voldoet aan de filter.',
  },
  noRows: {
    en: 'No exceptions: the default holds for everything. Add a row for a country, a rate or a payment method that is booked otherwise.',
    fr: 'Aucune exception : le défaut vaut pour tout. Ajoutez une ligne pour un pays, un taux ou un mode de paiement comptabilisé autrement.',
    nl: 'Geen uitzonderingen: de standaard geldt voor alles. Voeg een rij toe voor een land, tarief of betaalwijze die anders wordt geboekt.',
  },
  markTooLong: {
    en: 'Too long: at most {limit} characters',
    fr: 'Trop long : {limit} caractères au plus',
    nl: 'Te lang: hoogstens {limit} tekens',
  },
  markCountry: {
    en: 'A country is two letters, as in BE, or a pattern with *',
    fr: 'Un pays s’écrit en deux lettres, comme BE, ou avec un motif *',
    nl: 'Een land is twee letters, zoals BE, of een patroon met *',
  },
  markPlaceholder: {
    en: 'Only {rate} and {country} can stand in braces',
    fr: 'Seuls {rate} et {country} peuvent figurer entre accolades',
    nl: 'Alleen {rate} en {country} mogen tussen accolades staan',
  },
  markYesNo: { en: 'Yes or no', fr: 'Oui ou non', nl: 'Ja of nee' },
  markGone: {
    en: 'The connected system no longer has this value',
    fr: 'Le système connecté n’a plus cette valeur',
    nl: 'Het verbonden systeem heeft deze waarde niet meer',
  },
  markUnlisted: {
    en: 'Not in the lists of the connected systems; it is used as it stands',
    fr: 'Absent des listes des systèmes connectés ; utilisé tel quel',
    nl: 'Niet in de lijsten van de verbonden systemen; wordt gebruikt zoals het er staat',
  },
  sameAs: {
    en: 'Holds for the same as row {row}',
    fr: 'Vaut pour la même chose que la ligne {row}',
    nl: 'Geldt voor hetzelfde als rij {row}',
  },
  sameAsUnused: {
    en: 'Never used: row {row} holds for the same and comes first',
    fr: 'Jamais utilisée : la ligne {row} vaut pour la même chose et passe avant',
    nl: 'Nooit gebruikt: rij {row} geldt voor hetzelfde en komt eerst',
  },
  unused: {
    en: 'Never used: row {row} is asked first and says it all',
    fr: 'Jamais utilisée : la ligne {row} passe avant et dit tout',
    nl: 'Nooit gebruikt: rij {row} komt eerst en zegt alles al',
  },
  sameAsDefault: {
    en: 'Has no conditions, as the default: fill in for what it holds',
    fr: 'Sans condition, comme le défaut : indiquez pour quoi elle vaut',
    nl: 'Zonder voorwaarden, zoals de standaard: vul in waarvoor ze geldt',
  },
  yes: { en: 'yes', fr: 'oui', nl: 'ja' },
  no: { en: 'no', fr: 'non', nl: 'nee' },
  choices: { en: 'Known values', fr: 'Valeurs connues', nl: 'Bekende waarden' },
  choicesMore_one: {
    en: '{count} more: type to narrow',
    fr: '{count} autre : tapez pour affiner',
    nl: 'Nog {count}: typ om te verfijnen',
  },
  choicesMore_other: {
    en: '{count} more: type to narrow',
    fr: '{count} autres : tapez pour affiner',
    nl: 'Nog {count}: typ om te verfijnen',
  },
  gone: { en: 'gone', fr: 'disparue', nl: 'verdwenen' },
  freeText: { en: 'Enter keeps “{text}”', fr: 'Entrée garde « {text} »', nl: 'Enter behoudt “{text}”' },
  matchHelp: {
    en: 'A value or a pattern with *; empty holds for all',
    fr: 'Une valeur ou un motif avec * ; vide vaut pour tout',
    nl: 'Een waarde of een patroon met *; leeg geldt voor alles',
  },
  taxHelp: {
    en: 'A rate (21, 5.5, 0 for without VAT) or the name of a tax, or a pattern with *; empty holds for all',
    fr: 'Un taux (21, 5,5, 0 pour sans TVA) ou le nom d’une taxe, ou un motif avec * ; vide vaut pour tout',
    nl: 'Een tarief (21, 5,5, 0 voor zonder btw) of de naam van een belasting, of een patroon met *; leeg geldt voor alles',
  },
  setHelp: {
    en: 'What this row says; empty leaves it to a less specific row. Accounts may hold {rate} and {country}.',
    fr: 'Ce que dit la ligne ; vide laisse parler une ligne moins précise. Un compte peut contenir {rate} et {country}.',
    nl: 'Wat deze rij zegt; leeg laat een minder specifieke rij spreken. Een rekening mag {rate} en {country} bevatten.',
  },
});
