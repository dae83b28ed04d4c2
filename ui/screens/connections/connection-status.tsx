import { Badge, Group, Stack, Text } from '@mantine/core';
import type { Connection } from '#schemas/api/connections.ts';
import { MessageText } from '#ui/components/message-text.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { connectionsTexts } from './texts.ts';

const COLOURS = { ok: 'teal', failing: 'red', untested: 'gray' } as const;

export function ConnectionStatus({ connection }: { connection: Connection }) {
  const t = useTexts(connectionsTexts);
  const format = useFormat();
  const { status, lastTestedAt, lastProblem, warnings } = connection;
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Badge variant="dot" color={COLOURS[status]} tt="none" fw={550} miw="max-content">
          {t(`status_${status}`)}
        </Badge>
        {lastTestedAt && (
          <Text size="xs" c="dimmed">
            {t('tested', { ago: format.ago(lastTestedAt) })}
          </Text>
        )}
      </Group>
      {lastProblem && status === 'failing' && <MessageText message={lastProblem} size="xs" />}
      {warnings.map((warning) => (
        <MessageText key={warning.text} message={warning} size="xs" />
      ))}
    </Stack>
  );
}
