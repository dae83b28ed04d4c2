import { z } from 'zod';

/** Money on the wire: decimal text, point as separator, up to 6 decimals. May be negative. Never a JSON number. */
export const amountSchema = z
  .string()
  .regex(/^-?\d{1,16}(\.\d{1,6})?$/, 'expected a decimal amount as text, such as "12.50"')
  .meta({ description: 'Decimal amount as text, e.g. "12.50"; never a number' });

/** An amount of a journal entry line: exactly two decimals, never negative. */
export const entryAmountSchema = z
  .string()
  .regex(/^\d{1,16}\.\d{2}$/, 'expected an amount with two decimals, never negative, such as "12.50"')
  .meta({ description: 'Decimal amount as text with exactly two decimals, never negative' });

/** A VAT rate in percent as text: "21", "5.5". */
export const rateSchema = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,4})?$/, 'expected a rate in percent as text, such as "5.5"');

export const currencySchema = z.string().regex(/^[A-Z]{3}$/, 'expected an ISO 4217 code such as "EUR"');
export const countrySchema = z.string().regex(/^[A-Z]{2}$/, 'expected an ISO 3166 code such as "BE"');
/** A calendar day in the flow's time zone: 2026-10-31. */
export const dateSchema = z.iso.date();
/** A moment in UTC: 2026-10-31T22:59:59Z. */
export const instantSchema = z.iso.datetime();
