import type { Localised } from '#schemas/localised.ts';
import { FIELD_NAMES, TABLE_NAMES } from '#schemas/mapping/names.ts';
import { MAPPING_TABLE_IDS, type MappingTable } from '#schemas/mapping/tables.ts';
import { defineMessages } from '#schemas/messages.ts';
import { ACCOUNT_TITLES } from '../texts/account-fields.ts';
import { ACCOUNT_KEYS } from './chart-preset.ts';

function tableText(table: MappingTable): Localised {
  const { en, fr, nl } = TABLE_NAMES[table];
  return {
    en: `Mapping table “${en}”: {rest}`,
    fr: `Table de correspondance « ${fr} » : {rest}`,
    nl: `Mappingtabel “${nl}”: {rest}`,
  };
}

/**
 * The words for a line's rule. A rule is a name whose parts are joined by colons: "preset:oss:BE:21". The message of its
 * first part says it, or that of its first two ("rule_payment"): {first} and {second} are the parts that follow, as they
 * stand, and {rest} what they say in the same way. An account stands there by its purpose, as in the settings.
 * A choice by a mapping table names the table, the field and the rule: "table:sales:withVat:<id of the rule>".
 */
export const ruleMessages = defineMessages('rule', {
  ...Object.fromEntries(MAPPING_TABLE_IDS.map((table) => [`table_${table}`, { text: tableText(table) }])),
  ...Object.fromEntries(Object.entries(FIELD_NAMES).map(([field, text]) => [field, { text }])),
  ...Object.fromEntries(ACCOUNT_KEYS.map((key) => [key, { text: ACCOUNT_TITLES[key] }])),
  preset: {
    text: { en: 'Chart of accounts: {rest}', fr: 'Plan comptable : {rest}', nl: 'Rekeningstelsel: {rest}' },
  },
  accounts: { text: { en: 'Your account: {rest}', fr: 'Votre compte : {rest}', nl: 'Uw rekening: {rest}' } },
  rule: { text: { en: 'Your rule: {rest}', fr: 'Votre règle : {rest}', nl: 'Uw regel: {rest}' } },
  domestic: {
    text: {
      en: 'domestic sale at {first} %',
      fr: 'vente nationale à {first} %',
      nl: 'binnenlandse verkoop aan {first} %',
    },
  },
  oss: { text: { en: 'OSS {first} at {second} %', fr: 'OSS {first} à {second} %', nl: 'OSS {first} aan {second} %' } },
  registered: {
    text: {
      en: 'local VAT registration {first} at {second} %',
      fr: 'immatriculation TVA locale {first} à {second} %',
      nl: 'lokale btw-registratie {first} aan {second} %',
    },
  },
  'reverse-charge': { text: { en: 'reverse charge', fr: 'autoliquidation', nl: 'btw verlegd' } },
  'co-contractor': {
    text: {
      en: 'VAT owed by the co-contractor',
      fr: 'TVA due par le cocontractant',
      nl: 'btw verlegd naar de medecontractant',
    },
  },
  untaxed: { text: { en: 'without VAT', fr: 'sans TVA', nl: 'zonder btw' } },
  rule_payment: {
    text: {
      en: 'Your rule for payment method {first}',
      fr: 'Votre règle pour le mode de paiement {first}',
      nl: 'Uw regel voor betaalwijze {first}',
    },
  },
  rule_customer: { text: { en: 'Your customers: {rest}', fr: 'Vos clients : {rest}', nl: 'Uw klanten: {rest}' } },
  guest: { text: { en: 'guests', fr: 'invités', nl: 'gasten' } },
  business: { text: { en: 'businesses', fr: 'entreprises', nl: 'bedrijven' } },
  each: { text: { en: 'one account for each', fr: 'un compte par client', nl: 'een rekening per klant' } },
  party_ledger: {
    text: {
      en: 'Account that the customer has in the accounting software',
      fr: 'Compte du client dans le logiciel comptable',
      nl: 'Rekening van de klant in het boekhoudpakket',
    },
  },
  rounding: { text: { en: 'Rounding difference', fr: 'Différence d’arrondi', nl: 'Afrondingsverschil' } },
});
