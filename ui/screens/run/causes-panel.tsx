import { Box, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { Run } from '#schemas/api/runs.ts';
import type { Message } from '#schemas/messages.ts';
import type { Outcome } from '#schemas/outcome.ts';
import { MessageText } from '#ui/components/message-text.tsx';
import { OutcomeBadge } from '#ui/components/outcome-badges.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { runTexts } from './texts.ts';

interface Props {
  readonly run: Run;
  readonly onPick: (outcome: Outcome, cause: Message) => void;
}

/** Held and failed documents by cause: mending one cause frees all of its documents. */
export function CausesPanel({ run, onPick }: Props) {
  const t = useTexts(runTexts);
  if (run.causes.length === 0) return null;
  return (
    <Paper withBorder p="md">
      <Title order={2} fz="md" mb="sm">
        {t('causes')}
      </Title>
      <Stack gap="sm">
        {run.causes.map(({ outcome, message, count }) => (
          <Group key={`${outcome}/${message.code}/${message.text}`} justify="space-between" gap="md" align="flex-start">
            <Group gap="sm" align="flex-start" maw={900} style={{ flex: '1 1 280px' }}>
              <Stack gap={2} w={190} style={{ flexShrink: 0 }}>
                <Text size="sm" fw={600} className="run-figures">
                  {t('causeCount', { count })}
                </Text>
                <div>
                  <OutcomeBadge outcome={outcome} />
                </div>
              </Stack>
              <Box style={{ flex: '1 1 260px' }}>
                <MessageText message={message} />
              </Box>
            </Group>
            <Button variant="subtle" size="xs" onClick={() => onPick(outcome, message)}>
              {t('showThese')}
            </Button>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
