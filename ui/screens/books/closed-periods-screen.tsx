import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClosedPeriods } from '#schemas/api/closed-periods.ts';
import { apiQuery } from '#ui/api/queries.ts';
import { useIsOwner } from '#ui/api/session.ts';
import { ErrorState } from '#ui/components/error-state.tsx';
import { Page } from '#ui/components/page.tsx';
import { PageSkeleton } from '#ui/components/page-skeleton.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { ChangeDialog, type ChangedScope } from './change-dialog.tsx';
import { ClosedFlows } from './closed-flows.tsx';
import { ClosingHistory } from './closing-history.tsx';
import { closedPeriodTexts } from './texts.ts';

/** /closed-periods: until when the books are closed, for all flows and for each. */
export function ClosedPeriodsScreen() {
  const t = useTexts(closedPeriodTexts);
  const periods = useQuery(apiQuery('getClosedPeriods', {}));
  return (
    <Page title={t('title')} lead={t('lead')}>
      {periods.isPending && <PageSkeleton />}
      {periods.isError && <ErrorState error={periods.error} onRetry={periods.refetch} />}
      {periods.data && <Periods of={periods.data} />}
    </Page>
  );
}

function Periods({ of }: { readonly of: ClosedPeriods }) {
  const t = useTexts(closedPeriodTexts);
  const isOwner = useIsOwner();
  const [changed, setChanged] = useState<ChangedScope | null>(null);
  return (
    <Stack gap="lg">
      {!isOwner && <Text c="dimmed">{t('onlyOwner')}</Text>}
      <Common
        closedUntil={of.closedUntil}
        onChange={
          isOwner ? () => setChanged({ flow: null, name: t('workspace'), closedUntil: of.closedUntil }) : undefined
        }
      />
      {of.flows.length > 0 && (
        <ClosedFlows
          flows={of.flows}
          onChange={isOwner ? ({ id, name, own }) => setChanged({ flow: id, name, closedUntil: own }) : undefined}
        />
      )}
      <ClosingHistory history={of.history} />
      {changed && <ChangeDialog scope={changed} onClose={() => setChanged(null)} />}
    </Stack>
  );
}

interface CommonProps {
  readonly closedUntil: string | null;
  readonly onChange: (() => void) | undefined;
}

function Common({ closedUntil, onChange }: CommonProps) {
  const t = useTexts(closedPeriodTexts);
  const format = useFormat();
  const Icon = closedUntil === null ? IconLockOpen : IconLock;
  return (
    <Paper withBorder p="lg" component="section" aria-label={t('workspace')}>
      <Group justify="space-between" gap="md">
        <Group gap="md" wrap="nowrap">
          <Icon size={28} stroke={1.5} aria-hidden />
          <Stack gap={2}>
            <Title order={2} size="h3">
              {closedUntil === null ? t('open') : t('closedUntil', { day: format.day(closedUntil) })}
            </Title>
            <Text size="sm" c="dimmed">
              {t('workspaceText')}
            </Text>
          </Stack>
        </Group>
        {onChange && (
          <Button onClick={onChange} aria-label={t('changeOf', { scope: t('workspace') })}>
            {t('change')}
          </Button>
        )}
      </Group>
    </Paper>
  );
}
