import type { Localised } from '#schemas/localised.ts';
import { type FieldEntries, type FieldEntry, localised } from './by-field.ts';

const byDefault = localised('Take the default', 'Prendre la valeur par défaut', 'De standaardwaarde nemen');
const hold = localised('Hold the document', 'Retenir le document', 'Het document tegenhouden');

/** @param between choices between taking the default and holding the document */
function unlisted(title: Localised, help: Localised, between: FieldEntry['options'] = {}): FieldEntry {
  return { title, help, options: { default: byDefault, ...between, hold } };
}

/** What is done with what no rule of the mapping tables names. */
export const listingFields: FieldEntries = {
  'controls.unlistedTax': unlisted(
    localised('VAT rate without a rule', 'Taux de TVA sans règle', 'Btw-tarief zonder regel'),
    localised(
      'A rate that no rule of the mapping table of VAT names; what bears no VAT goes by rate 0.',
      'Un taux qu’aucune règle de la table de correspondance de TVA ne cite ; ce qui ne porte pas de TVA est au taux 0.',
      'Een tarief dat geen enkele regel van de mappingtabel voor btw noemt; wat geen btw draagt, heeft tarief 0.',
    ),
  ),
  'controls.unlistedMethod': unlisted(
    localised('Payment method without a rule', 'Mode de paiement sans règle', 'Betaalwijze zonder regel'),
    localised(
      'A method that no rule of the mapping table of payments names, on a payment that would be booked.',
      'Un mode de paiement qu’aucune règle de la table des règlements ne cite, pour un règlement à comptabiliser.',
      'Een betaalwijze die geen enkele regel van de mappingtabel voor betalingen noemt, bij een te boeken betaling.',
    ),
  ),
  'controls.unlistedCategory': unlisted(
    localised('Product category without a rule', 'Catégorie d’article sans règle', 'Artikelcategorie zonder regel'),
    localised(
      'A category that no rule of the mapping table of sales names. A product without category is not asked about.',
      'Une catégorie qu’aucune règle de la table des ventes ne cite. Un article sans catégorie n’est pas concerné.',
      'Een categorie die geen enkele regel van de mappingtabel voor verkopen noemt. Een artikel zonder categorie telt niet mee.',
    ),
    {
      warn: localised(
        'Take the default, with a warning',
        'Prendre la valeur par défaut, avec un avertissement',
        'De standaardwaarde nemen, met een waarschuwing',
      ),
    },
  ),
  'controls.unlistedCarrier': unlisted(
    localised('Carrier without a rule', 'Transporteur sans règle', 'Vervoerder zonder regel'),
    localised(
      'A carrier that no rule of the mapping table of shipping names.',
      'Un transporteur qu’aucune règle de la table du port ne cite.',
      'Een vervoerder die geen enkele regel van de mappingtabel voor verzending noemt.',
    ),
  ),
  'controls.unlistedCountry': unlisted(
    localised('Country without a rule', 'Pays sans règle', 'Land zonder regel'),
    localised(
      'A country that no rule of the mapping tables of VAT, sales or journals names.',
      'Un pays qu’aucune règle des tables de TVA, des ventes ou des journaux ne cite.',
      'Een land dat geen enkele regel van de mappingtabellen voor btw, verkopen of dagboeken noemt.',
    ),
  ),
};
