import { Group, Text } from '@mantine/core';
import type { SystemHealth } from '#schemas/api/health.ts';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { healthTexts } from './texts.ts';

/** Beyond ten years a number of days says nothing. */
const FAR = 3650;

type Storage = SystemHealth['storage'];

function Fact({ label, value, note }: { readonly label: string; readonly value: string; readonly note?: string }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="sm" fw={600} style={{ fontVariantNumeric: 'tabular-nums' }}>
        {value}
      </Text>
      {note && (
        <Text size="xs" c="dimmed">
          {note}
        </Text>
      )}
    </div>
  );
}

/** How fast it grows, where the end is and when it comes. */
export function ForecastLine({ storage }: { readonly storage: Storage }) {
  const t = useTexts(healthTexts);
  const format = useFormat();
  const { growthPerDay: growth, limit, daysLeft } = storage;
  const signed = (bytes: number) => `${bytes < 0 ? '−' : '+'} ${format.bytes(Math.abs(bytes))}`;
  const room = () => {
    if (daysLeft !== null && daysLeft > FAR) return t('roomFar');
    if (daysLeft !== null) return t('roomDays', { days: daysLeft });
    return growth === null || limit === null ? '–' : t('roomNoGrowth');
  };
  return (
    <Group gap="xl" align="flex-start">
      <Fact
        label={t('growth')}
        value={growth === null ? '–' : signed(growth)}
        {...(growth === null ? { note: t('growthUnknown') } : {})}
      />
      <Fact
        label={t('limit')}
        value={limit === null ? '–' : format.bytes(limit.bytes)}
        note={limit === null ? t('limitUnknown') : t(`limit_${limit.from}`)}
      />
      <Fact label={t('room')} value={room()} />
    </Group>
  );
}
