import { defineTexts } from '#ui/i18n/use-texts.ts';

/** A mapping table on a small screen: a card a row, and a form to change it. */
export const cardTexts = defineTexts({
  change: { en: 'Change row {row}', fr: 'Modifier la ligne {row}', nl: 'Rij {row} wijzigen' },
  changeDefault: { en: 'Change the default', fr: 'Modifier le défaut', nl: 'Standaard wijzigen' },
  holdsForAll: { en: 'Holds for everything', fr: 'Vaut pour tout', nl: 'Geldt voor alles' },
  saysNothing: { en: 'Says nothing yet', fr: 'Ne dit encore rien', nl: 'Zegt nog niets' },
  conditions: { en: 'For what it holds', fr: 'Pour quoi elle vaut', nl: 'Waarvoor ze geldt' },
  values: { en: 'What it says', fr: 'Ce qu’elle dit', nl: 'Wat ze zegt' },
  done: { en: 'Done', fr: 'Terminé', nl: 'Klaar' },
  more_one: { en: 'Show {count} more row', fr: 'Afficher encore {count} ligne', nl: 'Nog {count} rij tonen' },
  more_other: { en: 'Show {count} more rows', fr: 'Afficher encore {count} lignes', nl: 'Nog {count} rijen tonen' },
});
