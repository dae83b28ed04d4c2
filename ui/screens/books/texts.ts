import { defineTexts } from '#ui/i18n/use-texts.ts';

export const closedPeriodTexts = defineTexts({
  title: { en: 'Closed periods', fr: 'Périodes clôturées', nl: 'Afgesloten perioden' },
  lead: {
    en: 'Until this day nothing is booked any more. What a flow does with older documents (hold, refuse, move to the open period) stands in its mapping.',
    fr: 'Jusqu’à cette date, plus rien n’est comptabilisé. Ce qu’un flux fait des documents plus anciens (mettre en attente, refuser, reporter sur la période ouverte) figure dans son paramétrage comptable.',
    nl: 'Tot en met deze dag wordt niets meer geboekt. Wat een flow met oudere documenten doet (aanhouden, weigeren, naar de open periode verschuiven) staat in haar boekingsregels.',
  },
  workspace: { en: 'All flows', fr: 'Tous les flux', nl: 'Alle flows' },
  workspaceText: {
    en: 'Holds for every flow. One flow can be closed further on its own.',
    fr: 'Vaut pour tous les flux. Un flux peut être clôturé plus loin, séparément.',
    nl: 'Geldt voor elke flow. Eén flow kan apart verder worden afgesloten.',
  },
  closedUntil: { en: 'Closed until {day}', fr: 'Clôturé jusqu’au {day}', nl: 'Afgesloten tot en met {day}' },
  open: { en: 'Nothing is closed', fr: 'Rien n’est clôturé', nl: 'Niets is afgesloten' },
  asAll: { en: 'As for all flows', fr: 'Comme tous les flux', nl: 'Zoals alle flows' },
  flow: { en: 'Flow', fr: 'Flux', nl: 'Flow' },
  effective: { en: 'Nothing booked until', fr: 'Rien n’est comptabilisé jusqu’au', nl: 'Niets geboekt tot en met' },
  own: { en: 'Set for this flow', fr: 'Fixé pour ce flux', nl: 'Bepaald voor deze flow' },
  change: { en: 'Change', fr: 'Modifier', nl: 'Wijzigen' },
  changeOf: {
    en: 'Change the closed period: {scope}',
    fr: 'Modifier la période clôturée : {scope}',
    nl: 'Afgesloten periode wijzigen: {scope}',
  },
  onlyOwner: {
    en: 'Only an owner closes or opens periods.',
    fr: 'Seul un propriétaire clôture ou rouvre des périodes.',
    nl: 'Alleen een eigenaar sluit of heropent perioden.',
  },
  history: { en: 'History', fr: 'Historique', nl: 'Geschiedenis' },
  noHistory: { en: 'Nothing was closed yet.', fr: 'Rien n’a encore été clôturé.', nl: 'Er werd nog niets afgesloten.' },
  when: { en: 'When', fr: 'Quand', nl: 'Wanneer' },
  who: { en: 'Who', fr: 'Qui', nl: 'Wie' },
  scope: { en: 'For', fr: 'Pour', nl: 'Voor' },
  from: { en: 'Before', fr: 'Avant', nl: 'Voorheen' },
  to: { en: 'Closed until', fr: 'Clôturé jusqu’au', nl: 'Afgesloten tot en met' },
  reason: { en: 'Reason', fr: 'Motif', nl: 'Reden' },
  nothing: { en: 'open', fr: 'ouvert', nl: 'open' },
});

export const changeTexts = defineTexts({
  day: { en: 'Last closed day', fr: 'Dernier jour clôturé', nl: 'Laatste afgesloten dag' },
  dayHelp: {
    en: 'Nothing is booked on this day or before. Leave it empty to open everything.',
    fr: 'Rien n’est comptabilisé à cette date ni avant. Laissez vide pour tout rouvrir.',
    nl: 'Op deze dag en ervoor wordt niets geboekt. Laat leeg om alles te heropenen.',
  },
  dayShape: { en: 'DD/MM/YYYY', fr: 'JJ/MM/AAAA', nl: 'DD/MM/JJJJ' },
  reason: { en: 'Reason', fr: 'Motif', nl: 'Reden' },
  reasonHelp: {
    en: 'Stays in the history. Needed when days are opened again.',
    fr: 'Reste dans l’historique. Obligatoire pour rouvrir des jours.',
    nl: 'Blijft in de geschiedenis. Nodig wanneer dagen heropend worden.',
  },
  opens: {
    en: 'This opens days again that were closed: entries dated on them can be booked.',
    fr: 'Ceci rouvre des jours clôturés : des écritures à ces dates pourront être comptabilisées.',
    nl: 'Dit heropent afgesloten dagen: boekingen op die data worden weer mogelijk.',
  },
  cancel: { en: 'Cancel', fr: 'Annuler', nl: 'Annuleren' },
  submit: { en: 'Save', fr: 'Enregistrer', nl: 'Opslaan' },
  done: {
    en: 'The closed period was changed',
    fr: 'La période clôturée a été modifiée',
    nl: 'De afgesloten periode werd gewijzigd',
  },
});
