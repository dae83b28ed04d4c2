import { Box, Group, Text } from '@mantine/core';
import { DATA_CLASSES, type SystemHealth } from '#schemas/api/health.ts';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { CLASS_COLOURS } from './class-colours.ts';
import { healthTexts } from './texts.ts';

type Sample = SystemHealth['storage']['samples'][number];

const WIDTH = 600;
const HEIGHT = 150;
/** A few days do not fill the width: bars of ten are the widest. */
const FEWEST_SLOTS = 10;

interface BarProps {
  readonly sample: Sample;
  readonly x: number;
  readonly width: number;
  readonly most: number;
  readonly title: string;
}

/** One day, its classes on top of each other. */
function Bar({ sample, x, width, most, title }: BarProps) {
  let top = HEIGHT;
  return (
    <g>
      <title>{title}</title>
      {DATA_CLASSES.map((name) => {
        const height = (sample.byClass[name] / most) * HEIGHT;
        top -= height;
        return <rect key={name} x={x} y={top} width={width} height={height} fill={CLASS_COLOURS[name]} />;
      })}
    </g>
  );
}

/** The size of the database day by day, by class. */
export function SizeChart({ samples }: { readonly samples: readonly Sample[] }) {
  const t = useTexts(healthTexts);
  const format = useFormat();
  const [first] = samples;
  const last = samples.at(-1);
  if (samples.length < 2 || !first || !last) {
    return (
      <Text size="sm" c="dimmed">
        {t('chartEmpty')}
      </Text>
    );
  }
  const most = Math.max(...samples.map((sample) => sample.bytes), 1);
  const slot = WIDTH / Math.max(samples.length, FEWEST_SLOTS);
  return (
    <Box>
      <Text size="xs" c="dimmed" className="amount" ta="left">
        {format.bytes(most)}
      </Text>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        width="100%"
        height={HEIGHT}
        role="img"
        aria-label={t('chart', { days: samples.length })}
        style={{ borderBottom: '1px solid var(--line)' }}
      >
        {samples.map((sample, index) => (
          <Bar
            key={sample.day}
            sample={sample}
            x={index * slot}
            width={slot * 0.8}
            most={most}
            title={t('chartDay', { day: format.day(sample.day), bytes: format.bytes(sample.bytes) })}
          />
        ))}
      </svg>
      <Group
        justify="space-between"
        wrap="nowrap"
        w={`${Math.min(100, (samples.length * 100) / FEWEST_SLOTS)}%`}
        miw={180}
      >
        <Text size="xs" c="dimmed">
          {format.shortDay(first.day)}
        </Text>
        <Text size="xs" c="dimmed">
          {format.shortDay(last.day)}
        </Text>
      </Group>
    </Box>
  );
}
