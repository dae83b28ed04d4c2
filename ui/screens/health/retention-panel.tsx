import { Paper, Stack, Text, Title } from '@mantine/core';
import type { Pruning, Retention } from '#schemas/api/health.ts';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { RetentionForm } from './retention-form.tsx';
import { retentionTexts } from './texts.ts';

interface Props {
  readonly retention: Retention;
  readonly pruning: Pruning | null;
}

/** How long each class is kept, and what the last removal did. */
export function RetentionPanel({ retention, pruning }: Props) {
  const t = useTexts(retentionTexts);
  return (
    <Paper withBorder p="lg" component="section" aria-label={t('title')}>
      <Stack gap="md">
        <div>
          <Title order={2}>{t('title')}</Title>
          <Text c="dimmed" size="sm" maw={760}>
            {t('lead')}
          </Text>
        </div>
        <RetentionForm key={JSON.stringify(retention)} retention={retention} />
        <div>
          <Title order={3} size="h5">
            {t('lastTitle')}
          </Title>
          <LastPruning pruning={pruning} />
        </div>
      </Stack>
    </Paper>
  );
}

function LastPruning({ pruning }: { readonly pruning: Pruning | null }) {
  const t = useTexts(retentionTexts);
  const format = useFormat();
  if (pruning === null) {
    return (
      <Text size="sm" c="dimmed">
        {t('lastNever')}
      </Text>
    );
  }
  const { at, dropped, dryRuns, rows, postponed } = pruning;
  const bytes = format.bytes(dropped.reduce((total, part) => total + part.bytes, 0));
  return (
    <Text size="sm">
      {dropped.length + dryRuns + rows === 0
        ? t('lastNothing', { ago: format.ago(at) })
        : t('lastDone', { ago: format.ago(at), days: dropped.length, bytes, dryRuns, rows })}{' '}
      {postponed > 0 && t('lastPostponed', { count: postponed })}
    </Text>
  );
}
