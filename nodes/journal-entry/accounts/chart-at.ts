import { rateCode } from './account-number.ts';
import { ACCOUNT_KEYS, type AccountKey, type ChartPreset } from './chart-preset.ts';

/** The least that an account has: the three digits by which the FEC knows it. */
const LEAST = 3;

/**
 * An account of a preset without the zeros that pad it: presets are written at six digits, books may have any length.
 * What stands for a rate or a country is never shortened.
 */
export function unpadded(template: string): string {
  return template.slice(0, LEAST) + template.slice(LEAST).replace(/0+$/, '');
}

/** An account of the chart at a length: one number, or one for each rate, with {country} left to be filled. */
export interface AccountAt {
  readonly key: AccountKey;
  readonly numbers: readonly string[];
}
export interface ChartAt {
  readonly accounts: readonly AccountAt[];
  /** Accounts that do not fit: they would have to be cut, which is never done; documents that need one are held. */
  readonly tooLong: readonly AccountAt[];
}

/** A country takes two characters, whichever it is. */
const COUNTRY = '{country}';
const sizeOf = (number: string): number => number.replace(COUNTRY, 'XX').length;

function numbersOf(template: string, preset: ChartPreset, length: number): string[] {
  const codes = template.includes('{rate}') ? preset.rates.map(({ rate }) => rateCode(rate)) : [''];
  return codes.map((code) => {
    const number = template.replaceAll('{rate}', code);
    return number + '0'.repeat(Math.max(0, length - sizeOf(number)));
  });
}

/**
 * Every account of a chart at the length of the books, filled up with zeros on the right.
 *
 * @param own accounts of the settings, which go before those of the chart; they are padded as well, never shortened
 */
export function chartAt(
  preset: ChartPreset,
  length: number,
  own: Readonly<Partial<Record<AccountKey, string>>> = {},
): ChartAt {
  const accounts = ACCOUNT_KEYS.map((key): AccountAt => {
    // Zeros that a user has typed are digits of theirs.
    const template = own[key]?.trim() || unpadded(preset.accounts[key]);
    return { key, numbers: numbersOf(template, preset, length) };
  });
  const tooLong = accounts
    .map(({ key, numbers }) => ({ key, numbers: numbers.filter((number) => sizeOf(number) > length) }))
    .filter(({ numbers }) => numbers.length > 0);
  return { accounts, tooLong };
}
