import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { Show } from '#schemas/api/replays.ts';
import { ErrorState } from '#ui/components/error-state.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { ComparedDocumentCard } from './compared-document.tsx';
import { replayTexts } from './texts.ts';
import { useComparedDocuments } from './use-comparison.ts';

interface Props {
  readonly id: string;
  readonly isOver: boolean;
  readonly show: Show;
}

/** The documents of the chosen kind, each with what differs. */
export function ComparedDocuments({ id, isOver, show }: Props) {
  const t = useTexts(replayTexts);
  const documents = useComparedDocuments(id, show, isOver);
  if (documents.isError) return <ErrorState error={documents.error} onRetry={() => documents.refetch()} />;
  if (documents.isPending) return <Skeleton h={280} />;
  const items = documents.data.pages.flatMap((page) => page.items);
  return (
    <Stack component="section" gap="sm" aria-label={t('documents')}>
      <Title order={2} fz="md">
        {t('documents')}
      </Title>
      {items.length === 0 && !documents.hasNextPage && (
        <Text c="dimmed">{t(show === 'differences' && isOver ? 'allSame' : 'noDocuments')}</Text>
      )}
      {items.map((document) => (
        <ComparedDocumentCard key={document.key} document={document} />
      ))}
      {documents.hasNextPage && (
        <Group justify="center">
          <Button
            variant="default"
            loading={documents.isFetchingNextPage}
            onClick={() => void documents.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
