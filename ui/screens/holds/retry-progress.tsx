import { CloseButton, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import type { Run } from '#schemas/api/runs.ts';
import { isFinished } from '#schemas/outcome.ts';
import { useLiveRun } from '#ui/api/run-events.ts';
import { AnchorLink, ButtonLink } from '#ui/components/links.tsx';
import { OutcomeBadges, StatusBadge } from '#ui/components/outcome-badges.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { retryTexts } from './texts.ts';

interface Props {
  readonly runs: readonly string[];
  readonly onHide: (run: string) => void;
}

/** The runs that try documents again, as they go on. */
export function RetryProgress({ runs, onHide }: Props) {
  const t = useTexts(retryTexts);
  if (runs.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-label={t('progress')}>
      <Title order={2} fz="md" mb="sm">
        {t('progress')}
      </Title>
      <Stack gap="md">
        {runs.map((id) => (
          <OneRun key={id} id={id} onHide={() => onHide(id)} />
        ))}
      </Stack>
    </Paper>
  );
}

function OneRun({ id, onHide }: { readonly id: string; readonly onHide: () => void }) {
  const t = useTexts(retryTexts);
  const run = useLiveRun(id).data;
  const status = run?.status;
  const isOver = status !== undefined && isFinished(status);
  if (!run) return null;
  return (
    <Stack gap={6}>
      <Group gap="sm">
        <Text fw={550}>{t('ofFlow', { flow: run.flow.name, number: run.version })}</Text>
        <StatusBadge status={run.status} />
        <div style={{ flex: 1 }} />
        {run.status === 'in-review' ? (
          <ButtonLink size="xs" to="/runs/$id/review" params={{ id }}>
            {t('review')}
          </ButtonLink>
        ) : (
          <AnchorLink to="/runs/$id" params={{ id }} size="sm">
            {t('openRun')}
          </AnchorLink>
        )}
        {isOver && <CloseButton size="sm" aria-label={t('hide', { flow: run.flow.name })} onClick={onHide} />}
      </Group>
      {isOver ? <OutcomeBadges counts={run.counts} /> : <Bar run={run} />}
    </Stack>
  );
}

function Bar({ run: { counts } }: { readonly run: Run }) {
  const t = useTexts(retryTexts);
  const done = counts.total - counts.pending;
  const text = counts.total === 0 ? t('reading') : t('decided', { done, total: counts.total });
  return (
    <>
      <Progress
        value={counts.total === 0 ? 100 : (done / counts.total) * 100}
        animated={counts.total === 0}
        size="sm"
        aria-label={text}
      />
      <Text size="xs" c="dimmed">
        {text}
      </Text>
    </>
  );
}
