import type { Language } from '#schemas/localised.ts';
import type { Period } from '#schemas/period.ts';
import { useLanguage } from './use-language.ts';

const LOCALES: Record<Language, string> = { en: 'en-GB', fr: 'fr-BE', nl: 'nl-BE' };

/** Group and decimal signs of a locale, as accountants there write amounts. */
const SIGNS: Record<Language, { group: string; decimal: string }> = {
  en: { group: ',', decimal: '.' },
  fr: { group: '\u202f', decimal: ',' },
  nl: { group: '.', decimal: ',' },
};

/**
 * Writes an amount for people, working on its digits: an amount never becomes a JavaScript number.
 *
 * @param amount decimal text as on the wire ("-1234567.5"); anything else is given back as it is
 * @example formatMoney('-1234567.50', 'nl') // "-1.234.567,50"
 */
export function formatMoney(amount: string, language: Language): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount);
  if (!match) return amount;
  const [, sign = '', whole = '', cents = ''] = match;
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, SIGNS[language].group);
  return `${sign}${grouped}${SIGNS[language].decimal}${cents.padEnd(2, '0')}`;
}

/** The decimal sign of a plain number, as a VAT rate stands on the wire ("5.5"); other text is given back as it is. */
export function formatDecimals(text: string, language: Language): string {
  return /^\d+\.\d+$/.test(text) ? text.replace('.', SIGNS[language].decimal) : text;
}

/** A calendar day ("2026-10-31") as people write it; days have no time zone, so none may shift them. */
export function formatDay(day: string, language: Language): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return day;
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
}

/** The same in figures, for the column of a table: "31/10/2026". */
export function formatShortDay(day: string, language: Language): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return day;
  const figures = { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(LOCALES[language], figures).format(at);
}

/** Both ends of a period, without saying twice what they share: "1–31 Oct 2026". */
export function formatPeriod({ from, to }: Period, language: Language): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeZone: 'UTC' });
  return format.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
}

export function formatInstant(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(instant),
  );
}

/** The same in figures: "31/10/2026, 18:57". */
export function formatShortInstant(instant: string, language: Language): string {
  const figures = { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(LOCALES[language], figures).format(new Date(instant));
}

export function formatCount(count: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language]).format(count);
}

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** "3 hours ago" for the last month, the date beyond that. */
export function formatAgo(instant: string, language: Language, now = Date.now()): string {
  const elapsed = now - Date.parse(instant);
  const relative = new Intl.RelativeTimeFormat(LOCALES[language], { numeric: 'auto' });
  if (elapsed > 30 * 86_400_000) return formatInstant(instant, language);
  for (const [unit, length] of STEPS) {
    if (elapsed >= length) return relative.format(-Math.floor(elapsed / length), unit);
  }
  return relative.format(0, 'second');
}

/** How long something took: "850 ms", "12 s", "3 min 5 s". */
export function formatDuration(milliseconds: number, language: Language): string {
  if (milliseconds < 1000) return `${formatCount(Math.max(0, Math.round(milliseconds)), language)} ms`;
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  return `${formatCount(Math.floor(seconds / 60), language)} min ${seconds % 60} s`;
}

export function formatBytes(bytes: number, language: Language): string {
  const inUnit = (value: number, unit: string) =>
    new Intl.NumberFormat(LOCALES[language], { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
  if (bytes < 1000) return inUnit(bytes, 'byte');
  if (bytes < 1_000_000) return inUnit(bytes / 1000, 'kilobyte');
  return bytes < 1_000_000_000 ? inUnit(bytes / 1_000_000, 'megabyte') : inUnit(bytes / 1_000_000_000, 'gigabyte');
}

type WithoutLanguage<F> = F extends (value: infer V, language: Language, ...rest: infer R) => string
  ? (value: V, ...rest: R) => string
  : never;

const FORMATS = {
  money: formatMoney,
  day: formatDay,
  shortDay: formatShortDay,
  period: formatPeriod,
  instant: formatInstant,
  shortInstant: formatShortInstant,
  count: formatCount,
  ago: formatAgo,
  duration: formatDuration,
  bytes: formatBytes,
};
type Formats = { readonly [Name in keyof typeof FORMATS]: WithoutLanguage<(typeof FORMATS)[Name]> };

/** All the formats above, bound to the reader's language: `const format = useFormat(); format.money('12.50')`. */
export function useFormat(): Formats {
  const language = useLanguage();
  return {
    money: (amount) => formatMoney(amount, language),
    day: (day) => formatDay(day, language),
    shortDay: (day) => formatShortDay(day, language),
    period: (period) => formatPeriod(period, language),
    instant: (instant) => formatInstant(instant, language),
    shortInstant: (instant) => formatShortInstant(instant, language),
    count: (count) => formatCount(count, language),
    ago: (instant, now) => formatAgo(instant, language, now),
    duration: (milliseconds) => formatDuration(milliseconds, language),
    bytes: (bytes) => formatBytes(bytes, language),
  };
}
