import { Button, Group, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import type { Customer } from '#schemas/api/customers.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { customerTexts, decisionTexts } from './texts.ts';
import { canCreate } from './use-customers.ts';

interface Props {
  readonly chosen: readonly Customer[];
  readonly isBusy: boolean;
  readonly onCreate: (customers: readonly Customer[]) => void;
  readonly onRefuse: () => void;
  readonly onClear: () => void;
}

/** What can be done with the ticked customers. Those that may be several in the books are linked, not created. */
export function SelectionBar({ chosen, isBusy, onCreate, onRefuse, onClear }: Props) {
  const t = useTexts(customerTexts);
  const d = useTexts(decisionTexts);
  const creatable = chosen.filter(canCreate);
  if (chosen.length === 0) return null;
  return (
    <Group gap="xs">
      <Text size="sm" fw={550} role="status">
        {t('selected', { count: chosen.length })}
      </Text>
      <Button
        size="xs"
        loading={isBusy}
        disabled={creatable.length === 0}
        leftSection={<IconCheck size={14} aria-hidden />}
        onClick={() => onCreate(creatable)}
      >
        {d('create')}
      </Button>
      <Button size="xs" variant="default" leftSection={<IconX size={14} aria-hidden />} onClick={onRefuse}>
        {d('refuse')}
      </Button>
      <Button size="xs" variant="subtle" color="gray" onClick={onClear}>
        {t('clearSelection')}
      </Button>
    </Group>
  );
}
