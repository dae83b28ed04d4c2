import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { daysOf, kindOf, type VatPeriodName } from './periods.ts';
import { vatReturnTexts } from './texts.ts';

const LOCALES = { en: 'en-GB', fr: 'fr-BE', nl: 'nl-BE' } as const;

/** A period in words: "October 2026", "T4 2026". */
export function usePeriodName(): (name: VatPeriodName) => string {
  const t = useTexts(vatReturnTexts);
  const language = useLanguage();
  return (name) => {
    const { from } = daysOf(name);
    if (kindOf(name) === 'quarter') return t('quarterName', { quarter: name.slice(-1), year: name.slice(0, 4) });
    const format = new Intl.DateTimeFormat(LOCALES[language], { month: 'long', year: 'numeric', timeZone: 'UTC' });
    return format.format(new Date(`${from}T00:00:00Z`));
  };
}

/** A country in words: "DE" → "Germany". */
export function useCountryName(): (code: string | null) => string {
  const language = useLanguage();
  const names = new Intl.DisplayNames([LOCALES[language]], { type: 'region', fallback: 'code' });
  return (code) => (code === null ? '—' : (names.of(code) ?? code));
}
