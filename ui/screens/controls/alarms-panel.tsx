import { Alert, Group, Paper, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { CompletenessAlarm } from '#schemas/api/controls.ts';
import { Money } from '#ui/components/money.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { causeTexts, controlTexts } from './texts.ts';

interface Props {
  readonly alarms: readonly CompletenessAlarm[];
  /** Whether any flow was checked yet: before that, no alarm says nothing. */
  readonly isChecked: boolean;
  readonly onOpen: (alarm: CompletenessAlarm) => void;
}

/** Days that did not agree at the last check, each with why; one leads to its figures. */
export function AlarmsPanel({ alarms, isChecked, onOpen }: Props) {
  const t = useTexts(controlTexts);
  if (alarms.length === 0 && !isChecked) return null;
  if (alarms.length === 0) {
    return (
      <Alert color="teal" variant="light" icon={<IconCircleCheck aria-hidden />} title={t('noAlarms')}>
        {t('noAlarmsText')}
      </Alert>
    );
  }
  return (
    <Paper withBorder p="md" component="section" aria-label={t('alarms')}>
      <Group gap="xs" mb="xs">
        <IconAlertTriangle size={20} color="var(--mantine-color-orange-6)" aria-hidden />
        <Title order={2} size="h3">
          {t('alarms')}
        </Title>
      </Group>
      <Stack component="ul" gap={0} m={0} p={0} mah={280} style={{ listStyle: 'none', overflowY: 'auto' }}>
        {alarms.map((alarm) => (
          <li key={alarm.id}>
            <AlarmRow alarm={alarm} onOpen={() => onOpen(alarm)} />
          </li>
        ))}
      </Stack>
    </Paper>
  );
}

function AlarmRow({ alarm, onOpen }: { readonly alarm: CompletenessAlarm; readonly onOpen: () => void }) {
  const t = useTexts(controlTexts);
  const causes = useTexts(causeTexts);
  const format = useFormat();
  return (
    <UnstyledButton
      w="100%"
      py={6}
      px="xs"
      aria-label={t('openDay', { day: format.day(alarm.day), flow: alarm.flow.name })}
      onClick={onOpen}
    >
      <Group align="baseline" wrap="wrap" style={{ gap: '2px 16px' }}>
        <Text size="sm" fw={600} w={110}>
          {format.day(alarm.day)}
        </Text>
        <Text size="sm" c="dimmed" flex="1 1 180px" truncate>
          {alarm.flow.name}
        </Text>
        <Stack gap={2} flex="2 1 280px">
          {alarm.causes.map(({ cause, reason, count, amounts }) => (
            <Text key={`${cause}/${reason?.code}`} size="sm">
              {causes(cause)} · {t('documents', { count })}
              {amounts.map(({ currency, amount }) => (
                <Text key={currency} span inherit c="orange" fw={600}>
                  {' '}
                  <Money amount={amount} currency={currency} />
                </Text>
              ))}
            </Text>
          ))}
        </Stack>
      </Group>
    </UnstyledButton>
  );
}
