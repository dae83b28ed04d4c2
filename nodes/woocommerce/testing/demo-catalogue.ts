/** The demo's shop: a French tea house that sells to its neighbours. Everything here is invented. */

export type Country = 'FR' | 'BE' | 'NL' | 'DE' | 'CH';
/** Kinds of goods as VAT sees them; the French rate of each stands in `RATES`. */
export type VatKind = 'standard' | 'food' | 'salon';

export interface Product {
  readonly id: number;
  readonly sku: string;
  readonly name: string;
  /** French price, VAT included. */
  readonly price: string;
  /** Null for a gift card: no VAT until it is spent. */
  readonly vat: VatKind | null;
}

export const PRODUCTS: readonly Product[] = [
  { id: 11, sku: 'THE-DARJ', name: 'Darjeeling Castleton 100 g', price: '14.90', vat: 'food' },
  { id: 12, sku: 'THE-SENC', name: 'Sencha Ariake 100 g', price: '12.50', vat: 'food' },
  { id: 13, sku: 'THE-ROOI', name: 'Rooibos &amp; vanille 250 g', price: '9.95', vat: 'food' },
  { id: 14, sku: 'TEA-FONTE', name: 'Théière en fonte 0,8 l', price: '59.00', vat: 'standard' },
  { id: 15, sku: 'MUG-GRES', name: 'Mug en grès &ndash; bleu', price: '18.50', vat: 'standard' },
  { id: 16, sku: 'BOITE-1', name: 'Boîte à thé japonaise', price: '7.99', vat: 'standard' },
  { id: 17, sku: 'ATELIER', name: 'Goûter dégustation au salon', price: '29.00', vat: 'salon' },
  { id: 18, sku: 'CADEAU-50', name: 'Carte cadeau 50 €', price: '50.00', vat: null },
];
export const GIFT_CARD_ID = 18;
export const SALON_ID = 17;

export interface Rate {
  readonly id: number;
  readonly country: Country;
  readonly kind: VatKind;
  readonly percent: number;
  readonly name: string;
}

export const RATES: readonly Rate[] = [
  { id: 1, country: 'FR', kind: 'standard', percent: 20, name: 'TVA 20 %' },
  { id: 2, country: 'FR', kind: 'salon', percent: 10, name: 'TVA 10 %' },
  { id: 3, country: 'FR', kind: 'food', percent: 5.5, name: 'TVA 5,5 %' },
  { id: 4, country: 'BE', kind: 'standard', percent: 21, name: 'TVA BE 21 %' },
  { id: 5, country: 'BE', kind: 'food', percent: 6, name: 'TVA BE 6 %' },
  { id: 6, country: 'DE', kind: 'standard', percent: 19, name: 'MwSt. 19 %' },
  { id: 7, country: 'DE', kind: 'food', percent: 7, name: 'MwSt. 7 %' },
  { id: 8, country: 'NL', kind: 'standard', percent: 21, name: 'Btw 21 %' },
  { id: 9, country: 'NL', kind: 'food', percent: 9, name: 'Btw 9 %' },
];

export interface Customer {
  readonly first: string;
  readonly last: string;
  readonly company: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: Country;
  readonly vatNumber: string;
}

function customer(country: Country, name: string, street: string, place: string, business = ''): Customer {
  const [first = '', last = ''] = name.split('|');
  const [postcode = '', city = ''] = place.split('|');
  const [company = '', vatNumber = ''] = business.split('|');
  return { first, last, company, street, postcode, city, country, vatNumber };
}

export const CUSTOMERS: readonly Customer[] = [
  customer('FR', 'Camille|Durand', '4 rue des Lilas', '69003|Lyon'),
  customer('FR', 'Théo|Lefèvre', '18 quai Saint-Michel', '75005|Paris'),
  customer('FR', 'Inès|Moreau', '7 place du Marché', '44000|Nantes'),
  customer('FR', 'Léa|N’Diaye', '22 cours Mirabeau', '13100|Aix-en-Provence'),
  customer('FR', 'Paul|Garnier', '9 rue de la Monnaie', '35000|Rennes', 'Librairie du Port|FR40303265045'),
  customer('BE', 'Élodie|Dupont', '12 rue de l’Église', '5000|Namur'),
  customer('BE', 'Wout|Peeters', 'Korenmarkt 3', '9000|Gent'),
  customer('NL', 'Sanne|de Vries', 'Prinsengracht 210', '1016 HD|Amsterdam'),
  customer('DE', 'Jürgen|Weiß', 'Lindenstraße 8', '50674|Köln'),
  customer('DE', 'Anke|Schäfer', 'Speicherstadt 5', '20457|Hamburg', 'Teekontor Schäfer GmbH|DE123456788'),
  customer('CH', 'Matthieu|Rochat', 'Avenue du Léman 30', '1005|Lausanne'),
];
