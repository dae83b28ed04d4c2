import { defineTexts } from '#ui/i18n/use-texts.ts';

export const customerTexts = defineTexts({
  title: { en: 'Customers', fr: 'Clients', nl: 'Klanten' },
  lead: {
    en: 'Who the customers of your shops are in the books. What is not there waits here for your decision.',
    fr: 'Qui sont les clients de vos boutiques dans la comptabilité. Ceux qui n’y existent pas attendent ici votre décision.',
    nl: 'Wie de klanten van uw webwinkels in de boekhouding zijn. Wie daar niet bestaat, wacht hier op uw beslissing.',
  },
  states: { en: 'State', fr: 'État', nl: 'Status' },
  state_all: { en: 'All', fr: 'Tous', nl: 'Alle' },
  state_asked: { en: 'To decide', fr: 'À décider', nl: 'Te beslissen' },
  state_linked: { en: 'In the books', fr: 'En comptabilité', nl: 'In de boekhouding' },
  state_approved: { en: 'To be created', fr: 'À créer', nl: 'Aan te maken' },
  state_creating: { en: 'Being created', fr: 'En cours de création', nl: 'Wordt aangemaakt' },
  state_failed: {
    en: 'Not accepted by the books',
    fr: 'Rejeté par la comptabilité',
    nl: 'Niet aanvaard door de boekhouding',
  },
  state_refused: { en: 'Not to be created', fr: 'À ne pas créer', nl: 'Niet aan te maken' },
  search: { en: 'Search customers', fr: 'Rechercher un client', nl: 'Klanten zoeken' },
  searchHint: {
    en: 'Name, VAT number, e-mail or reference',
    fr: 'Nom, numéro de TVA, e-mail ou référence',
    nl: 'Naam, btw-nummer, e-mail of referentie',
  },
  connection: { en: 'Connection to the books', fr: 'Connexion comptable', nl: 'Verbinding met de boekhouding' },
  allConnections: { en: 'All connections', fr: 'Toutes les connexions', nl: 'Alle verbindingen' },
  colCustomer: { en: 'Customer', fr: 'Client', nl: 'Klant' },
  colState: { en: 'State', fr: 'État', nl: 'Status' },
  colContact: { en: 'VAT number, e-mail', fr: 'N° TVA, e-mail', nl: 'Btw-nummer, e-mail' },
  colBooks: { en: 'In the books', fr: 'En comptabilité', nl: 'In de boekhouding' },
  colWaiting: { en: 'Waiting', fr: 'En attente', nl: 'Wacht' },
  colChanged: { en: 'Changed', fr: 'Modifié', nl: 'Gewijzigd' },
  colActions: { en: 'Actions', fr: 'Actions', nl: 'Acties' },
  key: { en: 'Key: {key}', fr: 'Clé : {key}', nl: 'Sleutel: {key}' },
  ledger: { en: 'Account {account}', fr: 'Compte {account}', nl: 'Grootboekrekening {account}' },
  auxiliary: { en: 'Auxiliary {account}', fr: 'Auxiliaire {account}', nl: 'Hulprekening {account}' },
  waiting_one: { en: '{count} document', fr: '{count} document', nl: '{count} document' },
  waiting_other: { en: '{count} documents', fr: '{count} documents', nl: '{count} documenten' },
  waitingOf_one: {
    en: 'Show the {count} document that waits for {name}',
    fr: 'Afficher le {count} document en attente de {name}',
    nl: 'Toon het {count} document dat op {name} wacht',
  },
  waitingOf_other: {
    en: 'Show the {count} documents that wait for {name}',
    fr: 'Afficher les {count} documents en attente de {name}',
    nl: 'Toon de {count} documenten die op {name} wachten',
  },
  more: { en: 'Show more', fr: 'Afficher plus', nl: 'Meer tonen' },
  shown: { en: '{shown} of {total} shown', fr: '{shown} affichés sur {total}', nl: '{shown} van {total} getoond' },
  noMatch: {
    en: 'No customer matches.',
    fr: 'Aucun client ne correspond.',
    nl: 'Geen enkele klant komt overeen.',
  },
  clear: { en: 'Clear the filters', fr: 'Effacer les filtres', nl: 'Filters wissen' },
  decidedTitle: { en: 'Nothing to decide', fr: 'Rien à décider', nl: 'Niets te beslissen' },
  decidedText: {
    en: 'No document waits for a decision about its customer. New ones appear here when a flow asks.',
    fr: 'Aucun document n’attend de décision sur son client. Les nouveaux apparaissent ici quand un flux vous interroge.',
    nl: 'Geen enkel document wacht op een beslissing over zijn klant. Nieuwe verschijnen hier zodra een flow erom vraagt.',
  },
  showAll: { en: 'Show all customers', fr: 'Afficher tous les clients', nl: 'Alle klanten tonen' },
  emptyTitle: {
    en: 'No flow asks the books about customers',
    fr: 'Aucun flux n’interroge la comptabilité sur les clients',
    nl: 'Geen enkele flow vraagt de boekhouding naar klanten',
  },
  emptyText: {
    en: 'Put a customers step between the shop and the entries of a flow: it finds each customer in the books, so that the entry stands on their account. Whether missing ones are created is for you to decide; by default none is.',
    fr: 'Placez une étape « clients » entre la boutique et les écritures d’un flux : elle retrouve chaque client dans la comptabilité, et l’écriture porte sur son compte. Créer ceux qui manquent, c’est vous qui en décidez ; par défaut, aucun n’est créé.',
    nl: 'Zet in een flow een klantenstap tussen de webwinkel en de boekingen: ze zoekt elke klant in de boekhouding op, zodat de boeking op zijn rekening komt. Of ontbrekende klanten worden aangemaakt, beslist u; standaard gebeurt dat niet.',
  },
  toFlows: { en: 'To the flows', fr: 'Vers les flux', nl: 'Naar de flows' },
  selectAll: { en: 'Tick all shown', fr: 'Cocher tous ceux affichés', nl: 'Alle getoonde aanvinken' },
  select: { en: 'Tick {name}', fr: 'Cocher {name}', nl: '{name} aanvinken' },
  selected_one: { en: '{count} customer ticked', fr: '{count} client coché', nl: '{count} klant aangevinkt' },
  selected_other: { en: '{count} customers ticked', fr: '{count} clients cochés', nl: '{count} klanten aangevinkt' },
  clearSelection: { en: 'Untick all', fr: 'Tout décocher', nl: 'Alles uitvinken' },
  actionsOf: { en: 'Actions for {name}', fr: 'Actions pour {name}', nl: 'Acties voor {name}' },
});

/** What a person can say about customers. */
export const decisionTexts = defineTexts({
  create: { en: 'Create in the books', fr: 'Créer en comptabilité', nl: 'Aanmaken in de boekhouding' },
  refuse: { en: 'Do not create', fr: 'Ne pas créer', nl: 'Niet aanmaken' },
  link: { en: 'Link by hand…', fr: 'Lier à la main…', nl: 'Handmatig koppelen…' },
  forget: { en: 'Forget…', fr: 'Oublier…', nl: 'Vergeten…' },
  cancel: { en: 'Cancel', fr: 'Annuler', nl: 'Annuleren' },
  approved_one: {
    en: '{count} customer may be created in the books',
    fr: '{count} client peut être créé en comptabilité',
    nl: '{count} klant mag in de boekhouding worden aangemaakt',
  },
  approved_other: {
    en: '{count} customers may be created in the books',
    fr: '{count} clients peuvent être créés en comptabilité',
    nl: '{count} klanten mogen in de boekhouding worden aangemaakt',
  },
  refused_one: {
    en: '{count} customer will not be created',
    fr: '{count} client ne sera pas créé',
    nl: '{count} klant wordt niet aangemaakt',
  },
  refused_other: {
    en: '{count} customers will not be created',
    fr: '{count} clients ne seront pas créés',
    nl: '{count} klanten worden niet aangemaakt',
  },
  failed: {
    en: 'The decision was not kept',
    fr: 'La décision n’a pas été enregistrée',
    nl: 'De beslissing is niet bewaard',
  },
  seeRun: {
    en: 'See the run that tries the documents again',
    fr: 'Voir l’exécution qui réessaie les documents',
    nl: 'Bekijk de uitvoering die de documenten opnieuw probeert',
  },
  laterText: {
    en: 'No document of theirs is free to be tried again now. It takes effect with the next one.',
    fr: 'Aucun de leurs documents ne peut être réessayé maintenant. Cela prendra effet avec le prochain.',
    nl: 'Geen van hun documenten kan nu opnieuw worden geprobeerd. Het geldt vanaf het volgende.',
  },
  refuseTitle_one: {
    en: 'Do not create {count} customer?',
    fr: 'Ne pas créer {count} client ?',
    nl: '{count} klant niet aanmaken?',
  },
  refuseTitle_other: {
    en: 'Do not create {count} customers?',
    fr: 'Ne pas créer {count} clients ?',
    nl: '{count} klanten niet aanmaken?',
  },
  refuseText_one: {
    en: 'Nothing is deleted. {count} document stays under “To mend”, unbooked, until the customer is created or linked after all, or the document is left out. The flow does not ask again.',
    fr: 'Rien n’est supprimé. {count} document reste sous « À corriger », non comptabilisé, jusqu’à ce que le client soit tout de même créé ou lié, ou que le document soit écarté. Le flux ne redemande plus.',
    nl: 'Er wordt niets verwijderd. {count} document blijft ongeboekt onder “Te verhelpen” tot de klant toch wordt aangemaakt of gekoppeld, of tot het document wordt weggelaten. De flow vraagt het niet opnieuw.',
  },
  refuseText_other: {
    en: 'Nothing is deleted. {count} documents stay under “To mend”, unbooked, until the customers are created or linked after all, or the documents are left out. The flow does not ask again.',
    fr: 'Rien n’est supprimé. {count} documents restent sous « À corriger », non comptabilisés, jusqu’à ce que les clients soient tout de même créés ou liés, ou que les documents soient écartés. Le flux ne redemande plus.',
    nl: 'Er wordt niets verwijderd. {count} documenten blijven ongeboekt onder “Te verhelpen” tot de klanten toch worden aangemaakt of gekoppeld, of tot de documenten worden weggelaten. De flow vraagt het niet opnieuw.',
  },
});

export const linkTexts = defineTexts({
  title: { en: 'Link {name}', fr: 'Lier {name}', nl: '{name} koppelen' },
  text: {
    en: 'Say which customer of “{connection}” this is. Nothing is created there; the documents that wait are tried again with these accounts.',
    fr: 'Indiquez quel client de « {connection} » c’est. Rien n’y est créé ; les documents en attente sont réessayés avec ces comptes.',
    nl: 'Zeg welke klant van “{connection}” dit is. Daar wordt niets aangemaakt; de wachtende documenten worden opnieuw geprobeerd met deze rekeningen.',
  },
  reference: { en: 'Reference in the books', fr: 'Référence en comptabilité', nl: 'Referentie in de boekhouding' },
  referenceHelp: {
    en: 'The key under which the accounting program keeps this customer.',
    fr: 'La clé sous laquelle le logiciel comptable tient ce client.',
    nl: 'De sleutel waaronder het boekhoudprogramma deze klant bijhoudt.',
  },
  ledger: { en: 'Ledger account', fr: 'Compte général', nl: 'Grootboekrekening' },
  ledgerHelp: {
    en: 'The account that the entries stand on, 411000 or 400000. Empty: the one that the flow chooses.',
    fr: 'Le compte collectif des écritures, 411000 ou 400000. Vide : celui que choisit le flux.',
    nl: 'De rekening van de boekingen, 411000 of 400000. Leeg: die welke de flow kiest.',
  },
  auxiliary: { en: 'Auxiliary account', fr: 'Compte auxiliaire', nl: 'Hulprekening' },
  auxiliaryHelp: {
    en: 'The customer’s own account below it, such as CDUPONT. Empty: the one that the flow chooses.',
    fr: 'Le compte propre au client en dessous, par exemple CDUPONT. Vide : celui que choisit le flux.',
    nl: 'De eigen rekening van de klant daaronder, bijvoorbeeld CDUPONT. Leeg: die welke de flow kiest.',
  },
  submit: { en: 'Link', fr: 'Lier', nl: 'Koppelen' },
  cancel: { en: 'Cancel', fr: 'Annuler', nl: 'Annuleren' },
  done: {
    en: '{name} is {reference} in the books',
    fr: '{name} est {reference} en comptabilité',
    nl: '{name} is {reference} in de boekhouding',
  },
  forgetTitle: { en: 'Forget {name}?', fr: 'Oublier {name} ?', nl: '{name} vergeten?' },
  forgetText: {
    en: 'Only what Passerelle knows is forgotten: the customer stays in the books as it is, and so does what was booked. The next document looks for the customer there again, and then does what its flow says: wait, ask you or create.',
    fr: 'Seul ce que Passerelle sait est oublié : le client reste tel quel en comptabilité, et ce qui est comptabilisé aussi. Le prochain document l’y recherchera, puis fera ce que dit son flux : attendre, vous demander ou créer.',
    nl: 'Alleen wat Passerelle weet, wordt vergeten: de klant blijft ongewijzigd in de boekhouding, en wat geboekt is ook. Het volgende document zoekt de klant daar opnieuw op en doet dan wat zijn flow zegt: wachten, u vragen of aanmaken.',
  },
  forgetWaiting: {
    en: 'The documents that wait keep waiting: try them again under “To mend”.',
    fr: 'Les documents en attente le restent : réessayez-les sous « À corriger ».',
    nl: 'De wachtende documenten blijven wachten: probeer ze opnieuw onder “Te verhelpen”.',
  },
  forget: { en: 'Forget', fr: 'Oublier', nl: 'Vergeten' },
  forgotten: { en: '{name} is forgotten', fr: '{name} est oublié', nl: '{name} is vergeten' },
});

export const waitingTexts = defineTexts({
  title: { en: 'Documents that wait', fr: 'Documents en attente', nl: 'Wachtende documenten' },
  text: {
    en: 'They wait for {name}, and are tried again once it is decided.',
    fr: 'Ils attendent {name} et sont réessayés une fois la décision prise.',
    nl: 'Ze wachten op {name} en worden opnieuw geprobeerd zodra er beslist is.',
  },
  colNumber: { en: 'Document', fr: 'Document', nl: 'Document' },
  colDay: { en: 'Date', fr: 'Date', nl: 'Datum' },
  colTotal: { en: 'Total', fr: 'Total', nl: 'Totaal' },
  colRun: { en: 'Held by', fr: 'Retenu par', nl: 'Aangehouden door' },
  none: { en: 'None waits any more.', fr: 'Plus aucun n’attend.', nl: 'Er wacht geen enkel meer.' },
  shown: {
    en: 'The first {shown} of {total}',
    fr: 'Les {shown} premiers sur {total}',
    nl: 'De eerste {shown} van {total}',
  },
  close: { en: 'Close', fr: 'Fermer', nl: 'Sluiten' },
  toHolds: { en: 'Open “To mend”', fr: 'Ouvrir « À corriger »', nl: '“Te verhelpen” openen' },
});
