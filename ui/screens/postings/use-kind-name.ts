import { useTexts } from '#ui/i18n/use-texts.ts';
import { postingTexts } from './texts.ts';

/** What kind of document was booked; one of a connector that we know no word for keeps its own. */
export function useKindName(): (kind: string) => string {
  const t = useTexts(postingTexts);
  return (whole) => {
    // "payment:<id>" is one of several payments of a document.
    const [kind] = whole.split(':');
    if (kind === 'sale' || kind === 'credit-note' || kind === 'payment' || kind === 'payout') return t(`kind_${kind}`);
    return whole;
  };
}
