import { Anchor, Badge, Group, Stack, Text, Title, Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Run } from '#schemas/api/runs.ts';
import { isFinished } from '#schemas/outcome.ts';
import { AnchorLink } from '#ui/components/links.tsx';
import { StatusBadge } from '#ui/components/outcome-badges.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { RunActions } from './run-actions.tsx';
import { runTexts } from './texts.ts';
import { useNow } from './use-now.ts';

/** What ran, when, for which period, how it stands; and what one can do with it. */
export function RunHeader({ run }: { readonly run: Run }) {
  const t = useTexts(runTexts);
  const format = useFormat();
  const isOver = isFinished(run.status);
  const now = useNow(!isOver);
  const began = Date.parse(run.startedAt ?? run.createdAt);
  const ended = run.finishedAt ? Date.parse(run.finishedAt) : now;
  const duration = format.duration(Math.max(0, ended - began));
  const facts = [
    run.period ? t('period', { from: format.day(run.period.from), to: format.day(run.period.to) }) : t('wholePeriod'),
    t(`trigger_${run.trigger}`),
    format.instant(run.createdAt),
    isOver ? t('took', { duration }) : t('since', { duration }),
  ];
  return (
    <Group justify="space-between" align="flex-start" gap="md">
      <Stack gap={6} style={{ flex: '1 1 420px', minWidth: 0 }}>
        <Anchor size="sm" renderRoot={(props) => <Link to="/runs" {...props} />}>
          {t('allRuns')}
        </Anchor>
        <Title order={1}>{t('title', { flow: run.flow.name })}</Title>
        <Group gap="xs">
          <StatusBadge status={run.status} />
          <Tooltip label={t('dryHelp')} disabled={run.mode === 'live'}>
            <Badge variant="light" color={run.mode === 'dry' ? 'petrol' : 'teal'} tt="none">
              {t(`mode_${run.mode}`)}
            </Badge>
          </Tooltip>
          <Anchor size="sm" renderRoot={(props) => <Link to="/flows/$id" params={{ id: run.flow.id }} {...props} />}>
            {t('version', { number: run.version })}
          </Anchor>
          <Text size="sm" c="dimmed">
            {facts.join(' · ')}
          </Text>
          {run.trigger === 'replay' && (
            <AnchorLink to="/runs/$id/comparison" params={{ id: run.id }} size="sm">
              {t('comparison')}
            </AnchorLink>
          )}
        </Group>
      </Stack>
      <RunActions run={run} />
    </Group>
  );
}
