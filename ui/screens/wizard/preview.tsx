import { Alert, Group, Loader, Paper, Stack, Tabs, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { Run } from '#schemas/api/runs.ts';
import { isFinished } from '#schemas/outcome.ts';
import { useLiveRun } from '#ui/api/run-events.ts';
import { RunEntries } from '#ui/components/entries-table/run-entries.tsx';
import { ErrorState } from '#ui/components/error-state.tsx';
import { MessageText } from '#ui/components/message-text.tsx';
import { OutcomeBadges } from '#ui/components/outcome-badges.tsx';
import { type Translate, useTexts } from '#ui/i18n/use-texts.ts';
import { FirstRun } from './first-run.tsx';
import { HeldDocuments } from './held-documents.tsx';
import { wizardTexts } from './texts.ts';

interface PreviewProps {
  runId: string;
  flowId: string;
  /** The flow is taken into use. */
  onDone: () => void;
}

/** The dry run while it goes on, then its entries and what stands in the way of the others. */
export function Preview({ runId, flowId, onDone }: PreviewProps) {
  const t = useTexts(wizardTexts);
  const run = useLiveRun(runId);
  if (run.isError) return <ErrorState error={run.error} onRetry={run.refetch} />;
  if (!run.data || !isFinished(run.data.status)) return <Progressing run={run.data} />;
  const { counts, status, problem } = run.data;
  if (status === 'failed' || status === 'cancelled') {
    return (
      <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('runFailed')} role="alert">
        {problem && <MessageText message={problem} />}
      </Alert>
    );
  }
  if (counts.total === 0) {
    return (
      <Alert color="gray" icon={<IconInfoCircle aria-hidden />} role="status">
        {t('nothingFound')}
      </Alert>
    );
  }
  return (
    <Stack gap="md" ref={bringIntoView} style={{ scrollMarginTop: 72 }}>
      <Verdict run={run.data} />
      <Findings run={run.data} />
      <FirstRun flowId={flowId} period={run.data.period} onDone={onDone} />
    </Stack>
  );
}

/** What was asked for appears below the form: without this, one would have to look for it. */
function bringIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'start' });
}

function Progressing({ run }: { run: Run | undefined }) {
  const t = useTexts(wizardTexts);
  return (
    <Paper withBorder p="lg" role="status" aria-busy="true">
      <Group>
        <Loader size="sm" />
        <Stack gap={2}>
          <Text>{t('running')}</Text>
          {run && run.counts.total > 0 && (
            <Text size="sm" c="dimmed">
              {t('progress', { count: run.counts.total })}
            </Text>
          )}
        </Stack>
      </Group>
    </Paper>
  );
}

function troubled({ counts }: Run): number {
  return counts.held + counts.failed;
}

function verdictOf(run: Run, t: Translate<typeof wizardTexts>): string {
  const bad = troubled(run);
  if (bad > 0) return t('someHeld', { count: bad });
  return run.counts.previewed === 0 ? t('allSkipped') : t('allGood', { count: run.counts.previewed });
}

function Verdict({ run }: { run: Run }) {
  const t = useTexts(wizardTexts);
  const bad = troubled(run);
  const Icon = bad === 0 ? IconCircleCheck : IconAlertTriangle;
  return (
    <Alert color={bad === 0 ? 'teal' : 'orange'} icon={<Icon aria-hidden />} role="status">
      <Group justify="space-between">
        <Text size="sm" fw={550}>
          {verdictOf(run, t)}
        </Text>
        <OutcomeBadges counts={run.counts} />
      </Group>
    </Alert>
  );
}

function Findings({ run }: { run: Run }) {
  const t = useTexts(wizardTexts);
  const bad = troubled(run);
  return (
    <Tabs defaultValue="entries" keepMounted={false}>
      <Tabs.List mb="md">
        <Tabs.Tab value="entries">{t('tabEntries')}</Tabs.Tab>
        {bad > 0 && <Tabs.Tab value="held">{t('tabHeld', { count: bad })}</Tabs.Tab>}
      </Tabs.List>
      <Tabs.Panel value="entries">
        <RunEntries run={run.id} height="55vh" />
      </Tabs.Panel>
      <Tabs.Panel value="held">
        <HeldDocuments run={run} />
      </Tabs.Panel>
    </Tabs>
  );
}
