import { defineMessages } from '#schemas/messages.ts';

/** What holds a document because its customer has no account in the books, or would share another's. */
export const customerMessages = defineMessages('entry', {
  auxiliary_too_long: {
    setting: 'customer.length',
    text: {
      en: 'Document {document}: customer {customer} does not fit in an auxiliary account of {length} characters starting with {prefix}',
      fr: 'Document {document} : le client {customer} ne tient pas dans un compte auxiliaire de {length} caractères commençant par {prefix}',
      nl: 'Document {document}: klant {customer} past niet in een hulprekening van {length} tekens die begint met {prefix}',
    },
    remedy: {
      en: 'Raise the length of auxiliary accounts, or shorten the prefix.',
      fr: 'Augmentez la longueur des comptes auxiliaires, ou raccourcissez le préfixe.',
      nl: 'Verhoog de lengte van de hulprekeningen, of kort het voorvoegsel in.',
    },
  },
  ledger_too_long: {
    setting: 'customer.ledgerLength',
    text: {
      en: 'Document {document}: customer {customer} does not fit in a ledger account of {length} characters starting with {prefix}',
      fr: 'Document {document} : le client {customer} ne tient pas dans un compte général de {length} caractères commençant par {prefix}',
      nl: 'Document {document}: klant {customer} past niet in een grootboekrekening van {length} tekens die begint met {prefix}',
    },
    remedy: {
      en: 'An account is never cut: raise the length of customers’ ledger accounts, or shorten the prefix.',
      fr: 'Un compte n’est jamais tronqué : augmentez la longueur des comptes généraux des clients, ou raccourcissez le préfixe.',
      nl: 'Een rekening wordt nooit afgekapt: verhoog de lengte van de grootboekrekeningen van klanten, of kort het voorvoegsel in.',
    },
  },
  customer_ambiguous: {
    setting: 'customer',
    text: {
      en: 'Document {document}: customer {customer} would share the account of the customer whose number has no zeros in front',
      fr: 'Document {document} : le client {customer} partagerait le compte du client dont le numéro ne commence pas par des zéros',
      nl: 'Document {document}: klant {customer} zou de rekening delen met de klant wiens nummer geen voorloopnullen heeft',
    },
    remedy: {
      en: 'Numbers are filled up with zeros: set the length so that it fits this number exactly, or use rules.',
      fr: 'Les numéros sont complétés par des zéros : réglez la longueur pour que ce numéro la remplisse, ou utilisez des règles.',
      nl: 'Nummers worden met nullen aangevuld: stel de lengte zo in dat dit nummer ze precies vult, of gebruik regels.',
    },
  },
  guest_without_account: {
    setting: 'customer.guestAccount',
    text: {
      en: 'Document {document}: the buyer has no customer account in the shop, and no ledger account is set for guests',
      fr: 'Document {document} : l’acheteur n’a pas de compte client dans la boutique, et aucun compte général n’est prévu pour les invités',
      nl: 'Document {document}: de koper heeft geen klantaccount in de webwinkel, en er is geen grootboekrekening voor gasten ingesteld',
    },
    remedy: {
      en: 'Set the ledger account of guests, or use one account for all customers.',
      fr: 'Renseignez le compte général des invités, ou prenez un seul compte pour tous les clients.',
      nl: 'Stel de grootboekrekening voor gasten in, of gebruik één rekening voor alle klanten.',
    },
  },
  guest_without_auxiliary: {
    setting: 'customer.guestCode',
    text: {
      en: 'Document {document}: the buyer has no customer account in the shop, and no auxiliary account is set for guests',
      fr: 'Document {document} : l’acheteur n’a pas de compte client dans la boutique, et aucun compte auxiliaire n’est prévu pour les invités',
      nl: 'Document {document}: de koper heeft geen klantaccount in de webwinkel, en er is geen hulprekening voor gasten ingesteld',
    },
    remedy: {
      en: 'Set the auxiliary account of guests, or use one for all customers.',
      fr: 'Renseignez le compte auxiliaire des invités, ou prenez-en un seul pour tous les clients.',
      nl: 'Stel de hulprekening voor gasten in, of gebruik er één voor alle klanten.',
    },
  },
});
