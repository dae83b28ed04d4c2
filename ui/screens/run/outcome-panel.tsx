import { Group, Paper, Text, Title, UnstyledButton } from '@mantine/core';
import './run.css';
import type { Outcome, OutcomeCounts } from '#schemas/outcome.ts';
import { colourVariable } from '#ui/canvas/colours.ts';
import { OUTCOME_COLOURS } from '#ui/components/outcome-colours.ts';
import { useOutcomeName } from '#ui/components/use-outcome-name.ts';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { runTexts } from './texts.ts';

const ORDER: readonly Outcome[] = ['posted', 'previewed', 'skipped', 'held', 'failed', 'pending'];

interface Props {
  readonly counts: OutcomeCounts;
  readonly onPick: (outcome: Outcome) => void;
}

/** Every document is in exactly one segment: the parts add up to the total, in front of the reader. */
export function OutcomePanel({ counts, onPick }: Props) {
  const t = useTexts(runTexts);
  const nameOf = useOutcomeName();
  const format = useFormat();
  const present = ORDER.filter((outcome) => counts[outcome] > 0);
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" mb="sm">
        <Title order={2} fz="md">
          {t('outcomes')}
        </Title>
        <Text size="sm" fw={600} className="run-figures">
          {counts.total === 0 ? t('noDocuments') : t('total', { count: counts.total })}
        </Text>
      </Group>
      <div className="run-bar" aria-hidden>
        {present.map((outcome) => (
          <div
            key={outcome}
            style={{ flexGrow: counts[outcome], background: colourVariable(OUTCOME_COLOURS[outcome]) }}
          />
        ))}
      </div>
      <Group gap="lg" mt="sm">
        {present.map((outcome, index) => (
          <UnstyledButton
            key={outcome}
            className="run-legend"
            aria-label={t('filterBy', {
              outcome: `${format.count(counts[outcome])} ${nameOf(outcome, counts[outcome])}`,
            })}
            onClick={() => onPick(outcome)}
          >
            <span className="run-dot" style={{ background: colourVariable(OUTCOME_COLOURS[outcome]) }} />
            <strong className="run-figures">{format.count(counts[outcome])}</strong> {nameOf(outcome, counts[outcome])}
            {index < present.length - 1 && <span className="run-plus">+</span>}
          </UnstyledButton>
        ))}
        {present.length > 1 && (
          <Text size="sm" c="dimmed" className="run-figures">
            = {format.count(counts.total)}
          </Text>
        )}
      </Group>
    </Paper>
  );
}
