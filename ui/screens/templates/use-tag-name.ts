import { useTexts } from '#ui/i18n/use-texts.ts';
import { templatesTexts } from './texts.ts';

const WORDS = ['accounting', 'belgium', 'file', 'france', 'shop'] as const;

/** Names a template's tag: general words in the reader's language, names of products and formats as they are. */
export function useTagName(): (tag: string) => string {
  const t = useTexts(templatesTexts);
  return (tag) => {
    const word = WORDS.find((known) => known === tag);
    return word ? t(`tag_${word}`) : tag;
  };
}
