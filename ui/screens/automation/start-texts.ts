import { defineTexts } from '#ui/i18n/use-texts.ts';

export const startTexts = defineTexts({
  api: {
    en: 'Start from another program',
    fr: 'Lancer depuis un autre programme',
    nl: 'Starten vanuit een ander programma',
  },
  apiLead: {
    en: 'A call of this address with an API key starts the published version, whether the flow is switched on or not. The same idempotency key never starts a second run: a call whose answer was lost can simply be made again.',
    fr: 'Un appel de cette adresse avec une clé API lance la version publiée, que le flux soit activé ou non. Une même clé d’idempotence ne lance jamais une deuxième exécution : un appel dont la réponse s’est perdue peut simplement être refait.',
    nl: 'Een oproep van dit adres met een API-sleutel start de gepubliceerde versie, of de flow nu aan staat of niet. Dezelfde idempotentiesleutel start nooit een tweede uitvoering: een oproep waarvan het antwoord verloren ging, mag gewoon opnieuw.',
  },
  address: { en: 'Address', fr: 'Adresse', nl: 'Adres' },
  example: { en: 'Example with curl', fr: 'Exemple avec curl', nl: 'Voorbeeld met curl' },
  toKeys: { en: 'API keys', fr: 'Clés API', nl: 'API-sleutels' },
  keyHint: {
    en: 'The key stands in $PASSERELLE_KEY here. Without “period” the run is about everything.',
    fr: 'La clé se trouve ici dans $PASSERELLE_KEY. Sans « period », l’exécution porte sur tout.',
    nl: 'De sleutel staat hier in $PASSERELLE_KEY. Zonder “period” gaat de uitvoering over alles.',
  },
  after: { en: 'Start after another flow', fr: 'Lancer après un autre flux', nl: 'Starten na een andere flow' },
  afterLead: {
    en: 'This flow starts when a run of another one ends in a way that you choose: to go on with its work, or to tell somebody that it failed. It must be switched on; dry runs start nothing.',
    fr: 'Ce flux démarre lorsqu’une exécution d’un autre se termine comme vous l’avez choisi : pour poursuivre son travail ou pour signaler un échec. Il doit être activé ; les essais à blanc ne lancent rien.',
    nl: 'Deze flow start wanneer een uitvoering van een andere eindigt zoals u kiest: om het werk voort te zetten, of om te melden dat het misging. Hij moet aan staan; proefuitvoeringen starten niets.',
  },
  afterNone: {
    en: 'It starts after no other flow yet.',
    fr: 'Il ne démarre encore après aucun autre flux.',
    nl: 'Hij start nog na geen enkele andere flow.',
  },
  every: { en: 'Every other flow', fr: 'Tous les autres flux', nl: 'Elke andere flow' },
  remove: { en: 'Remove', fr: 'Retirer', nl: 'Verwijderen' },
  removeOf: {
    en: 'No longer start after {name}',
    fr: 'Ne plus lancer après {name}',
    nl: 'Niet meer starten na {name}',
  },
  removed: { en: 'Removed', fr: 'Retiré', nl: 'Verwijderd' },
  removeFailed: { en: 'It could not be removed', fr: 'Impossible de le retirer', nl: 'Verwijderen is mislukt' },
  notStarted: { en: 'Not started {ago}', fr: 'Non lancé {ago}', nl: 'Niet gestart {ago}' },
  add: { en: 'Start after a flow', fr: 'Lancer après un flux', nl: 'Starten na een flow' },
  which: { en: 'After', fr: 'Après', nl: 'Na' },
  whichHelp: {
    en: 'Whose runs this flow waits for.',
    fr: 'Le flux dont celui-ci attend les exécutions.',
    nl: 'De flow op wiens uitvoeringen deze wacht.',
  },
  when: { en: 'When', fr: 'Quand', nl: 'Wanneer' },
  preset_success: { en: 'It succeeded', fr: 'Elle a réussi', nl: 'Ze is geslaagd' },
  preset_failures: { en: 'It did not succeed', fr: 'Elle n’a pas réussi', nl: 'Ze is niet geslaagd' },
  preset_own: { en: 'Choose…', fr: 'Choisir…', nl: 'Kiezen…' },
  successHelp: {
    en: 'Every document was posted, or left out by a rule.',
    fr: 'Chaque document a été transmis, ou écarté par une règle.',
    nl: 'Elk document is doorgeboekt, of door een regel weggelaten.',
  },
  failuresHelp: {
    en: 'Handle failures: the run failed, was cancelled, took too long, or left documents held or failed.',
    fr: 'Traiter les échecs : l’exécution a échoué, a été annulée, a duré trop longtemps ou a laissé des documents en attente ou en échec.',
    nl: 'Mislukkingen afhandelen: de uitvoering mislukte, werd geannuleerd, duurde te lang, of liet documenten aangehouden of mislukt achter.',
  },
  ownHelp: { en: 'The ends that count:', fr: 'Les fins qui comptent :', nl: 'De eindes die tellen:' },
  save: { en: 'Save', fr: 'Enregistrer', nl: 'Bewaren' },
  cancel: { en: 'Cancel', fr: 'Annuler', nl: 'Annuleren' },
  saved: {
    en: 'Starts after {name} from now on',
    fr: 'Démarre désormais après {name}',
    nl: 'Start voortaan na {name}',
  },
  followers: {
    en: 'Flows that start after this one:',
    fr: 'Flux qui démarrent après celui-ci :',
    nl: 'Flows die na deze starten:',
  },
});
