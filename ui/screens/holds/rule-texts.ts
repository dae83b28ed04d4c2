import { defineTexts } from '#ui/i18n/use-texts.ts';

export const ruleTexts = defineTexts({
  is: { en: '{name}: {value}', fr: '{name} : {value}', nl: '{name}: {value}' },
  open: { en: 'Add the rule', fr: 'Ajouter la règle', nl: 'Regel toevoegen' },
  openIn: { en: 'Add the rule in “{flow}”', fr: 'Ajouter la règle dans « {flow} »', nl: 'Regel toevoegen in “{flow}”' },
  noTables: {
    en: '“{flow}” has no mapping tables yet: choose some in its settings and publish it.',
    fr: '« {flow} » n’a pas encore de tables de correspondance : choisissez-en dans ses réglages et publiez-le.',
    nl: '“{flow}” heeft nog geen mappingtabellen: kies ze in de instellingen en publiceer de flow.',
  },
  title: {
    en: 'Add a rule to “{mapping}”',
    fr: 'Ajouter une règle à « {mapping} »',
    nl: 'Regel toevoegen aan “{mapping}”',
  },
  text: {
    en: 'Table “{table}”. The rule is saved at once for every flow that works with these tables, and the documents are tried again.',
    fr: 'Table « {table} ». La règle est enregistrée aussitôt pour tous les flux qui utilisent ces tables, et les documents sont réessayés.',
    nl: 'Tabel “{table}”. De regel wordt meteen opgeslagen voor elke flow die met deze tabellen werkt, en de documenten worden opnieuw geprobeerd.',
  },
  holdsFor: { en: 'Holds for', fr: 'S’applique à', nl: 'Geldt voor' },
  fieldHelp: {
    en: 'Choose from the list or type it. What stays empty is asked elsewhere.',
    fr: 'Choisissez dans la liste ou saisissez. Ce qui reste vide est cherché ailleurs.',
    nl: 'Kies uit de lijst of typ. Wat leeg blijft, wordt elders gezocht.',
  },
  note: { en: 'Note', fr: 'Remarque', nl: 'Opmerking' },
  noteHelp: {
    en: 'For whoever reads the table later.',
    fr: 'Pour qui lira la table plus tard.',
    nl: 'Voor wie de tabel later leest.',
  },
  cancel: { en: 'Cancel', fr: 'Annuler', nl: 'Annuleren' },
  submit: { en: 'Add and try again', fr: 'Ajouter et réessayer', nl: 'Toevoegen en opnieuw proberen' },
  done_one: {
    en: 'Rule added; {count} document is being tried again',
    fr: 'Règle ajoutée ; {count} document est réessayé',
    nl: 'Regel toegevoegd; {count} document wordt opnieuw geprobeerd',
  },
  done_other: {
    en: 'Rule added; {count} documents are being tried again',
    fr: 'Règle ajoutée ; {count} documents sont réessayés',
    nl: 'Regel toegevoegd; {count} documenten worden opnieuw geprobeerd',
  },
  added: {
    en: 'The rule was added. The documents are not tried again now.',
    fr: 'La règle a été ajoutée. Les documents ne sont pas réessayés pour l’instant.',
    nl: 'De regel is toegevoegd. De documenten worden nu niet opnieuw geprobeerd.',
  },
});
