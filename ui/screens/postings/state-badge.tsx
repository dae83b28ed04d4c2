import { Badge } from '@mantine/core';
import type { PostingState } from '#schemas/api/postings.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { postingTexts } from './texts.ts';

const COLOURS: Record<PostingState, string> = { posted: 'teal', intended: 'blue', uncertain: 'orange', reset: 'gray' };

export function StateBadge({ state }: { readonly state: PostingState }) {
  const t = useTexts(postingTexts);
  return (
    <Badge variant="light" color={COLOURS[state]} size="sm" tt="none" fw={550} miw="max-content">
      {t(`state_${state}`)}
    </Badge>
  );
}
