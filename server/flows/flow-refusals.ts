import { defineMessages } from '#schemas/messages.ts';

/** What the flow operations refuse. What is wrong with a flow itself is said in flows/. */
export const flowRefusals = defineMessages('flows', {
  missing: {
    text: {
      en: 'This flow does not exist in this workspace.',
      fr: 'Ce flux n’existe pas dans cet espace de travail.',
      nl: 'Deze flow bestaat niet in deze werkruimte.',
    },
  },
  version_missing: {
    text: {
      en: 'This flow has no version {number}.',
      fr: 'Ce flux n’a pas de version {number}.',
      nl: 'Deze flow heeft geen versie {number}.',
    },
  },
  draft_conflict: {
    text: {
      en: 'Somebody saved a newer draft of this flow in the meantime; yours was not saved.',
      fr: 'Quelqu’un a enregistré entre-temps un brouillon plus récent de ce flux ; le vôtre n’a pas été enregistré.',
      nl: 'Iemand heeft intussen een nieuwer concept van deze flow bewaard; het uwe is niet bewaard.',
    },
    remedy: {
      en: 'Export your draft if you want to keep it, then reload the flow.',
      fr: 'Exportez votre brouillon si vous voulez le garder, puis rechargez le flux.',
      nl: 'Exporteer uw concept als u het wilt houden en laad de flow daarna opnieuw.',
    },
  },
  not_ready: {
    text: {
      en: 'The flow cannot be published: {count} thing(s) stand in the way.',
      fr: 'Le flux ne peut pas être publié : {count} point(s) à régler.',
      nl: 'De flow kan niet worden gepubliceerd: {count} punt(en) staan in de weg.',
    },
    remedy: {
      en: 'Go through the list below it; each entry says what to do.',
      fr: 'Parcourez la liste ci-dessous ; chaque ligne dit quoi faire.',
      nl: 'Overloop de lijst eronder; elk punt zegt wat u kunt doen.',
    },
  },
  published_meanwhile: {
    text: {
      en: 'Another version was published in the meantime; nothing was changed.',
      fr: 'Une autre version a été publiée entre-temps ; rien n’a été modifié.',
      nl: 'Intussen is een andere versie gepubliceerd; er is niets gewijzigd.',
    },
    remedy: {
      en: 'Reload the versions, then choose again.',
      fr: 'Rechargez les versions, puis choisissez à nouveau.',
      nl: 'Laad de versies opnieuw en kies dan nog eens.',
    },
  },
  already_in_use: {
    text: {
      en: 'Version {number} does what the version in use does: there is nothing to go back to.',
      fr: 'La version {number} fait ce que fait la version en service : il n’y a pas à y revenir.',
      nl: 'Versie {number} doet wat de versie in gebruik doet: er is niets om naar terug te keren.',
    },
  },
  nothing_published: {
    text: {
      en: 'No version of this flow is published yet, so its draft is all there is.',
      fr: 'Aucune version de ce flux n’est encore publiée : son brouillon est tout ce qu’il y a.',
      nl: 'Er is nog geen versie van deze flow gepubliceerd: het ontwerp is alles wat er is.',
    },
    remedy: {
      en: 'Delete the flow if you do not want it.',
      fr: 'Supprimez le flux si vous n’en voulez pas.',
      nl: 'Verwijder de flow als u hem niet wilt.',
    },
  },
  two_origins: {
    text: {
      en: 'A new flow is either a copy or an import, not both.',
      fr: 'Un nouveau flux est soit une copie, soit une importation, pas les deux.',
      nl: 'Een nieuwe flow is een kopie of een import, niet allebei.',
    },
  },
  foreign_connection: {
    text: {
      en: 'The slot “{slot}” is bound to a connection that does not exist in this workspace.',
      fr: 'L’emplacement « {slot} » est lié à une connexion qui n’existe pas dans cet espace de travail.',
      nl: 'De plaats “{slot}” is gekoppeld aan een verbinding die niet bestaat in deze werkruimte.',
    },
    remedy: {
      en: 'Choose one of the workspace’s connections.',
      fr: 'Choisissez une des connexions de l’espace de travail.',
      nl: 'Kies een van de verbindingen van de werkruimte.',
    },
  },
});
