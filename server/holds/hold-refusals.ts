import { defineMessages } from '#schemas/messages.ts';

/** What the operations on held documents refuse. Why a document is held is said by the nodes and the engine, but for one. */
export const holdRefusals = defineMessages('holds', {
  gone: {
    text: {
      en: 'This document was to be read again, and its source did not give it.',
      fr: 'Ce document devait être relu, et sa source ne l’a pas fourni.',
      nl: 'Dit document moest opnieuw worden gelezen, en de bron gaf het niet.',
    },
    remedy: {
      en: 'If it was deleted there, leave it out here; otherwise check the settings of the source.',
      fr: 'S’il y a été supprimé, écartez-le ici ; sinon, vérifiez les réglages de la source.',
      nl: 'Is het daar verwijderd, laat het hier dan weg; kijk anders de instellingen van de bron na.',
    },
  },
  no_rule_mends: {
    text: {
      en: 'No rule of the mapping tables frees these documents.',
      fr: 'Aucune règle des tables de correspondance ne débloque ces documents.',
      nl: 'Geen enkele regel van de mappingtabellen maakt deze documenten vrij.',
    },
    remedy: {
      en: 'Do what the message of the documents says, then try them again.',
      fr: 'Suivez ce que dit le message des documents, puis réessayez-les.',
      nl: 'Doe wat de melding van de documenten zegt en probeer ze daarna opnieuw.',
    },
  },
  rule_says_nothing: {
    text: {
      en: 'The rule says nothing: no field is filled in.',
      fr: 'La règle ne dit rien : aucun champ n’est rempli.',
      nl: 'De regel zegt niets: geen enkel veld is ingevuld.',
    },
  },
  names_no_mapping: {
    text: {
      en: 'The published version of this flow works without mapping tables (node “{node}”), so that there is none to add the rule to.',
      fr: 'La version publiée de ce flux travaille sans tables de correspondance (nœud « {node} ») : il n’y en a aucune où ajouter la règle.',
      nl: 'De gepubliceerde versie van deze flow werkt zonder mappingtabellen (node “{node}”): er zijn er geen om de regel aan toe te voegen.',
    },
    remedy: {
      en: 'Make mapping tables, choose them in the settings of the node, and publish the flow.',
      fr: 'Créez des tables de correspondance, choisissez-les dans les réglages du nœud, puis publiez le flux.',
      nl: 'Maak mappingtabellen, kies ze in de instellingen van de node en publiceer de flow.',
    },
  },
  nothing_waiting: {
    text: {
      en: 'None of these documents waits any more.',
      fr: 'Aucun de ces documents n’est encore en attente.',
      nl: 'Geen van deze documenten wacht nog.',
    },
    remedy: {
      en: 'Reload the list: a run has posted them, or somebody left them out.',
      fr: 'Rechargez la liste : une exécution les a comptabilisés, ou quelqu’un les a écartés.',
      nl: 'Laad de lijst opnieuw: een uitvoering heeft ze doorgeboekt, of iemand heeft ze weggelaten.',
    },
  },
  under_way: {
    text: {
      en: 'These documents are being tried again already.',
      fr: 'Ces documents font déjà l’objet d’un nouvel essai.',
      nl: 'Deze documenten worden al opnieuw geprobeerd.',
    },
    remedy: {
      en: 'Wait for the end of that run; if it waits for its review, confirm or stop it.',
      fr: 'Attendez la fin de cette exécution ; si elle attend son contrôle, confirmez-la ou arrêtez-la.',
      nl: 'Wacht tot die uitvoering klaar is; wacht ze op haar controle, bevestig of stop ze dan.',
    },
  },
  decide_first: {
    text: {
      en: 'It is not known whether these documents arrived in the target, so they are not tried again.',
      fr: 'On ignore si ces documents sont arrivés chez le destinataire : ils ne sont donc pas réessayés.',
      nl: 'Het is niet bekend of deze documenten bij de bestemming zijn aangekomen; ze worden dus niet opnieuw geprobeerd.',
    },
    remedy: {
      en: 'Look in the target and decide on the screen of postings whether they are there.',
      fr: 'Vérifiez chez le destinataire, puis indiquez, à l’écran des écritures transmises, s’ils y sont.',
      nl: 'Kijk bij de bestemming na en geef op het scherm met doorboekingen aan of ze er zijn.',
    },
  },
  one_flow: {
    text: {
      en: 'A version belongs to one flow, and these documents are of several.',
      fr: 'Une version appartient à un seul flux, et ces documents relèvent de plusieurs flux.',
      nl: 'Een versie hoort bij één flow, en deze documenten komen van meerdere.',
    },
    remedy: {
      en: 'Choose the documents of one flow, or leave the version open.',
      fr: 'Choisissez les documents d’un seul flux, ou ne précisez pas de version.',
      nl: 'Kies de documenten van één flow, of laat de versie open.',
    },
  },
  source_gone: {
    text: {
      en: 'Version {version} of the flow “{flow}” does not read from “{node}”, where these documents came from.',
      fr: 'La version {version} du flux « {flow} » ne lit pas « {node} », d’où viennent ces documents.',
      nl: 'Versie {version} van de flow “{flow}” leest niet uit “{node}”, waar deze documenten vandaan komen.',
    },
    remedy: {
      en: 'Choose a version that still has that node, or leave the documents out.',
      fr: 'Choisissez une version qui contient encore ce nœud, ou écartez ces documents.',
      nl: 'Kies een versie die dat knooppunt nog heeft, of laat de documenten weg.',
    },
  },
});
