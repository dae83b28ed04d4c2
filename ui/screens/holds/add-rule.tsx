import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTablePlus } from '@tabler/icons-react';
import type { HoldFlow } from '#schemas/api/holds.ts';
import { useCanEdit } from '#ui/api/session.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { RuleDialog } from './rule-dialog.tsx';
import { ruleTexts } from './rule-texts.ts';

interface Props {
  readonly cause: string;
  readonly flow: HoldFlow;
  /** Whether the cause concerns this flow only. */
  readonly isAlone: boolean;
  readonly onStarted: (runs: readonly string[]) => void;
}

/** The one click that mends a cause for which a rule of the mapping tables is missing; nothing for any other cause. */
export function AddRule({ cause, flow, isAlone, onStarted }: Props) {
  const t = useTexts(ruleTexts);
  const canEdit = useCanEdit();
  const [isOpen, dialog] = useDisclosure(false);
  const rule = flow.mend?.rule;
  if (!rule || !canEdit) return null;
  if (!rule.mapping) {
    return (
      <Text size="sm" c="dimmed">
        {t('noTables', { flow: flow.name })}
      </Text>
    );
  }
  return (
    <>
      <Button
        size="xs"
        variant="light"
        aria-describedby={`cause-${cause}`}
        leftSection={<IconTablePlus size={14} aria-hidden />}
        onClick={dialog.open}
      >
        {isAlone ? t('open') : t('openIn', { flow: flow.name })}
      </Button>
      {isOpen && (
        <RuleDialog
          cause={cause}
          flow={flow.id}
          rule={rule}
          mapping={rule.mapping.name}
          onClose={dialog.close}
          onStarted={onStarted}
        />
      )}
    </>
  );
}
