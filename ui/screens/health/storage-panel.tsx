import { Grid, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { DATA_CLASSES, type DataClass, type Retention, type SystemHealth } from '#schemas/api/health.ts';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { CLASS_COLOURS } from './class-colours.ts';
import { ForecastLine } from './forecast-line.tsx';
import { KeptDays } from './kept-days.tsx';
import { SizeChart } from './size-chart.tsx';
import { healthTexts } from './texts.ts';

interface Props {
  readonly storage: SystemHealth['storage'];
  readonly retention: Retention;
}

/** How much room the data takes, by what it is for, and how long there will be room. */
export function StoragePanel({ storage, retention }: Props) {
  const t = useTexts(healthTexts);
  const format = useFormat();
  const share = (name: DataClass) => (storage.byClass[name] / Math.max(1, storage.bytes)) * 100;
  return (
    <Paper withBorder p="lg" component="section" aria-label={t('storage')}>
      <Group justify="space-between" mb="md">
        <Title order={2}>{t('storage')}</Title>
        <Text fw={600}>{t('storageUsed', { bytes: format.bytes(storage.bytes) })}</Text>
      </Group>
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="sm">
            <Progress.Root size={14} aria-hidden>
              {DATA_CLASSES.map((name) => (
                <Progress.Section key={name} value={share(name)} color={CLASS_COLOURS[name]} />
              ))}
            </Progress.Root>
            {DATA_CLASSES.map((name) => (
              <ClassLine key={name} name={name} storage={storage} retention={retention} />
            ))}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="md">
            <SizeChart samples={storage.samples} />
            <ForecastLine storage={storage} />
          </Stack>
        </Grid.Col>
      </Grid>
      <KeptDays kept={storage.kept} />
    </Paper>
  );
}

function ClassLine({ name, storage, retention }: Props & { readonly name: DataClass }) {
  const t = useTexts(healthTexts);
  const format = useFormat();
  const part = storage.partitions.find((one) => one.class === name);
  const days = { payload: retention.payloadDays, trace: retention.traceDays };
  const rule = name === 'payload' || name === 'trace' ? t('days_rule', { days: days[name] }) : t(`${name}_rule`);
  return (
    <Group wrap="nowrap" align="flex-start" gap="xs">
      <span
        aria-hidden
        style={{ width: 10, height: 10, borderRadius: 3, marginTop: 6, background: CLASS_COLOURS[name], flex: 'none' }}
      />
      <Stack gap={0} flex={1}>
        <Text size="sm" fw={550}>
          {t(`${name}_name`)}
        </Text>
        <Text size="xs" c="dimmed">
          {rule}
        </Text>
        {part?.from && part.to && (
          <Text size="xs" c="dimmed">
            {t('partition', { count: part.days, from: format.shortDay(part.from), to: format.shortDay(part.to) })}
          </Text>
        )}
      </Stack>
      <Text size="sm" className="amount">
        {format.bytes(storage.byClass[name])}
      </Text>
    </Group>
  );
}
