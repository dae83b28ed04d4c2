import type { FieldText, TypeTexts } from '#nodes/kit/texts.ts';
import type { Localised } from '#schemas/localised.ts';

interface Entry {
  readonly title: Localised;
  readonly help: Localised;
  readonly options?: Readonly<Record<string, Localised>>;
}

const entries: Readonly<Record<string, Entry>> = {
  ownNumber: {
    title: { en: 'Your VAT number', fr: 'Votre numéro de TVA', nl: 'Uw btw-nummer' },
    help: {
      en: 'With its prefix: BE0428759497. With it, VIES gives a consultation number that proves you asked.',
      fr: 'Avec son préfixe : BE0428759497. VIES donne alors un numéro de consultation qui prouve votre demande.',
      nl: 'Met het voorvoegsel: BE0428759497. VIES geeft dan een raadplegingsnummer als bewijs van uw vraag.',
    },
  },
  homeCountry: {
    title: { en: 'Your country', fr: 'Votre pays', nl: 'Uw land' },
    help: {
      en: 'Two letters (BE, FR). Numbers of this country are not asked about. Empty: the country of your number.',
      fr: 'Deux lettres (BE, FR). Les numéros de ce pays ne sont pas vérifiés. Vide : le pays de votre numéro.',
      nl: 'Twee letters (BE, FR). Nummers van dit land worden niet gecontroleerd. Leeg: het land van uw nummer.',
    },
  },
  validDays: {
    title: {
      en: 'Days that an answer holds',
      fr: 'Validité d’une réponse (jours)',
      nl: 'Geldigheid van een antwoord (dagen)',
    },
    help: {
      en: 'A number that was valid is asked about again after so many days; one that was not, after a day.',
      fr: 'Un numéro valable est revérifié après ce nombre de jours ; un numéro refusé, après un jour.',
      nl: 'Een geldig nummer wordt na zoveel dagen opnieuw gecontroleerd; een ongeldig nummer na één dag.',
    },
  },
  whenInvalid: {
    title: {
      en: 'When a number is not valid',
      fr: 'Si un numéro n’est pas valable',
      nl: 'Als een nummer niet geldig is',
    },
    help: {
      en: 'With a warning, a sale without VAT is still held by the journal entries, for nothing justifies the missing VAT.',
      fr: 'Avec un avertissement, une vente sans TVA reste retenue aux écritures : rien ne justifie l’absence de TVA.',
      nl: 'Met een waarschuwing wordt een verkoop zonder btw bij het boeken nog tegengehouden: niets verantwoordt het ontbreken van btw.',
    },
    options: {
      hold: { en: 'Hold for a person', fr: 'Retenir pour examen', nl: 'Tegenhouden voor nazicht' },
      consumer: { en: 'Treat as a consumer', fr: 'Traiter comme un particulier', nl: 'Behandelen als consument' },
      warn: { en: 'Go on with a warning', fr: 'Continuer avec un avertissement', nl: 'Doorgaan met een waarschuwing' },
    },
  },
  whenDown: {
    title: { en: 'When VIES does not answer', fr: 'Si VIES ne répond pas', nl: 'Als VIES niet antwoordt' },
    help: {
      en: 'Held documents can be tried again as soon as the service is back.',
      fr: 'Les documents retenus peuvent être réessayés dès que le service est rétabli.',
      nl: 'Tegengehouden documenten kunnen opnieuw geprobeerd worden zodra de dienst terug is.',
    },
    options: {
      hold: { en: 'Hold until it answers', fr: 'Retenir jusqu’à sa réponse', nl: 'Tegenhouden tot er een antwoord is' },
      warn: { en: 'Go on with a warning', fr: 'Continuer avec un avertissement', nl: 'Doorgaan met een waarschuwing' },
    },
  },
  address: {
    title: { en: 'Address of the service', fr: 'Adresse du service', nl: 'Adres van de dienst' },
    help: {
      en: 'Leave as it is; another address is for trials only.',
      fr: 'À laisser tel quel ; une autre adresse ne sert qu’aux essais.',
      nl: 'Laat dit staan; een ander adres dient enkel voor proeven.',
    },
  },
};

function inLanguage(language: keyof Localised): Record<string, FieldText> {
  return Object.fromEntries(
    Object.entries(entries).map(([path, { title, help, options }]) => {
      const names = Object.entries(options ?? {}).map(([value, name]) => [value, name[language]]);
      const text = { title: title[language], help: help[language] };
      return [path, options ? { ...text, options: Object.fromEntries(names) } : text];
    }),
  );
}

export const viesTexts: TypeTexts = {
  title: {
    en: 'Check VAT numbers (VIES)',
    fr: 'Vérifier les numéros de TVA (VIES)',
    nl: 'Btw-nummers controleren (VIES)',
  },
  description: {
    en: 'Asks the European Commission whether the VAT numbers of customers elsewhere in the EU are valid, and keeps the proof.',
    fr: 'Demande à la Commission européenne si les numéros de TVA des clients d’autres pays de l’Union sont valables, et garde la preuve.',
    nl: 'Vraagt de Europese Commissie of btw-nummers van klanten elders in de EU geldig zijn, en bewaart het bewijs.',
  },
  fields: { en: inLanguage('en'), fr: inLanguage('fr'), nl: inLanguage('nl') },
};
