import { defineMessages } from '#schemas/messages.ts';

/** What stands in the way of webhooks, and what switching a flow refuses. */
export const hookMessages = defineMessages('automation', {
  no_public_address: {
    text: {
      en: 'Passerelle does not know under which address it can be reached from outside, so that no webhook can be registered.',
      fr: 'Passerelle ne sait pas à quelle adresse elle est joignable de l’extérieur : aucun webhook ne peut être enregistré.',
      nl: 'Passerelle weet niet op welk adres het van buitenaf bereikbaar is, zodat er geen webhook geregistreerd kan worden.',
    },
    remedy: {
      en: 'Set PASSERELLE_PUBLIC_URL to the https address of this installation and start it again. Until then the source is asked for changes every quarter of an hour.',
      fr: 'Donnez à PASSERELLE_PUBLIC_URL l’adresse https de cette installation, puis redémarrez. D’ici là, la source est interrogée tous les quarts d’heure.',
      nl: 'Geef PASSERELLE_PUBLIC_URL het https-adres van deze installatie en start opnieuw. Tot dan wordt de bron elk kwartier naar wijzigingen gevraagd.',
    },
  },
  left_behind: {
    text: {
      en: 'The webhooks could not be removed from the other system: {reason}',
      fr: 'Les webhooks n’ont pas pu être retirés de l’autre système : {reason}',
      nl: 'De webhooks konden niet uit het andere systeem worden verwijderd: {reason}',
    },
    remedy: {
      en: 'Remove those that point at this installation there by hand; until then their calls are refused here.',
      fr: 'Supprimez-y à la main ceux qui pointent vers cette installation ; d’ici là, leurs appels sont refusés ici.',
      nl: 'Verwijder daar met de hand wat naar deze installatie wijst; tot dan worden die oproepen hier geweigerd.',
    },
  },
  connection_missing: {
    text: {
      en: 'The source has no connection.',
      fr: 'La source n’a pas de connexion.',
      nl: 'De bron heeft geen verbinding.',
    },
    remedy: {
      en: 'Open the flow in the editor and choose a connection.',
      fr: 'Ouvrez le flux dans l’éditeur et choisissez une connexion.',
      nl: 'Open de flow in de editor en kies een verbinding.',
    },
  },
  not_published: {
    text: {
      en: 'The flow cannot be switched on: it has no published version.',
      fr: 'Le flux ne peut pas être activé : il n’a pas de version publiée.',
      nl: 'De flow kan niet worden ingeschakeld: er is geen gepubliceerde versie.',
    },
    remedy: {
      en: 'Publish it first; what runs by itself is always the published version.',
      fr: 'Publiez-le d’abord ; c’est toujours la version publiée qui s’exécute d’elle-même.',
      nl: 'Publiceer hem eerst; wat vanzelf loopt, is altijd de gepubliceerde versie.',
    },
  },
  hook_missing: {
    text: {
      en: 'This webhook does not exist in this workspace.',
      fr: 'Ce webhook n’existe pas dans cet espace de travail.',
      nl: 'Deze webhook bestaat niet in deze werkruimte.',
    },
  },
});
