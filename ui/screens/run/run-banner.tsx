import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconChecklist } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Run } from '#schemas/api/runs.ts';
import { MessageText } from '#ui/components/message-text.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { runTexts } from './texts.ts';

/** What asks for attention: entries that wait for a check, or why the run failed. */
export function RunBanner({ run }: { readonly run: Run }) {
  const t = useTexts(runTexts);
  if (run.status === 'in-review') {
    return (
      <Alert color="violet" icon={<IconChecklist aria-hidden />} title={t('reviewTitle')}>
        <Group justify="space-between" gap="md">
          <Text size="sm" maw={640}>
            {t('reviewText')}
          </Text>
          <Button renderRoot={(props) => <Link to="/runs/$id/review" params={{ id: run.id }} {...props} />}>
            {t('checkEntries')}
          </Button>
        </Group>
      </Alert>
    );
  }
  if (!run.problem) return null;
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('failedTitle')} role="alert">
      <MessageText message={run.problem} />
    </Alert>
  );
}
