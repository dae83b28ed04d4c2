import { Badge, Group, Text } from '@mantine/core';
import type { Outcome, OutcomeCounts, RunStatus } from '#schemas/outcome.ts';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { OUTCOME_COLOURS, STATUS_COLOURS } from './outcome-colours.ts';
import { componentTexts } from './texts.ts';
import { useOutcomeName } from './use-outcome-name.ts';

const ORDER: readonly Outcome[] = ['posted', 'previewed', 'held', 'failed', 'skipped', 'pending'];

/** How many documents ended how; outcomes that did not occur are left out. */
export function OutcomeBadges({ counts }: { counts: OutcomeCounts }) {
  const t = useTexts(componentTexts);
  const format = useFormat();
  const nameOf = useOutcomeName();
  if (counts.total === 0) {
    return (
      <Text size="xs" c="dimmed">
        {t('noDocuments')}
      </Text>
    );
  }
  return (
    <Group gap={4} role="group" aria-label={t('outcomes')}>
      {ORDER.filter((outcome) => counts[outcome] > 0).map((outcome) => (
        <Badge
          key={outcome}
          variant="light"
          color={OUTCOME_COLOURS[outcome]}
          size="sm"
          tt="none"
          fw={550}
          miw="max-content"
        >
          {format.count(counts[outcome])} {nameOf(outcome, counts[outcome])}
        </Badge>
      ))}
    </Group>
  );
}

export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  const nameOf = useOutcomeName();
  return (
    <Badge variant="light" color={OUTCOME_COLOURS[outcome]} size="sm" tt="none" fw={550} miw="max-content">
      {nameOf(outcome, 1)}
    </Badge>
  );
}

export function StatusBadge({ status }: { status: RunStatus }) {
  const t = useTexts(componentTexts);
  return (
    <Badge variant="dot" color={STATUS_COLOURS[status]} size="md" tt="none" fw={550} miw="max-content">
      {t(`status_${status}`)}
    </Badge>
  );
}
