import { Anchor, Drawer, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '#ui/api/queries.ts';
import { ErrorState } from '#ui/components/error-state.tsx';
import { AnchorLink } from '#ui/components/links.tsx';
import { Money } from '#ui/components/money.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { EntrySheet } from '#ui/screens/run/entry-sheet.tsx';
import { PostingFacts } from './posting-facts.tsx';
import { PostingRevisions } from './posting-revisions.tsx';
import { StateBadge } from './state-badge.tsx';
import { postingTexts } from './texts.ts';

interface Props {
  /** The posting to show; null while none is open. */
  readonly id: string | null;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

/** One posting: where it went, its lines, and the other bookings of its document. */
export function PostingDrawer({ id, onOpen, onClose }: Props) {
  const t = useTexts(postingTexts);
  return (
    <Drawer
      opened={id !== null}
      onClose={onClose}
      position="right"
      size="xl"
      closeButtonProps={{ 'aria-label': t('close') }}
      title={t('posting')}
    >
      {id && <Content id={id} onOpen={onOpen} />}
    </Drawer>
  );
}

function Content({ id, onOpen }: { readonly id: string; readonly onOpen: Props['onOpen'] }) {
  const t = useTexts(postingTexts);
  const query = useQuery(apiQuery('getPosting', { params: { id } }));
  if (query.isError) return <ErrorState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <Skeleton h={320} />;
  const posting = query.data;
  return (
    <Stack gap="lg">
      <Group gap="sm">
        <Title order={2}>{posting.number}</Title>
        <StateBadge state={posting.state} />
        <Text fw={650} ml="auto" component="span">
          <Money amount={posting.amount} currency={posting.currency} />
        </Text>
      </Group>
      <Group gap="lg">
        <AnchorLink to="/runs/$id" params={{ id: posting.run }} size="sm">
          {t('toRun')}
        </AnchorLink>
        {posting.document.url && (
          <Anchor href={posting.document.url} target="_blank" rel="noreferrer" size="sm">
            {t('toSource')} <IconExternalLink size={13} aria-hidden />
          </Anchor>
        )}
      </Group>
      <PostingFacts posting={posting} />
      <section aria-label={t('entry')}>
        <Title order={3} size="h5" mb="xs">
          {t('entry')}
        </Title>
        {posting.entry ? <EntrySheet entry={posting.entry} /> : <Text c="dimmed">{t('noEntry')}</Text>}
      </section>
      {posting.revisions.length > 1 && <PostingRevisions posting={posting} onOpen={onOpen} />}
    </Stack>
  );
}
