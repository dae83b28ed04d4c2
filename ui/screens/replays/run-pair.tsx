import { Group, Paper, SimpleGrid, Text } from '@mantine/core';
import type { RunSummary } from '#schemas/api/runs.ts';
import { ButtonLink } from '#ui/components/links.tsx';
import { OutcomeBadges, StatusBadge } from '#ui/components/outcome-badges.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { replayTexts } from './texts.ts';

/** Both runs in short, each with the way to its own page. */
export function RunPair({ before, after }: { readonly before: RunSummary; readonly after: RunSummary }) {
  const t = useTexts(replayTexts);
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <OneRun label={t('pastRun')} run={before} />
      <OneRun label={t('replayRun')} run={after} />
    </SimpleGrid>
  );
}

function OneRun({ label, run }: { readonly label: string; readonly run: RunSummary }) {
  const t = useTexts(replayTexts);
  const format = useFormat();
  return (
    <Paper component="section" withBorder p="md" aria-label={label}>
      <Group justify="space-between" wrap="nowrap" mb="xs">
        <div>
          <Text fw={600}>{label}</Text>
          <Text size="sm" c="dimmed">
            {t('version', { number: run.version })} · {format.shortInstant(run.createdAt)}
          </Text>
        </div>
        <ButtonLink
          to="/runs/$id"
          params={{ id: run.id }}
          variant="default"
          size="xs"
          aria-label={`${t('openRun')}: ${label}`}
        >
          {t('openRun')}
        </ButtonLink>
      </Group>
      <Group gap="xs">
        <StatusBadge status={run.status} />
        <OutcomeBadges counts={run.counts} />
      </Group>
    </Paper>
  );
}
