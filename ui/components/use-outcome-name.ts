import type { Outcome } from '#schemas/outcome.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { componentTexts } from './texts.ts';

/** What became of a document, or of several: French agrees with their number. */
export function useOutcomeName(): (outcome: Outcome, count: number) => string {
  const t = useTexts(componentTexts);
  return (outcome, count) => (count === 1 ? t(`one_${outcome}`) : t(`outcome_${outcome}`));
}
