import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { componentTexts } from './texts.ts';

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

/** The outline of a screen with a table, while it loads. */
export function PageSkeleton({ rows = ROWS.length }: { rows?: number }) {
  const t = useTexts(componentTexts);
  return (
    <Stack p="lg" role="status" aria-busy="true">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      <Skeleton h={32} w={220} />
      {ROWS.slice(0, rows).map((row) => (
        <Skeleton key={row} h={52} />
      ))}
    </Stack>
  );
}
