import { defineTexts } from '#ui/i18n/use-texts.ts';

export const accountTexts = defineTexts({
  setupTitle: { en: 'Welcome to Passerelle', fr: 'Bienvenue dans Passerelle', nl: 'Welkom bij Passerelle' },
  setupText: {
    en: 'Create the first account. It owns this workspace: its flows, connections and entries.',
    fr: 'Créez le premier compte. Il est propriétaire de cet espace : ses flux, connexions et écritures.',
    nl: 'Maak het eerste account. Het is eigenaar van deze werkruimte: de flows, verbindingen en boekingen.',
  },
  name: { en: 'Your name', fr: 'Votre nom', nl: 'Uw naam' },
  nameHelp: {
    en: 'Shown beside what you publish and confirm.',
    fr: 'Affiché à côté de ce que vous publiez et confirmez.',
    nl: 'Staat bij wat u publiceert en bevestigt.',
  },
  email: { en: 'E-mail address', fr: 'Adresse e-mail', nl: 'E-mailadres' },
  emailHelp: { en: 'You sign in with it.', fr: 'Elle sert à vous connecter.', nl: 'Hiermee meldt u zich aan.' },
  emailWrong: {
    en: 'This is not an e-mail address.',
    fr: 'Ce n’est pas une adresse e-mail.',
    nl: 'Dit is geen e-mailadres.',
  },
  password: { en: 'Password', fr: 'Mot de passe', nl: 'Wachtwoord' },
  passwordHelp: {
    en: 'At least 10 characters. A sentence of four words is easy to keep in mind.',
    fr: 'Au moins 10 caractères. Une phrase de quatre mots se retient facilement.',
    nl: 'Minstens 10 tekens. Een zin van vier woorden onthoudt u makkelijk.',
  },
  passwordShort: { en: 'At least 10 characters.', fr: 'Au moins 10 caractères.', nl: 'Minstens 10 tekens.' },
  strength: { en: 'Strength: {level}', fr: 'Solidité : {level}', nl: 'Sterkte: {level}' },
  strength_0: { en: 'too short', fr: 'trop court', nl: 'te kort' },
  strength_1: { en: 'weak', fr: 'faible', nl: 'zwak' },
  strength_2: { en: 'fair', fr: 'correcte', nl: 'redelijk' },
  strength_3: { en: 'good', fr: 'bonne', nl: 'goed' },
  create: { en: 'Create the account', fr: 'Créer le compte', nl: 'Account maken' },
  signInTitle: { en: 'Sign in', fr: 'Se connecter', nl: 'Aanmelden' },
  signInText: {
    en: 'Your flows and entries are waiting.',
    fr: 'Vos flux et écritures vous attendent.',
    nl: 'Uw flows en boekingen staan klaar.',
  },
  signIn: { en: 'Sign in', fr: 'Se connecter', nl: 'Aanmelden' },
  missing: { en: 'Please fill this in.', fr: 'Veuillez remplir ce champ.', nl: 'Vul dit veld in.' },
  promise: {
    en: 'Exact amounts, entries that balance, nothing booked twice.',
    fr: 'Des montants exacts, des écritures équilibrées, rien de comptabilisé deux fois.',
    nl: 'Exacte bedragen, boekingen in evenwicht, niets dubbel geboekt.',
  },
});
