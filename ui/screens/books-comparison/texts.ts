import { defineTexts } from '#ui/i18n/use-texts.ts';

export const booksTexts = defineTexts({
  lead: {
    en: 'What this run would book, beside what is already in the books. Nothing is booked or changed here.',
    fr: 'Ce que cette exécution comptabiliserait, à côté de ce qui est déjà dans la comptabilité. Rien n’est comptabilisé ni modifié ici.',
    nl: 'Wat deze uitvoering zou boeken, naast wat al in de boekhouding staat. Hier wordt niets geboekt of gewijzigd.',
  },
  counts: {
    en: 'Documents by how they stand beside the books',
    fr: 'Documents selon leur état en comptabilité',
    nl: 'Documenten naar hun stand in de boekhouding',
  },
  documents: { en: 'Documents', fr: 'Documents', nl: 'Documenten' },
  all: { en: 'All documents', fr: 'Tous les documents', nl: 'Alle documenten' },
  counting: { en: 'Still counting…', fr: 'Comptage en cours…', nl: 'Nog aan het tellen…' },
  state_add: { en: 'To add', fr: 'À ajouter', nl: 'Toe te voegen' },
  state_identical: { en: 'Identical', fr: 'Identiques', nl: 'Identiek' },
  state_differs: { en: 'Would differ', fr: 'Différents', nl: 'Zouden verschillen' },
  state_gone: { en: 'Gone from the source', fr: 'Disparus de la source', nl: 'Verdwenen uit de bron' },
  state_stopped: { en: 'Held or failed', fr: 'En attente ou en échec', nl: 'Aangehouden of mislukt' },
  'state_left-out': { en: 'Left out by a rule', fr: 'Écartés par une règle', nl: 'Weggelaten door een regel' },
  goneCaution: {
    en: 'In the books, but the source no longer gives it for this period, or a rule now leaves it out. Nothing is undone by itself: look into the shop first.',
    fr: 'En comptabilité, mais la source ne le donne plus pour cette période, ou une règle l’écarte désormais. Rien n’est annulé automatiquement : vérifiez d’abord dans la boutique.',
    nl: 'In de boekhouding, maar de bron geeft het niet meer voor deze periode, of een regel laat het nu weg. Er wordt niets vanzelf teruggedraaid: kijk eerst in de winkel.',
  },
  goneUnknown: {
    en: 'Whether something is gone from the source cannot be told from this run: start a dry run over a period for that.',
    fr: 'Cette exécution ne permet pas de dire si un document a disparu de la source : lancez un essai à blanc sur une période.',
    nl: 'Uit deze uitvoering valt niet af te leiden of er iets uit de bron verdwenen is: start daarvoor een proefuitvoering over een periode.',
  },
  booked: {
    en: 'Booked as {number} on {day}, transferred {at}: {amount}',
    fr: 'Comptabilisé sous {number} le {day}, transmis le {at} : {amount}',
    nl: 'Geboekt als {number} op {day}, doorgeboekt op {at}: {amount}',
  },
  none: { en: 'No document of this kind.', fr: 'Aucun document de ce type.', nl: 'Geen document van deze soort.' },
  more: { en: 'Show more', fr: 'Afficher plus', nl: 'Meer tonen' },
});
