import type { Address } from '#schemas/documents/party.ts';
import { isInVatArea, vatCountryOf } from './vat-rates-eu.ts';

/** Where a sale goes, as VAT sees it. */
export interface VatPlace {
  /** The country whose VAT it would be; "XI" for Northern Ireland. */
  readonly country: string;
  readonly isInVatArea: boolean;
}

/**
 * Parts of Member States that are outside the EU's VAT area, by their postcodes (directive 2006/112, art. 6): shops give
 * them the country's own code as often as a code of their own.
 */
const OUTSIDE: Readonly<Record<string, RegExp>> = {
  // Canary Islands, Ceuta, Melilla.
  ES: /^(35|38|51|52)/,
  // Åland.
  FI: /^22/,
  // Overseas departments and communities; 980 is Monaco, which is inside.
  FR: /^(97|98[4-9])/,
  // Livigno, Campione d'Italia.
  IT: /^(23041|22061)/,
  // Büsingen, Heligoland.
  DE: /^(78266|27498)/,
  // Mount Athos.
  GR: /^6308[67]/,
};

/**
 * The place of an address for VAT: Monaco is France, Northern Ireland ("BT" postcodes) is "XI", and the territories
 * above lie outside although their country is a Member State. Null without a country.
 */
export function placeOf(address: Pick<Address, 'country' | 'postcode'> | null): VatPlace | null {
  if (!address?.country) return null;
  // Some write the country before it: "FI-22100".
  const postcode = address.postcode
    .toUpperCase()
    .trim()
    .replace(/^[A-Z]{1,2}-(?=\d)/, '')
    .replaceAll(/[^0-9A-Z]/g, '');
  const country = vatCountryOf(address.country);
  if (country === 'GB' && postcode.startsWith('BT')) return { country: 'XI', isInVatArea: true };
  const isOutside = OUTSIDE[country]?.test(postcode) ?? false;
  return { country, isInVatArea: isInVatArea(country) && !isOutside };
}
