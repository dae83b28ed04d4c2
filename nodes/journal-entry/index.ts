import { defineConnector } from '#nodes/kit/connector.ts';
import { defineMap } from '#nodes/kit/node-type.ts';
import { mappingPresets } from './accounts/mapping-presets.ts';
import { labelExamples } from './heads/label-examples.ts';
import { findTemplateProblems } from './heads/labels.ts';
import { mapDocuments } from './map-documents.ts';
import { messageCatalogue } from './messages.ts';
import { settingsSchema } from './settings.ts';
import { accountFields } from './texts/account-fields.ts';
import { byLanguage, localised } from './texts/by-field.ts';
import { customerFields } from './texts/customer-fields.ts';
import { generalFields } from './texts/general-fields.ts';
import { headFields } from './texts/head-fields.ts';
import { labelTexts } from './texts/label-texts.ts';
import { listingFields } from './texts/listing-fields.ts';
import { paymentFields } from './texts/payment-fields.ts';
import { roundingFields } from './texts/rounding-fields.ts';
import { ruleFields } from './texts/rule-fields.ts';
import { vatFields } from './texts/vat-fields.ts';

export const connector = defineConnector({
  id: 'journal-entry',
  connectionTypes: [],
  nodeTypes: [
    defineMap({
      id: 'journal-entry',
      version: 1,
      icon: 'scale',
      inputs: [
        { id: 'documents', kind: 'sales-document' },
        { id: 'payouts', kind: 'payout' },
      ],
      outputs: [{ id: 'entries', kind: 'journal-entry' }],
      config: settingsSchema,
      messages: messageCatalogue,
      texts: {
        title: localised('Journal entries', 'Écritures comptables', 'Boekingen'),
        description: localised(
          'Turns sales, credit notes and payouts into balanced journal entries, with their payments.',
          'Transforme les ventes, les avoirs et les virements en écritures équilibrées, avec leurs règlements.',
          'Maakt van verkopen, creditnota’s en uitbetalingen evenwichtige boekingen, met hun betalingen.',
        ),
        fields: byLanguage({
          ...generalFields,
          ...accountFields,
          ...customerFields,
          ...ruleFields,
          ...vatFields,
          ...roundingFields,
          ...paymentFields,
          ...headFields,
          ...labelTexts,
          ...listingFields,
        }),
      },
      mappingPresets,
      run: mapDocuments,
      check: findTemplateProblems,
      examples: labelExamples,
    }),
  ],
});
