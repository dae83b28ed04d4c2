import { defineTexts } from '#ui/i18n/use-texts.ts';

export const runDialogTexts = defineTexts({
  title: { en: 'Run “{name}”', fr: 'Exécuter « {name} »', nl: '“{name}” uitvoeren' },
  period: { en: 'Period', fr: 'Période', nl: 'Periode' },
  periodHelp: {
    en: 'Days in the flow’s time zone, both ends included. What was already posted is skipped.',
    fr: 'Jours dans le fuseau horaire du flux, bornes comprises. Ce qui est déjà comptabilisé est ignoré.',
    nl: 'Dagen in de tijdzone van de flow, begin en einde inbegrepen. Wat al doorgeboekt is, wordt overgeslagen.',
  },
  'period_this-month': { en: 'This month', fr: 'Ce mois-ci', nl: 'Deze maand' },
  'period_previous-month': { en: 'Previous month', fr: 'Mois précédent', nl: 'Vorige maand' },
  'period_last-7-days': { en: 'Last 7 days', fr: '7 derniers jours', nl: 'Laatste 7 dagen' },
  period_custom: { en: 'Choose the days', fr: 'Choisir les jours', nl: 'Dagen kiezen' },
  period_all: { en: 'Everything', fr: 'Tout', nl: 'Alles' },
  days: { en: 'First and last day', fr: 'Premier et dernier jour', nl: 'Eerste en laatste dag' },
  daysHelp: {
    en: 'Choose the same day twice for a single day.',
    fr: 'Choisissez deux fois le même jour pour une seule journée.',
    nl: 'Kies tweemaal dezelfde dag voor één dag.',
  },
  span: { en: 'From {from} to {to}', fr: 'Du {from} au {to}', nl: 'Van {from} tot en met {to}' },
  everything: {
    en: 'Every document that the source holds, whatever its date.',
    fr: 'Tous les documents de la source, quelle que soit leur date.',
    nl: 'Alle documenten van de bron, ongeacht hun datum.',
  },
  mode: { en: 'Kind of run', fr: 'Type d’exécution', nl: 'Soort uitvoering' },
  dry: { en: 'Dry run', fr: 'À blanc', nl: 'Proef' },
  live: { en: 'Real run', fr: 'Réelle', nl: 'Echt' },
  dryHelp: {
    en: 'Reads real documents and shows the entries; nothing is delivered and nothing is recorded as posted.',
    fr: 'Lit les vrais documents et montre les écritures ; rien n’est transmis ni marqué comme comptabilisé.',
    nl: 'Leest echte documenten en toont de boekingen; er wordt niets afgeleverd of als doorgeboekt genoteerd.',
  },
  liveHelp: {
    en: 'Delivers the entries. If the flow has a review, you confirm them first.',
    fr: 'Transmet les écritures. Si le flux comporte une vérification, vous les confirmez d’abord.',
    nl: 'Levert de boekingen af. Heeft de flow een nazicht, dan bevestigt u ze eerst.',
  },
  includePosted: {
    en: 'Include what was already transferred',
    fr: 'Inclure ce qui a déjà été transmis',
    nl: 'Ook wat al doorgeboekt is',
  },
  includePostedHelp: {
    en: 'Usually left off: what was posted is skipped. Turned on, it is booked once more.',
    fr: 'D’ordinaire désactivé : ce qui est comptabilisé est ignoré. Activé, c’est comptabilisé une nouvelle fois.',
    nl: 'Gewoonlijk uit: wat doorgeboekt is, wordt overgeslagen. Aan, dan wordt het nog eens geboekt.',
  },
  includedCount_one: {
    en: '{count} posting of this period is in the books already.',
    fr: '{count} écriture de cette période est déjà en comptabilité.',
    nl: '{count} doorboeking van deze periode staat al in de boeken.',
  },
  includedCount_other: {
    en: '{count} postings of this period are in the books already.',
    fr: '{count} écritures de cette période sont déjà en comptabilité.',
    nl: '{count} doorboekingen van deze periode staan al in de boeken.',
  },
  includedWarning: {
    en: 'A real run books them a second time. Remove them from the target first; that is your responsibility.',
    fr: 'Une exécution réelle les comptabilise une seconde fois. Retirez-les d’abord de la cible : c’est votre responsabilité.',
    nl: 'Een echte uitvoering boekt ze een tweede keer. Verwijder ze eerst uit het doel; dat is uw verantwoordelijkheid.',
  },
  reason: { en: 'Reason', fr: 'Motif', nl: 'Reden' },
  reasonHelp: {
    en: 'At least five characters; kept with your name.',
    fr: 'Au moins cinq caractères ; conservé avec votre nom.',
    nl: 'Minstens vijf tekens; bewaard met uw naam.',
  },
  startDry: { en: 'Start the dry run', fr: 'Lancer à blanc', nl: 'Proef starten' },
  startLive: { en: 'Start the real run', fr: 'Lancer l’exécution réelle', nl: 'Echte uitvoering starten' },
  cancel: { en: 'Cancel', fr: 'Annuler', nl: 'Annuleren' },
});
