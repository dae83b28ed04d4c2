import { Alert, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { BOOKED_STATES, type BookedState } from '#schemas/api/books.ts';
import { ErrorState } from '#ui/components/error-state.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { BookedCard } from './booked-card.tsx';
import { STATE_COLOURS } from './state-colours.ts';
import { booksTexts } from './texts.ts';
import { useBookCounts, useBookedDocuments } from './use-books.ts';

/** The documents of a run beside the books: to add, identical, different, gone; each count shows its documents. */
export function BooksComparison({ run }: { readonly run: string }) {
  const t = useTexts(booksTexts);
  const [show, setShow] = useState<BookedState | null>(null);
  return (
    <Stack gap="md">
      <Text c="dimmed">{t('lead')}</Text>
      <Counts run={run} show={show} onShow={setShow} />
      <Documents run={run} show={show} />
    </Stack>
  );
}

interface CountsProps {
  readonly run: string;
  readonly show: BookedState | null;
  readonly onShow: (show: BookedState | null) => void;
}

function Counts({ run, show, onShow }: CountsProps) {
  const t = useTexts(booksTexts);
  const format = useFormat();
  const { query, counts, tellsGone, isCounting } = useBookCounts(run);
  if (query.isError) return <ErrorState error={query.error} onRetry={() => query.refetch()} />;
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const choices: (BookedState | null)[] = [null, ...BOOKED_STATES.filter((state) => counts.has(state))];
  return (
    <>
      <Group gap="xs" role="group" aria-label={t('counts')}>
        {choices.map((state) => (
          <Button
            key={state ?? 'all'}
            size="xs"
            variant={show === state ? 'filled' : 'light'}
            color={state ? STATE_COLOURS[state] : 'petrol'}
            aria-pressed={show === state}
            onClick={() => onShow(state)}
          >
            {format.count(state ? (counts.get(state) ?? 0) : total)} · {state ? t(`state_${state}`) : t('all')}
          </Button>
        ))}
        {isCounting && (
          <Text size="sm" c="dimmed" role="status">
            {t('counting')}
          </Text>
        )}
      </Group>
      {!tellsGone && (
        <Alert color="gray" icon={<IconInfoCircle aria-hidden />}>
          {t('goneUnknown')}
        </Alert>
      )}
    </>
  );
}

function Documents({ run, show }: { readonly run: string; readonly show: BookedState | null }) {
  const t = useTexts(booksTexts);
  const documents = useBookedDocuments(run, show);
  if (documents.isError) return <ErrorState error={documents.error} onRetry={() => documents.refetch()} />;
  if (documents.isPending) return <Skeleton h={280} />;
  const items = documents.data.pages.flatMap((page) => page.items);
  return (
    <Stack component="section" gap="sm" aria-label={t('documents')}>
      {items.length === 0 && !documents.hasNextPage && <Text c="dimmed">{t('none')}</Text>}
      {items.map((document) => (
        <BookedCard key={`${document.document}/${document.key}`} document={document} />
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
