import { Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Risk, SystemHealth } from '#schemas/api/health.ts';
import { Money } from '#ui/components/money.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { healthTexts } from './texts.ts';

interface FigureProps {
  readonly label: string;
  readonly value: string;
  readonly note: ReactNode;
  readonly isBad?: boolean;
}

function Figure({ label, value, note, isBad = false }: FigureProps) {
  return (
    <Paper withBorder p="md" role="group" aria-label={label}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text fz="lg" fw={620} {...(isBad ? { c: 'orange' } : {})} style={{ fontVariantNumeric: 'tabular-nums' }}>
        {value}
      </Text>
      <Text component="div" size="xs" c="dimmed">
        {note}
      </Text>
    </Paper>
  );
}

function RiskFigure({ label, risk }: { readonly label: string; readonly risk: Risk }) {
  const t = useTexts(healthTexts);
  const format = useFormat();
  const amounts = risk.amounts.map(({ currency, amount }) => (
    <Money key={currency} amount={amount} currency={currency} ta="left" />
  ));
  const note = amounts.length === 0 ? t('noMoney') : <Stack gap={0}>{amounts}</Stack>;
  return <Figure label={label} value={format.count(risk.count)} note={note} isBad={risk.count > 0} />;
}

/** The state of each part as one number and a line about it. */
export function FiguresPanel({ health }: { readonly health: SystemHealth }) {
  const t = useTexts(healthTexts);
  const format = useFormat();
  const { database, workers, queue, runs, held, uncertain, circuits, overdue } = health;
  const alive = workers.filter((worker) => worker.alive);
  const [first] = alive;
  const oldest = queue.oldestWaiting;
  return (
    <SimpleGrid
      cols={{ base: 2, md: 4 }}
      spacing={{ base: 'xs', md: 'md' }}
      component="section"
      aria-label={t('figures')}
    >
      <RiskFigure label={t('held')} risk={held} />
      <RiskFigure label={t('uncertain')} risk={uncertain} />
      <Figure
        label={t('runs')}
        value={t('runsValue', { running: runs.running })}
        note={t('runsNote', { queued: runs.queued, reviews: runs.inReview })}
      />
      <Figure
        label={t('queue')}
        value={t('queueValue', { count: queue.waiting })}
        note={
          oldest === null
            ? t('queueNote', { working: queue.working, later: queue.later })
            : t('queueOldest', { ago: format.ago(oldest) })
        }
      />
      <Figure
        label={t('workers')}
        value={t('workersValue', { count: alive.length })}
        note={first ? t('workersSince', { instant: format.shortInstant(first.since) }) : t('workersNone')}
        isBad={!first}
      />
      <Figure
        label={t('database')}
        value={t('databaseValue', { version: database.version.split(' ')[0] ?? '' })}
        note={t('databaseNote', { duration: format.duration(database.answeredInMs) })}
      />
      <Figure
        label={t('circuits')}
        value={format.count(circuits.length)}
        note={circuits.length === 0 ? t('circuitsNote') : circuits.map((one) => one.connection.name).join(', ')}
        isBad={circuits.length > 0}
      />
      <Figure
        label={t('overdue')}
        value={format.count(overdue.length)}
        note={overdue.length === 0 ? t('overdueNote') : overdue.map((one) => one.flow.name).join(', ')}
        isBad={overdue.length > 0}
      />
    </SimpleGrid>
  );
}
