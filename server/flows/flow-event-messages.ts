import { defineMessages } from '#schemas/messages.ts';

/** What the history of a flow says, one sentence for each thing that can be done with it. */
export const flowEventMessages = defineMessages('flow-event', {
  created: {
    text: { en: 'Created as “{name}”', fr: 'Créé sous le nom « {name} »', nl: 'Gemaakt als “{name}”' },
  },
  published: {
    text: {
      en: 'Version {version} published',
      fr: 'Version {version} publiée',
      nl: 'Versie {version} gepubliceerd',
    },
  },
  rolled_back: {
    text: {
      en: 'Version {of} published again as version {version}',
      fr: 'Version {of} publiée à nouveau comme version {version}',
      nl: 'Versie {of} opnieuw gepubliceerd als versie {version}',
    },
  },
  restored: {
    text: {
      en: 'Version {version} put back into the draft',
      fr: 'Version {version} remise dans le brouillon',
      nl: 'Versie {version} teruggezet in het ontwerp',
    },
  },
  discarded: {
    text: {
      en: 'Draft discarded; it is version {version} again',
      fr: 'Brouillon abandonné ; c’est à nouveau la version {version}',
      nl: 'Ontwerp verworpen; het is weer versie {version}',
    },
  },
  renamed: {
    text: {
      en: 'Renamed from “{from}” to “{to}”',
      fr: 'Renommé de « {from} » en « {to} »',
      nl: 'Hernoemd van “{from}” naar “{to}”',
    },
  },
  rebound: {
    text: {
      en: 'Connection “{slot}” changed from “{from}” to “{to}”',
      fr: 'Connexion « {slot} » passée de « {from} » à « {to} »',
      nl: 'Verbinding “{slot}” gewijzigd van “{from}” naar “{to}”',
    },
  },
  limits_changed: {
    text: {
      en: 'Runs at once: {concurrency}; longest run: {minutes} minutes',
      fr: 'Exécutions simultanées : {concurrency} ; durée maximale : {minutes} minutes',
      nl: 'Gelijktijdige uitvoeringen: {concurrency}; langste duur: {minutes} minuten',
    },
  },
  switched_on: {
    text: {
      en: 'Automation switched on',
      fr: 'Automatisation activée',
      nl: 'Automatisering ingeschakeld',
    },
  },
  switched_off: {
    text: {
      en: 'Automation switched off',
      fr: 'Automatisation désactivée',
      nl: 'Automatisering uitgeschakeld',
    },
  },
  follow_saved: {
    text: {
      en: 'Starts after “{after}” from now on',
      fr: 'Démarre désormais après « {after} »',
      nl: 'Start voortaan na “{after}”',
    },
  },
  follow_deleted: {
    text: {
      en: 'No longer starts after “{after}”',
      fr: 'Ne démarre plus après « {after} »',
      nl: 'Start niet meer na “{after}”',
    },
  },
  postings_reset: {
    text: {
      en: 'Postings reset, so that they may be booked again: {count} ({reason})',
      fr: 'Écritures transmises remises à zéro, pour pouvoir être comptabilisées à nouveau : {count} ({reason})',
      nl: 'Doorgeboekte boekingen vrijgegeven om opnieuw geboekt te worden: {count} ({reason})',
    },
  },
  holds_retried: {
    text: {
      en: 'Held documents tried again: {count}',
      fr: 'Documents en attente relancés : {count}',
      nl: 'Aangehouden documenten opnieuw geprobeerd: {count}',
    },
  },
  holds_dismissed: {
    text: {
      en: 'Held documents left out: {count}',
      fr: 'Documents en attente écartés : {count}',
      nl: 'Aangehouden documenten weggelaten: {count}',
    },
  },
  holds_restored: {
    text: {
      en: 'Documents left out put back into the queue: {count}',
      fr: 'Documents écartés remis dans la file : {count}',
      nl: 'Weggelaten documenten teruggezet in de wachtrij: {count}',
    },
  },
});
