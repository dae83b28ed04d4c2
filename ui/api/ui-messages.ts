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

/**
 * Before anybody is signed in, the server's catalogue cannot be read: the refusals that a sign-in can meet are
 * translated here, under the server's own codes.
 */
export const signInMessages = defineMessages('auth', {
  wrong_credentials: {
    text: {
      en: 'The e-mail address or the password is not right.',
      fr: 'L’adresse e-mail ou le mot de passe est incorrect.',
      nl: 'Het e-mailadres of het wachtwoord is niet juist.',
    },
  },
  too_many_tries: {
    text: {
      en: 'Too many attempts from this address.',
      fr: 'Trop de tentatives depuis cette adresse.',
      nl: 'Te veel pogingen vanaf dit adres.',
    },
    remedy: {
      en: 'Wait a minute, then try again.',
      fr: 'Attendez une minute, puis réessayez.',
      nl: 'Wacht een minuut en probeer het dan opnieuw.',
    },
  },
  bad_email: {
    text: {
      en: 'This is not an e-mail address.',
      fr: 'Ceci n’est pas une adresse e-mail.',
      nl: 'Dit is geen e-mailadres.',
    },
  },
  sign_up_closed: {
    text: {
      en: 'This installation already has its owner; no further account can be made here.',
      fr: 'Cette installation a déjà son propriétaire ; aucun autre compte ne peut être créé ici.',
      nl: 'Deze installatie heeft al een eigenaar; hier kan geen account meer worden aangemaakt.',
    },
    remedy: {
      en: 'Sign in with the existing account.',
      fr: 'Connectez-vous avec le compte existant.',
      nl: 'Meld u aan met het bestaande account.',
    },
  },
  foreign_origin: {
    text: {
      en: 'This request came from another website and was refused.',
      fr: 'Cette demande vient d’un autre site et a été refusée.',
      nl: 'Dit verzoek komt van een andere website en is geweigerd.',
    },
    remedy: {
      en: 'Open Passerelle at its own address and try again. Behind a proxy, let it pass the Host header on.',
      fr: 'Ouvrez Passerelle à sa propre adresse et réessayez. Derrière un proxy, laissez passer l’en-tête Host.',
      nl: 'Open Passerelle op zijn eigen adres en probeer het opnieuw. Laat een proxy de Host-header doorgeven.',
    },
  },
});
