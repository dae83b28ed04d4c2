import type { PostingTarget } from '#schemas/api/postings.ts';
import { useCatalogue } from '#ui/api/catalogue.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { postingTexts } from './texts.ts';

/** A target in words: the connection with its company, or the step whose files it went into. */
export function useTargetName(): (target: PostingTarget) => string {
  const t = useTexts(postingTexts);
  const language = useLanguage();
  const { nodeTypes } = useCatalogue();
  return ({ kind, name, type, books }) => {
    const withBooks = (text: string) => (books === null ? text : `${text} · ${books}`);
    if (kind === 'connection') return withBooks(name ?? t('targetGone'));
    const title = name ?? nodeTypes.find(({ id }) => id === type)?.texts.title[language] ?? '…';
    return withBooks(t('targetFiles', { step: title }));
  };
}
