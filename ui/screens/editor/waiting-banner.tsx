import { Alert, Button, Group, Text } from '@mantine/core';
import { IconTool } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { apiQuery } from '#ui/api/queries.ts';
import { AnchorLink } from '#ui/components/links.tsx';
import { ProblemAlert } from '#ui/components/problem-alert.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useRetry } from '#ui/screens/holds/use-retry.ts';
import { useEditor } from './editor-context.ts';
import { waitingTexts } from './waiting-texts.ts';

/** Documents that an earlier version held may pass now: offers to try them again with the published one. */
export function WaitingBanner() {
  const t = useTexts(waitingTexts);
  const navigate = useNavigate();
  const { flow, canEdit } = useEditor();
  const [closedFor, setClosedFor] = useState<number | null>(null);
  const { data } = useQuery(apiQuery('countHolds', { query: { flow: flow.id } }));
  const retry = useRetry(() => navigate({ to: '/holds', search: { flow: flow.id } }));
  const version = flow.publishedVersion;
  if (!canEdit || version === null || closedFor === version || !data || data.outdated === 0) return null;
  return (
    <Alert
      color="orange"
      radius={0}
      py="xs"
      icon={<IconTool aria-hidden />}
      role="status"
      withCloseButton
      closeButtonLabel={t('later')}
      onClose={() => setClosedFor(version)}
    >
      <Group gap="md">
        <Text size="sm" fw={550}>
          {t('waiting', { count: data.outdated })}
        </Text>
        <Button size="xs" loading={retry.isPending} onClick={() => retry.start({ flow: flow.id }, version)}>
          {t('retry', { number: version })}
        </Button>
        <AnchorLink size="sm" to="/holds" search={{ flow: flow.id }}>
          {t('look')}
        </AnchorLink>
        <ProblemAlert error={retry.error} />
      </Group>
    </Alert>
  );
}
