import { HoldError } from '#schemas/errors.ts';
import { decimal } from '#schemas/money.ts';
import { accountMessages } from './account-messages.ts';

/** One way of writing a rate, so that rates can be compared as texts: "21.0000" → "21", "5.50" → "5.5". */
export function plainRate(rate: string): string {
  return decimal(rate).toString();
}

/** A rate as it stands in account numbers: "20" → "20", "6" → "06", "5.5" → "55", "2.1" → "21". */
export function rateCode(rate: string): string {
  return rate.replace('.', '').padStart(2, '0');
}

/**
 * The account that a template such as "7070{rate}" stands for, padded with zeros on the right.
 *
 * @param length characters of an account in the books; a longer one is refused, for a cut account is another account
 * @throws HoldError when the account is too long, or does not begin with three digits (the FEC's rule for CompteNum)
 * @example accountNumber('4457{rate}', { rate: '5.5', country: 'FR' }, 6) // "445755"
 */
export function accountNumber(
  template: string,
  values: { readonly rate: string; readonly country: string },
  length: number,
): string {
  const account = template.trim().replaceAll('{rate}', rateCode(values.rate)).replaceAll('{country}', values.country);
  if (!/^\d{3}[0-9A-Z]*$/.test(account)) throw new HoldError(accountMessages.build.account_malformed({ account }));
  if (account.length > length) {
    throw new HoldError(accountMessages.build.account_too_long({ account, length: String(length) }));
  }
  return account.padEnd(length, '0');
}
