import { Button, Group, Text } from '@mantine/core';
import { useId } from 'react';
import type { Hold, HoldFlow } from '#schemas/api/holds.ts';
import { useCanEdit } from '#ui/api/session.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { CauseActions } from './cause-actions.tsx';
import { holdTexts } from './texts.ts';

interface Props {
  readonly chosen: readonly Hold[];
  readonly flows: readonly HoldFlow[];
  readonly isDismissed: boolean;
  readonly onStarted: (runs: readonly string[]) => void;
  readonly onClear: () => void;
}

/** What can be done with the ticked documents. */
export function SelectionBar({ chosen, flows, isDismissed, onStarted, onClear }: Props) {
  const t = useTexts(holdTexts);
  const id = useId();
  if (!useCanEdit() || chosen.length === 0) return null;
  const ofChosen = new Set(chosen.map(({ flow }) => flow.id));
  return (
    <Group gap="xs">
      <Text size="sm" fw={550} id={id} role="status">
        {t('selected', { count: chosen.length })}
      </Text>
      <CauseActions
        which={{ documents: chosen.map(({ flow, key }) => ({ flow: flow.id, key })) }}
        flows={flows.filter((flow) => ofChosen.has(flow.id))}
        count={chosen.length}
        ready={chosen.filter(({ retryRun }) => retryRun === null).length}
        isTried={chosen.every(({ retryRun }) => retryRun !== null)}
        isDismissed={isDismissed}
        describedBy={id}
        onStarted={onStarted}
        onDone={onClear}
      />
      <Button size="xs" variant="subtle" color="gray" onClick={onClear}>
        {t('clearSelection')}
      </Button>
    </Group>
  );
}
