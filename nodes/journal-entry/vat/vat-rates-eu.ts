/**
 * VAT rates of the Member States (standard, reduced, super-reduced, parking), as of 2026-11-21; regional rates are left
 * out. Used to check that a rate belongs to a country and to name accounts. No tax is ever computed from it: the shop's
 * own figures are booked.
 */
interface CountryRates {
  readonly rates: readonly string[];
  /** Rates that have been abolished, with their last day: older documents still carry them. */
  readonly past: readonly { readonly rate: string; readonly until: string }[];
}

const VAT_RATES: Readonly<Record<string, CountryRates>> = {
  AT: { rates: ['20', '13', '10'], past: [] },
  BE: { rates: ['21', '12', '6'], past: [] },
  BG: { rates: ['20', '9'], past: [] },
  CY: { rates: ['19', '9', '5'], past: [] },
  CZ: {
    rates: ['21', '12'],
    past: [
      { rate: '10', until: '2023-12-31' },
      { rate: '15', until: '2023-12-31' },
    ],
  },
  DE: { rates: ['19', '7'], past: [] },
  DK: { rates: ['25'], past: [] },
  EE: { rates: ['24', '13', '9'], past: [{ rate: '22', until: '2025-06-30' }] },
  ES: { rates: ['21', '10', '4'], past: [] },
  FI: {
    rates: ['25.5', '13.5', '10'],
    past: [
      { rate: '24', until: '2024-08-31' },
      { rate: '14', until: '2025-12-31' },
    ],
  },
  FR: { rates: ['20', '10', '5.5', '2.1'], past: [] },
  GR: { rates: ['24', '13', '6'], past: [] },
  HR: { rates: ['25', '13', '5'], past: [] },
  HU: { rates: ['27', '18', '5'], past: [] },
  IE: { rates: ['23', '13.5', '9', '4.8'], past: [] },
  IT: { rates: ['22', '10', '5', '4'], past: [] },
  LT: { rates: ['21', '12', '5'], past: [{ rate: '9', until: '2025-12-31' }] },
  LU: {
    rates: ['17', '14', '8', '3'],
    past: [
      { rate: '16', until: '2023-12-31' },
      { rate: '7', until: '2023-12-31' },
      { rate: '13', until: '2023-12-31' },
    ],
  },
  LV: { rates: ['21', '12', '5'], past: [] },
  MT: { rates: ['18', '7', '5'], past: [] },
  NL: { rates: ['21', '9'], past: [] },
  PL: { rates: ['23', '8', '5'], past: [] },
  PT: { rates: ['23', '13', '6'], past: [] },
  RO: {
    rates: ['21', '11'],
    past: [
      { rate: '19', until: '2025-07-31' },
      { rate: '5', until: '2025-07-31' },
      { rate: '9', until: '2025-07-31' },
    ],
  },
  SE: { rates: ['25', '12', '6'], past: [] },
  SI: { rates: ['22', '9.5', '5'], past: [] },
  SK: {
    rates: ['23', '19', '5'],
    past: [
      { rate: '20', until: '2024-12-31' },
      { rate: '10', until: '2024-12-31' },
    ],
  },
};

/** Codes that shops use for a territory whose VAT is that of another code. */
const VAT_TERRITORY: Readonly<Record<string, string>> = {
  // Monaco belongs to the French VAT territory.
  MC: 'FR',
  // The VAT prefix of Greece, and a common mistake for Great Britain.
  EL: 'GR',
  UK: 'GB',
};

/** The country whose VAT applies in a territory: "MC" → "FR". */
export function vatCountryOf(country: string): string {
  return VAT_TERRITORY[country] ?? country;
}

/** Member States, and Northern Ireland ("XI"), which stays in the EU's VAT area for goods. */
export function isInVatArea(country: string): boolean {
  return country === 'XI' || Object.hasOwn(VAT_RATES, country);
}

/** Whether a rate is, or on that day still was, a rate of the country. */
export function isRateOf(country: string, rate: string, day: string): boolean {
  const known = VAT_RATES[country];
  if (!known) return false;
  return known.rates.includes(rate) || known.past.some((past) => past.rate === rate && day <= past.until);
}
