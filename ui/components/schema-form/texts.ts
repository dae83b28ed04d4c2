import { defineTexts } from '#ui/i18n/use-texts.ts';

export const formTexts = defineTexts({
  secretKept: {
    en: 'Filled in; leave empty to keep',
    fr: 'Déjà rempli ; laissez vide pour le conserver',
    nl: 'Ingevuld; laat leeg om te behouden',
  },
  reset: {
    en: 'Reset “{field}” to the default',
    fr: 'Rétablir la valeur par défaut de « {field} »',
    nl: '“{field}” terugzetten op de standaardwaarde',
  },
  search: { en: 'Search the settings', fr: 'Rechercher dans les paramètres', nl: 'Zoeken in de instellingen' },
  searchHelp: {
    en: 'Search: account, VAT, label…',
    fr: 'Rechercher : compte, TVA, libellé…',
    nl: 'Zoeken: rekening, btw, omschrijving…',
  },
  searchEmpty: {
    en: 'No setting matches “{query}”.',
    fr: 'Aucun paramètre ne correspond à « {query} ».',
    nl: 'Geen instelling voor “{query}”.',
  },
  addRow: { en: 'Add a row', fr: 'Ajouter une ligne', nl: 'Rij toevoegen' },
  removeRow: { en: 'Remove row {row}', fr: 'Supprimer la ligne {row}', nl: 'Rij {row} verwijderen' },
  noRows: { en: 'No rows yet.', fr: 'Aucune ligne pour l’instant.', nl: 'Nog geen rijen.' },
  changed_one: { en: '{count} changed', fr: '{count} modifié', nl: '{count} gewijzigd' },
  changed_other: { en: '{count} changed', fr: '{count} modifiés', nl: '{count} gewijzigd' },
  tagsHelp: { en: 'Type and press Enter', fr: 'Tapez puis Entrée', nl: 'Typ en druk op Enter' },
  notJson: { en: 'This is not valid JSON.', fr: 'Ce JSON n’est pas valide.', nl: 'Dit is geen geldige JSON.' },
  required: { en: 'Please fill this in.', fr: 'Veuillez remplir ce champ.', nl: 'Vul dit veld in.' },
  pattern: {
    en: 'This does not have the expected form.',
    fr: 'Ceci n’a pas la forme attendue.',
    nl: 'Dit heeft niet de verwachte vorm.',
  },
  minLength: { en: 'At least {limit} characters.', fr: 'Au moins {limit} caractères.', nl: 'Minstens {limit} tekens.' },
  maxLength: { en: 'At most {limit} characters.', fr: 'Au plus {limit} caractères.', nl: 'Hoogstens {limit} tekens.' },
  minimum: { en: 'At least {limit}.', fr: 'Au moins {limit}.', nl: 'Minstens {limit}.' },
  maximum: { en: 'At most {limit}.', fr: 'Au plus {limit}.', nl: 'Hoogstens {limit}.' },
  minItems: { en: 'At least {limit} entries.', fr: 'Au moins {limit} éléments.', nl: 'Minstens {limit} waarden.' },
  maxItems: { en: 'At most {limit} entries.', fr: 'Au plus {limit} éléments.', nl: 'Hoogstens {limit} waarden.' },
  uniqueItems: { en: 'Each value only once.', fr: 'Chaque valeur une seule fois.', nl: 'Elke waarde maar één keer.' },
  enum: {
    en: 'Please choose one of the list.',
    fr: 'Choisissez une valeur de la liste.',
    nl: 'Kies een waarde uit de lijst.',
  },
  invalid: {
    en: 'This value is not accepted.',
    fr: 'Cette valeur n’est pas acceptée.',
    nl: 'Deze waarde wordt niet aanvaard.',
  },
});
