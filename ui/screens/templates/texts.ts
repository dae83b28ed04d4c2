import { defineTexts } from '#ui/i18n/use-texts.ts';

export const templatesTexts = defineTexts({
  title: { en: 'Templates', fr: 'Modèles', nl: 'Sjablonen' },
  lead: {
    en: 'Ready-made flows. Choose one, answer a few questions, check the entries; you can change everything later on the canvas.',
    fr: 'Des flux prêts à l’emploi. Choisissez-en un, répondez à quelques questions, contrôlez les écritures ; tout reste modifiable sur le canevas.',
    nl: 'Kant-en-klare flows. Kies er een, beantwoord enkele vragen, kijk de boekingen na; alles blijft aanpasbaar op het canvas.',
  },
  search: { en: 'Search templates', fr: 'Rechercher un modèle', nl: 'Sjablonen zoeken' },
  allTags: { en: 'All', fr: 'Tous', nl: 'Alle' },
  tags: { en: 'Filter by subject', fr: 'Filtrer par thème', nl: 'Filteren op onderwerp' },
  use: { en: 'Use this template', fr: 'Utiliser ce modèle', nl: 'Dit sjabloon gebruiken' },
  useOf: { en: 'Use the template {name}', fr: 'Utiliser le modèle {name}', nl: 'Sjabloon {name} gebruiken' },
  noMatch: { en: 'No template matches.', fr: 'Aucun modèle ne correspond.', nl: 'Geen sjabloon gevonden.' },
  emptyTitle: { en: 'No templates here', fr: 'Pas de modèle ici', nl: 'Geen sjablonen' },
  emptyText: {
    en: 'This installation brings no template. You can still build a flow on the canvas.',
    fr: 'Cette installation ne contient aucun modèle. Vous pouvez tout de même créer un flux sur le canevas.',
    nl: 'Deze installatie heeft geen sjablonen. U kunt wel een flow op het canvas bouwen.',
  },
  toFlows: { en: 'To the flows', fr: 'Vers les flux', nl: 'Naar de flows' },
  tag_accounting: { en: 'Accounting', fr: 'Comptabilité', nl: 'Boekhouding' },
  tag_belgium: { en: 'Belgium', fr: 'Belgique', nl: 'België' },
  tag_file: { en: 'File', fr: 'Fichier', nl: 'Bestand' },
  tag_france: { en: 'France', fr: 'France', nl: 'Frankrijk' },
  tag_shop: { en: 'Shop', fr: 'Boutique', nl: 'Winkel' },
  needs: { en: 'Needs: {types}', fr: 'Nécessite : {types}', nl: 'Nodig: {types}' },
});
