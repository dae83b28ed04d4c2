import { List, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PlannedSlot, ScheduleSettings } from '#schemas/api/schedules.ts';
import { apiQuery } from '#ui/api/queries.ts';
import { ErrorState } from '#ui/components/error-state.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { scheduleFormTexts } from './form-texts.ts';
import { useRecurrenceWords } from './use-words.ts';
import { formatInZone } from './zone-time.ts';

const TYPING_MS = 300;

/** The next starts of what the form says at this moment, as the server reckons them. */
export function SchedulePreview({ settings }: { settings: ScheduleSettings | null }) {
  const t = useTexts(scheduleFormTexts);
  const words = useRecurrenceWords();
  return (
    <Paper withBorder p="md" component="section" aria-label={t('preview')}>
      <Title order={3} size="h5" mb={4}>
        {t('preview')}
      </Title>
      {settings === null && (
        <Text size="sm" c="dimmed">
          {t('previewIncomplete')}
        </Text>
      )}
      {settings !== null && (
        <>
          <Text size="sm" c="dimmed" mb="sm">
            {words(settings.recurrence)} · {settings.zone}
          </Text>
          <NextSlots settings={settings} />
        </>
      )}
    </Paper>
  );
}

function NextSlots({ settings }: { settings: ScheduleSettings }) {
  const t = useTexts(scheduleFormTexts);
  const [asked] = useDebouncedValue(settings, TYPING_MS);
  const { recurrence, startsOn, zone, about } = asked;
  const preview = useQuery({
    ...apiQuery('previewSchedule', { body: { recurrence, startsOn, zone, about } }),
    placeholderData: keepPreviousData,
  });
  if (preview.isError) return <ErrorState error={preview.error} onRetry={preview.refetch} />;
  if (preview.isPending) return <Skeleton h={320} />;
  if (preview.data.slots.length === 0) return <Text size="sm">{t('previewNone')}</Text>;
  return (
    <List type="ordered" size="sm" spacing={4} styles={{ itemWrapper: { display: 'inline' } }}>
      {preview.data.slots.map((slot) => (
        <List.Item key={slot.at}>
          <PlannedLine slot={slot} settings={asked} />
        </List.Item>
      ))}
    </List>
  );
}

function PlannedLine({ slot, settings }: { slot: PlannedSlot; settings: ScheduleSettings }) {
  const t = useTexts(scheduleFormTexts);
  const format = useFormat();
  const language = useLanguage();
  const notes = [
    ...(slot.clock === 'gap' ? [t('note_gap', { time: settings.recurrence.time })] : []),
    ...(slot.clock === 'first' || slot.clock === 'second' ? [t(`note_${slot.clock}`)] : []),
    ...(slot.movedFrom ? [t('note_moved', { day: format.day(slot.movedFrom) })] : []),
  ];
  return (
    <Stack gap={0} display="inline-flex">
      <Text span size="sm" style={{ fontVariantNumeric: 'tabular-nums' }}>
        {formatInZone(slot.at, settings.zone, language)}
      </Text>
      {slot.period && (
        <Text span size="xs" c="dimmed">
          {t('aboutDays', { period: format.period(slot.period) })}
        </Text>
      )}
      {notes.map((note) => (
        <Text key={note} span size="xs" c="orange.8" fw={550}>
          {note}
        </Text>
      ))}
    </Stack>
  );
}
