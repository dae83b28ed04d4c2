import { defineTexts } from '#ui/i18n/use-texts.ts';

export const reviewTexts = defineTexts({
  title: { en: 'Check the entries', fr: 'Vérifier les écritures', nl: 'Boekingen nakijken' },
  lead: { en: '{flow}, version {number}', fr: '{flow}, version {number}', nl: '{flow}, versie {number}' },
  back: { en: 'Back to the run', fr: 'Retour à l’exécution', nl: 'Terug naar de uitvoering' },
  ticked: {
    en: '{ticked} of {total} entries ticked',
    fr: '{ticked} écritures cochées sur {total}',
    nl: '{ticked} van {total} boekingen aangevinkt',
  },
  toCreate: {
    en: 'Documents to create: {documents} · lines: {lines}',
    fr: 'Documents à créer : {documents} · lignes : {lines}',
    nl: 'Aan te maken documenten: {documents} · regels: {lines}',
  },
  left_one: {
    en: '{count} document stays for later',
    fr: '{count} document reste à transférer',
    nl: '{count} document blijft over',
  },
  left_other: {
    en: '{count} documents stay for later',
    fr: '{count} documents restent à transférer',
    nl: '{count} documenten blijven over',
  },
  debit: { en: 'Debit', fr: 'Débit', nl: 'Debet' },
  credit: { en: 'Credit', fr: 'Crédit', nl: 'Credit' },
  tickAll: { en: 'Tick all', fr: 'Tout cocher', nl: 'Alles aanvinken' },
  untickAll: { en: 'Untick all', fr: 'Tout décocher', nl: 'Alles uitvinken' },
  tickShown: {
    en: 'Tick what is shown ({count})',
    fr: 'Cocher l’affichage ({count})',
    nl: 'Getoonde aanvinken ({count})',
  },
  untickShown: {
    en: 'Untick what is shown ({count})',
    fr: 'Décocher l’affichage ({count})',
    nl: 'Getoonde uitvinken ({count})',
  },
  tickFailed: {
    en: 'The tick could not be kept',
    fr: 'La coche n’a pas pu être enregistrée',
    nl: 'Het vinkje kon niet worden bewaard',
  },
  confirm_one: { en: 'Confirm {count} entry', fr: 'Confirmer {count} écriture', nl: '{count} boeking bevestigen' },
  confirm_other: {
    en: 'Confirm {count} entries',
    fr: 'Confirmer {count} écritures',
    nl: '{count} boekingen bevestigen',
  },
  confirmTitle: { en: 'Confirm these entries?', fr: 'Confirmer ces écritures ?', nl: 'Deze boekingen bevestigen?' },
  confirmText_one: {
    en: '{count} entry goes on: debit {debit}, credit {credit}.',
    fr: '{count} écriture part : débit {debit}, crédit {credit}.',
    nl: '{count} boeking gaat door: debet {debit}, credit {credit}.',
  },
  confirmText_other: {
    en: '{count} entries go on: debit {debit}, credit {credit}.',
    fr: '{count} écritures partent : débit {debit}, crédit {credit}.',
    nl: '{count} boekingen gaan door: debet {debit}, credit {credit}.',
  },
  confirmDry: {
    en: 'This is a dry run: nothing is delivered.',
    fr: 'C’est un essai à blanc : rien n’est envoyé.',
    nl: 'Dit is een proefuitvoering: er wordt niets geleverd.',
  },
  leftOut_one: {
    en: '{count} unticked entry is left out and stays available for a later run.',
    fr: '{count} écriture décochée est écartée et reste disponible pour une prochaine exécution.',
    nl: '{count} uitgevinkte boeking blijft achter en is beschikbaar voor een volgende uitvoering.',
  },
  leftOut_other: {
    en: '{count} unticked entries are left out and stay available for a later run.',
    fr: '{count} écritures décochées sont écartées et restent disponibles pour une prochaine exécution.',
    nl: '{count} uitgevinkte boekingen blijven achter en zijn beschikbaar voor een volgende uitvoering.',
  },
  goesTo: { en: 'They go to:', fr: 'Destination :', nl: 'Ze gaan naar:' },
  cancel: { en: 'Not yet', fr: 'Pas encore', nl: 'Nog niet' },
  confirmed: { en: 'Entries confirmed', fr: 'Écritures confirmées', nl: 'Boekingen bevestigd' },
  noneTicked: {
    en: 'Tick at least one entry.',
    fr: 'Cochez au moins une écriture.',
    nl: 'Vink minstens één boeking aan.',
  },
  keeping: { en: 'Keeping your ticks…', fr: 'Enregistrement des coches…', nl: 'Vinkjes bewaren…' },
  changedTitle: { en: 'The list has changed', fr: 'La liste a changé', nl: 'De lijst is veranderd' },
  changedText: {
    en: 'Somebody changed the ticks meanwhile, so nothing was confirmed. The list is up to date now: look through it and confirm again.',
    fr: 'Quelqu’un a modifié les coches entre-temps ; rien n’a été confirmé. La liste est maintenant à jour : parcourez-la et confirmez de nouveau.',
    nl: 'Iemand heeft intussen vinkjes veranderd, dus er is niets bevestigd. De lijst is nu bijgewerkt: bekijk ze en bevestig opnieuw.',
  },
  closedTitle: {
    en: 'These entries are confirmed',
    fr: 'Ces écritures sont confirmées',
    nl: 'Deze boekingen zijn bevestigd',
  },
  closedText: {
    en: 'They can be looked at, but no longer changed here.',
    fr: 'Elles peuvent être consultées, mais plus modifiées ici.',
    nl: 'Ze kunnen bekeken worden, maar hier niet meer gewijzigd.',
  },
  keys: {
    en: 'Arrows move, Space ticks, Enter folds or explains a line, / searches.',
    fr: 'Flèches pour se déplacer, Espace pour cocher, Entrée pour replier ou expliquer une ligne, / pour rechercher.',
    nl: 'Pijltjes bewegen, spatie vinkt aan, Enter vouwt dicht of legt een regel uit, / zoekt.',
  },
  emptyTitle: { en: 'No entries to check', fr: 'Aucune écriture à vérifier', nl: 'Geen boekingen na te kijken' },
  emptyText: {
    en: 'No entry has reached this check. The run’s documents say why.',
    fr: 'Aucune écriture n’est arrivée à ce contrôle. Les documents de l’exécution disent pourquoi.',
    nl: 'Geen enkele boeking heeft deze controle bereikt. De documenten van de uitvoering zeggen waarom.',
  },
});
