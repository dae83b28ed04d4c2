import type { MessageCatalogue } from '#schemas/messages.ts';
import { useCatalogue } from '#ui/api/catalogue.ts';
import { keepFrenchSpaces } from '#ui/i18n/french-spaces.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { ruleText } from './rule-text.ts';

/** Says in the reader's language which rule chose an account. */
export function useRuleText(): (rule: string) => string {
  const language = useLanguage();
  const texts = useCatalogue().messages as MessageCatalogue;
  return (rule) => {
    const text = ruleText(rule, texts, language);
    return language === 'fr' ? keepFrenchSpaces(text) : text;
  };
}
