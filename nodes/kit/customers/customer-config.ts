import type { FromSchema } from 'json-schema-to-ts';
import type { FieldText, FieldTexts } from '../texts.ts';

/** Settings that every customers node has. Creation is off until somebody switches it on, so that no doubles arise. */
export const customerConfigSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    mode: { type: 'string', enum: ['never', 'ask', 'create'], default: 'never' },
    matchCode: { type: 'boolean', default: true },
    matchVatNumber: { type: 'boolean', default: true },
    matchEmail: { type: 'boolean', default: true },
    guests: { type: 'string', enum: ['pass', 'each'], default: 'pass' },
    code: {
      type: 'object',
      additionalProperties: false,
      default: {},
      properties: {
        prefix: { type: 'string', maxLength: 20, default: 'WEB' },
        length: { type: 'integer', minimum: 1, maximum: 30, default: 8 },
      },
    },
  },
} as const;
export type CustomerConfig = FromSchema<typeof customerConfigSchema>;

const english: Readonly<Record<string, FieldText>> = {
  mode: {
    title: 'Customers that are not in the books',
    help: 'Never: their documents wait until somebody has created them there. Ask: you decide for each under Customers. Create: they are created at once.',
    options: { never: 'never create', ask: 'ask', create: 'create' },
  },
  matchCode: { title: 'Match by code', help: 'Looks for the customer’s number in the books first.' },
  matchVatNumber: { title: 'Match by VAT number', help: 'Then for the VAT number, when the customer gave one.' },
  matchEmail: { title: 'Match by e-mail', help: 'Then for the e-mail address.' },
  guests: {
    title: 'Guests',
    help: 'Customers without an account in the shop share the accounts of the journal entries, or are customers by their e-mail address.',
    options: { pass: 'share one account', each: 'each by e-mail address' },
  },
  code: { title: 'Code', help: 'Customer 39 becomes WEB00039 with the prefix WEB and 8 characters.' },
  'code.prefix': { title: 'Prefix', help: 'What every code begins with.' },
  'code.length': { title: 'Length', help: 'Characters of the whole code. A number that does not fit is never cut.' },
};
const french: Readonly<Record<string, FieldText>> = {
  mode: {
    title: 'Clients absents de la comptabilité',
    help: 'Jamais : leurs documents attendent que quelqu’un les y crée. Demander : vous décidez pour chacun sous Clients. Créer : ils sont créés aussitôt.',
    options: { never: 'ne jamais créer', ask: 'demander', create: 'créer' },
  },
  matchCode: { title: 'Rapprocher par code', help: 'Cherche d’abord le code du client dans la comptabilité.' },
  matchVatNumber: {
    title: 'Rapprocher par numéro de TVA',
    help: 'Puis son numéro de TVA, si le client en a donné un.',
  },
  matchEmail: { title: 'Rapprocher par e-mail', help: 'Puis son adresse e-mail.' },
  guests: {
    title: 'Clients invités',
    help: 'Les clients sans compte dans la boutique partagent les comptes des écritures, ou sont des clients par leur adresse e-mail.',
    options: { pass: 'partagent un compte', each: 'chacun par e-mail' },
  },
  code: { title: 'Code', help: 'Le client 39 devient WEB00039 avec le préfixe WEB et 8 caractères.' },
  'code.prefix': { title: 'Préfixe', help: 'Ce par quoi chaque code commence.' },
  'code.length': {
    title: 'Longueur',
    help: 'Nombre de caractères du code entier. Un numéro qui n’y tient pas n’est jamais tronqué.',
  },
};
const dutch: Readonly<Record<string, FieldText>> = {
  mode: {
    title: 'Klanten die niet in de boekhouding staan',
    help: 'Nooit: hun documenten wachten tot iemand ze daar aanmaakt. Vragen: u beslist voor elk onder Klanten. Aanmaken: ze worden meteen aangemaakt.',
    options: { never: 'nooit aanmaken', ask: 'vragen', create: 'aanmaken' },
  },
  matchCode: { title: 'Zoeken op code', help: 'Zoekt eerst de code van de klant in de boekhouding.' },
  matchVatNumber: { title: 'Zoeken op btw-nummer', help: 'Dan het btw-nummer, als de klant er een gaf.' },
  matchEmail: { title: 'Zoeken op e-mail', help: 'Dan het e-mailadres.' },
  guests: {
    title: 'Gasten',
    help: 'Klanten zonder account in de webwinkel delen de rekeningen van de boekingen, of zijn klanten op hun e-mailadres.',
    options: { pass: 'delen één rekening', each: 'elk op e-mailadres' },
  },
  code: { title: 'Code', help: 'Klant 39 wordt WEB00039 met het voorvoegsel WEB en 8 tekens.' },
  'code.prefix': { title: 'Voorvoegsel', help: 'Waarmee elke code begint.' },
  'code.length': {
    title: 'Lengte',
    help: 'Tekens van de hele code. Een nummer dat niet past, wordt nooit afgekapt.',
  },
};

export const customerFieldTexts: FieldTexts = { en: english, fr: french, nl: dutch };
