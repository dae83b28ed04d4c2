import { defineMessages } from '#schemas/messages.ts';
import { ACCOUNT_KEYS } from './chart-preset.ts';
import { ACCOUNT_TITLES } from './texts/account-fields.ts';

/**
 * The words for a line's rule. A rule is a name whose parts are joined by colons: "preset:oss:BE:21". The message of its
 * first part says it, or that of its first two ("rule_payment"): {first} and {second} are the parts that follow, as they
 * stand, and {rest} what they say in the same way. An account stands there by its purpose, as in the settings.
 */
export const ruleMessages = defineMessages('rule', {
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
    text: { en: 'VAT owed by the co-contractor', fr: 'TVA due par le cocontractant', nl: 'btw verlegd naar de medecontractant' },
  },
  untaxed: { text: { en: 'without VAT', fr: 'sans TVA', nl: 'zonder btw' } },
  rule_payment: {
    text: {
      en: 'Your rule for payment method {first}',
      fr: 'Votre règle pour le mode de paiement {first}',
      nl: 'Uw regel voor betaalwijze {first}',
    },
  },
  rounding: { text: { en: 'Rounding difference', fr: 'Différence d’arrondi', nl: 'Afrondingsverschil' } },
});
