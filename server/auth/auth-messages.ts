import { defineMessages } from '#schemas/messages.ts';

export const authMessages = defineMessages('auth', {
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
  password_too_short: {
    text: {
      en: 'The password must have at least {minimum} characters.',
      fr: 'Le mot de passe doit compter au moins {minimum} caractères.',
      nl: 'Het wachtwoord moet minstens {minimum} tekens tellen.',
    },
  },
  password_too_long: {
    text: {
      en: 'The password may have at most {maximum} characters.',
      fr: 'Le mot de passe peut compter au plus {maximum} caractères.',
      nl: 'Het wachtwoord mag hoogstens {maximum} tekens tellen.',
    },
  },
  bad_email: {
    text: {
      en: 'This is not an e-mail address.',
      fr: 'Ceci n’est pas une adresse e-mail.',
      nl: 'Dit is geen e-mailadres.',
    },
  },
  name_missing: {
    text: {
      en: 'Enter your name.',
      fr: 'Indiquez votre nom.',
      nl: 'Vul uw naam in.',
    },
  },
  refused: {
    text: {
      en: 'The sign-in request was refused.',
      fr: 'La demande de connexion a été refusée.',
      nl: 'De aanmelding is geweigerd.',
    },
    remedy: {
      en: 'Reload the page and try again.',
      fr: 'Rechargez la page et réessayez.',
      nl: 'Laad de pagina opnieuw en probeer het nog eens.',
    },
  },
  sign_in_needed: {
    text: {
      en: 'You are not signed in, or your session has ended.',
      fr: 'Vous n’êtes pas connecté, ou votre session a expiré.',
      nl: 'U bent niet aangemeld, of uw sessie is verlopen.',
    },
    remedy: {
      en: 'Sign in again.',
      fr: 'Connectez-vous à nouveau.',
      nl: 'Meld u opnieuw aan.',
    },
  },
  key_refused: {
    text: {
      en: 'The key in the Authorization header opens nothing.',
      fr: 'La clé de l’en-tête Authorization ne donne accès à rien.',
      nl: 'De sleutel in de Authorization-header geeft nergens toegang toe.',
    },
    remedy: {
      en: 'It may have been revoked. An owner can make another one under Settings, API keys.',
      fr: 'Elle a peut-être été révoquée. Un propriétaire peut en créer une autre sous Réglages, Clés API.',
      nl: 'Misschien is ze ingetrokken. Een eigenaar kan er een andere maken onder Instellingen, API-sleutels.',
    },
  },
  role_too_low: {
    text: {
      en: 'Your role ({role}) does not allow this; it takes the role {needed}.',
      fr: 'Votre rôle ({role}) ne permet pas cette action ; il faut le rôle {needed}.',
      nl: 'Met uw rol ({role}) kan dit niet; daarvoor is de rol {needed} nodig.',
    },
    remedy: {
      en: 'Ask the owner of the workspace.',
      fr: 'Adressez-vous au propriétaire de l’espace de travail.',
      nl: 'Vraag het aan de eigenaar van de werkruimte.',
    },
  },
  foreign_origin: {
    text: {
      en: 'This request came from another website and was refused.',
      fr: 'Cette demande provient d’un autre site web et a été refusée.',
      nl: 'Dit verzoek kwam van een andere website en is geweigerd.',
    },
    remedy: {
      en: 'Open Passerelle at its own address and try again. Behind a proxy, use https and let it pass the Host header on.',
      fr: 'Ouvrez Passerelle à sa propre adresse et réessayez. Derrière un proxy, passez par https et faites-lui transmettre l’en-tête Host.',
      nl: 'Open Passerelle op het eigen adres en probeer opnieuw. Gebruik achter een proxy https en laat die de Host-header doorgeven.',
    },
  },
});
