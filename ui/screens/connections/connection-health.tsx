import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconPlayerPauseFilled } from '@tabler/icons-react';
import type { Connection } from '#schemas/api/connections.ts';
import { useCanEdit } from '#ui/api/session.ts';
import { MessageText } from '#ui/components/message-text.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { connectionsTexts } from './texts.ts';
import { useTestConnection } from './use-test-connection.ts';

/** Says that flows may not call the system for now, why, and until when; nothing while calls go through. */
export function ConnectionHealth({ connection }: { connection: Connection }) {
  const t = useTexts(connectionsTexts);
  const format = useFormat();
  const canEdit = useCanEdit();
  const test = useTestConnection(connection);
  const { id, name, health } = connection;
  if (health.state === 'closed') return null;
  const count = health.failures;
  const waitMs = health.retryAt === null ? 0 : Date.parse(health.retryAt) - Date.now();
  const isWaiting = health.state === 'open' && waitMs > 0;
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Badge
          variant="light"
          color="orange"
          tt="none"
          fw={550}
          miw="max-content"
          leftSection={<IconPlayerPauseFilled size={11} aria-hidden />}
        >
          {t('suspended')}
        </Badge>
        {canEdit && (
          <Button
            variant="subtle"
            size="compact-xs"
            loading={test.isPending}
            aria-label={t('tryNowOf', { name })}
            onClick={() => test.mutate({ params: { id } })}
          >
            {t('tryNow')}
          </Button>
        )}
      </Group>
      <Text size="xs" c="dimmed">
        {isWaiting ? t('suspendedUntil', { count, wait: format.duration(waitMs) }) : t('trying', { count })}
      </Text>
      {health.problem && <MessageText message={health.problem} size="xs" />}
    </Stack>
  );
}
