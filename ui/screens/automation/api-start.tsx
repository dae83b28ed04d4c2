import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useSession } from '#ui/api/session.ts';
import { CopyField } from '#ui/components/copy-field.tsx';
import { ButtonLink } from '#ui/components/links.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { startTexts } from './start-texts.ts';

function addressOf(flowId: string): string {
  return `${window.location.origin}/api/flows/${flowId}/trigger`;
}

/** A command that works as it stands once the key is in the environment: last month, started once however often it is sent. */
function exampleOf(flowId: string, today: Date): string {
  const month = new Date(Date.UTC(today.getFullYear(), today.getMonth() - 1, 1));
  const last = new Date(Date.UTC(today.getFullYear(), today.getMonth(), 0));
  const day = (date: Date) => date.toISOString().slice(0, 10);
  const order = { period: { from: day(month), to: day(last) } };
  return [
    `curl -X POST ${addressOf(flowId)} \\`,
    '  -H "Authorization: Bearer $PASSERELLE_KEY" \\',
    '  -H "Content-Type: application/json" \\',
    `  -H "Idempotency-Key: ${day(month).slice(0, 7)}" \\`,
    `  -d '${JSON.stringify(order)}'`,
  ].join('\n');
}

export function ApiStart({ flowId }: { flowId: string }) {
  const t = useTexts(startTexts);
  const isOwner = useSession()?.workspace?.role === 'owner';
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="api-start">
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" gap="md">
          <Title order={2} size="h4" id="api-start">
            {t('api')}
          </Title>
          {isOwner && (
            <ButtonLink to="/settings" variant="default" size="xs" leftSection={<IconKey size={14} aria-hidden />}>
              {t('toKeys')}
            </ButtonLink>
          )}
        </Group>
        <Text size="sm" c="dimmed" maw={720}>
          {t('apiLead')}
        </Text>
        <CopyField label={t('address')} value={addressOf(flowId)} />
        <CopyField label={t('example')} value={exampleOf(flowId, new Date())} isBlock />
        <Text size="xs" c="dimmed">
          {t('keyHint')}
        </Text>
      </Stack>
    </Paper>
  );
}
