import { defineMessages } from '#schemas/messages.ts';

/** What can be wrong with an entry's date, number or analytic sections. */
export const headMessages = defineMessages('entry', {
  period_closed: {
    setting: 'controls.closedPeriod',
    text: {
      en: 'Document {document} would be booked on {day}, in the period that is closed until {closedUntil}',
      fr: 'Le document {document} serait comptabilisé au {day}, dans la période clôturée jusqu’au {closedUntil}',
      nl: 'Document {document} zou op {day} worden geboekt, in de periode die tot {closedUntil} is afgesloten',
    },
    remedy: {
      en: 'Reopen the period, or have such documents booked on the first open day.',
      fr: 'Rouvrez la période, ou faites comptabiliser ces documents au premier jour ouvert.',
      nl: 'Heropen de periode, of laat zulke documenten op de eerste open dag boeken.',
    },
  },
  section_missing: {
    setting: 'analytics.section',
    text: {
      en: 'Document {document}, “{line}”: no analytic section is set',
      fr: 'Document {document}, « {line} » : aucune section analytique n’est définie',
      nl: 'Document {document}, “{line}”: er is geen analytische sectie ingesteld',
    },
    remedy: {
      en: 'Add a rule to the table of analytic sections, or name a section for what no rule covers.',
      fr: 'Ajoutez une règle à la table des sections analytiques, ou nommez une section pour ce qu’aucune règle ne couvre.',
      nl: 'Voeg een regel toe aan de tabel met analytische secties, of noem een sectie voor wat geen regel dekt.',
    },
  },
  plan_missing: {
    setting: 'analytics.plan',
    text: {
      en: 'Document {document}: section “{section}” belongs to no analytic plan',
      fr: 'Document {document} : la section « {section} » n’appartient à aucun plan analytique',
      nl: 'Document {document}: sectie “{section}” hoort bij geen analytisch plan',
    },
    remedy: {
      en: 'Name the plan on the rule, or in the settings of analytic accounting.',
      fr: 'Nommez le plan sur la règle, ou dans les réglages de la comptabilité analytique.',
      nl: 'Noem het plan op de regel, of in de instellingen van de analytische boekhouding.',
    },
  },
  shares_unreadable: {
    setting: 'analytics.section',
    text: {
      en: 'Document {document}: “{section}” is neither a section nor sections with their shares',
      fr: 'Document {document} : « {section} » n’est ni une section ni une liste de sections avec leurs parts',
      nl: 'Document {document}: “{section}” is geen sectie en ook geen lijst van secties met hun aandeel',
    },
    remedy: {
      en: 'Write one section (NORTH), or sections with shares that make 100 (NORTH 60; SOUTH 40).',
      fr: 'Écrivez une section (NORD), ou des sections dont les parts font 100 (NORD 60; SUD 40).',
      nl: 'Schrijf één sectie (NOORD), of secties waarvan de aandelen 100 geven (NOORD 60; ZUID 40).',
    },
  },
  structured_impossible: {
    text: {
      en: 'No structured communication can be made of “{number}”: it takes one to ten digits',
      fr: 'Impossible de former une communication structurée à partir de « {number} » : il faut un à dix chiffres',
      nl: 'Van “{number}” kan geen gestructureerde mededeling worden gemaakt: er zijn één tot tien cijfers nodig',
    },
    remedy: {
      en: 'Take the filter “structured” off the template, or use it on a shorter number.',
      fr: 'Retirez le filtre « structured » du modèle, ou appliquez-le à un numéro plus court.',
      nl: 'Haal de filter “structured” uit het sjabloon, of gebruik hem op een korter nummer.',
    },
  },
});
