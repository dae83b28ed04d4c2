import { defineMessages } from '#schemas/messages.ts';

/** The few failures that only the browser can notice: the server's own come with its catalogue. */
export const uiMessages = defineMessages('ui', {
  unreachable: {
    text: {
      en: 'The server did not answer.',
      fr: 'Le serveur n’a pas répondu.',
      nl: 'De server heeft niet geantwoord.',
    },
    remedy: {
      en: 'Check that Passerelle is running and that you are online, then try again.',
      fr: 'Vérifiez que Passerelle est démarré et que vous êtes en ligne, puis réessayez.',
      nl: 'Controleer of Passerelle draait en of u online bent, en probeer het opnieuw.',
    },
  },
  unreadable: {
    text: {
      en: 'The server’s answer ({status}) could not be read.',
      fr: 'La réponse du serveur ({status}) n’a pas pu être lue.',
      nl: 'Het antwoord van de server ({status}) kon niet worden gelezen.',
    },
    remedy: {
      en: 'Reload the page. If it happens again, look into the server’s log.',
      fr: 'Rechargez la page. Si cela se reproduit, consultez le journal du serveur.',
      nl: 'Laad de pagina opnieuw. Gebeurt het nog eens, kijk dan in het logboek van de server.',
    },
  },
  unexpected: {
    text: {
      en: 'Something went wrong in this page: {detail}',
      fr: 'Une erreur s’est produite dans cette page : {detail}',
      nl: 'Er ging iets mis op deze pagina: {detail}',
    },
    remedy: {
      en: 'Reload the page; nothing that was saved is lost.',
      fr: 'Rechargez la page ; rien de ce qui a été enregistré n’est perdu.',
      nl: 'Laad de pagina opnieuw; wat bewaard was, is niet verloren.',
    },
  },
});
