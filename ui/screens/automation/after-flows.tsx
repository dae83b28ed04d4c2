import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Follows } from '#schemas/api/follows.ts';
import { apiQuery } from '#ui/api/queries.ts';
import { useCanEdit } from '#ui/api/session.ts';
import { ErrorState } from '#ui/components/error-state.tsx';
import { AnchorLink } from '#ui/components/links.tsx';
import { PageSkeleton } from '#ui/components/page-skeleton.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { FollowForm } from './follow-form.tsx';
import { FollowRow } from './follow-row.tsx';
import { startTexts } from './start-texts.ts';

/** After which flows this one starts, and after which ends of their runs; which flows start after this one. */
export function AfterFlows({ flowId }: { flowId: string }) {
  const t = useTexts(startTexts);
  const canEdit = useCanEdit();
  const [isAdding, setAdding] = useState(false);
  const follows = useQuery(apiQuery('listFollows', { params: { id: flowId } }));
  if (follows.isPending) return <PageSkeleton />;
  if (follows.isError) return <ErrorState error={follows.error} onRetry={follows.refetch} />;
  const { items, followers } = follows.data;
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="after-flows">
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" gap="md">
          <Title order={2} size="h4" id="after-flows">
            {t('after')}
          </Title>
          {canEdit && !isAdding && (
            <Button
              variant="light"
              size="xs"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => setAdding(true)}
            >
              {t('add')}
            </Button>
          )}
        </Group>
        <Text size="sm" c="dimmed" maw={720}>
          {t('afterLead')}
        </Text>
        {items.length === 0 && !isAdding && <Text size="sm">{t('afterNone')}</Text>}
        {items.map((follow) => (
          <FollowRow key={follow.id} flowId={flowId} follow={follow} />
        ))}
        {isAdding && <FollowForm flowId={flowId} onClose={() => setAdding(false)} />}
        {followers.length > 0 && <Followers followers={followers} />}
      </Stack>
    </Paper>
  );
}

function Followers({ followers }: { followers: Follows['followers'] }) {
  const t = useTexts(startTexts);
  const once = [...new Map(followers.map((flow) => [flow.id, flow])).values()];
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed">
        {t('followers')}
      </Text>
      {once.map(({ id, name }) => (
        <AnchorLink key={id} to="/flows/$id" params={{ id }} size="sm">
          {name}
        </AnchorLink>
      ))}
    </Group>
  );
}
