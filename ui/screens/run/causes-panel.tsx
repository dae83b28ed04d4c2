import { Box, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { Cause, Run } from '#schemas/api/runs.ts';
import { MessageText } from '#ui/components/message-text.tsx';
import { OutcomeBadge } from '#ui/components/outcome-badges.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { runTexts } from './texts.ts';

interface Props {
  readonly run: Run;
  readonly onPick: (cause: Cause) => void;
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
        {run.causes.map((cause) => (
          <Group key={cause.id} justify="space-between" gap="md" align="flex-start">
            <Group gap="sm" align="flex-start" maw={900} style={{ flex: '1 1 280px' }}>
              <Stack gap={2} w={190} style={{ flexShrink: 0 }}>
                <Text size="sm" fw={600} className="run-figures">
                  {t('causeCount', { count: cause.count })}
                </Text>
                <div>
                  <OutcomeBadge outcome={cause.outcome} />
                </div>
              </Stack>
              <Box id={`cause-${cause.id}`} style={{ flex: '1 1 260px' }}>
                <MessageText message={cause.message} />
                <AffectedNumbers cause={cause} />
              </Box>
            </Group>
            <Button variant="subtle" size="xs" aria-describedby={`cause-${cause.id}`} onClick={() => onPick(cause)}>
              {t('showThese')}
            </Button>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}

/** The message speaks of one document; this says which others it is about. */
function AffectedNumbers({ cause: { numbers, count } }: { readonly cause: Cause }) {
  const t = useTexts(runTexts);
  if (count < 2 || numbers.length === 0) return null;
  const listed = numbers.join(', ');
  const rest = count - numbers.length;
  return (
    <Text size="xs" c="dimmed" mt={2} className="run-figures">
      {rest > 0 ? t('affectedMore', { numbers: listed, count: rest }) : t('affected', { numbers: listed })}
    </Text>
  );
}
