import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { HoldCause } from '#schemas/api/holds.ts';
import { useCanEdit } from '#ui/api/session.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { RetryDialog } from './retry-dialog.tsx';
import { holdTexts } from './texts.ts';
import type { HoldFilter } from './use-holds.ts';

interface Props {
  readonly causes: readonly HoldCause[];
  readonly filter: HoldFilter;
  readonly onStarted: (runs: readonly string[]) => void;
}

/** Tries everything again that waits in one flow, whatever the cause; shown when the list is of one flow. */
export function RetryFlow({ causes, filter: { flow: id, state }, onStarted }: Props) {
  const t = useTexts(holdTexts);
  const canEdit = useCanEdit();
  const [isOpen, dialog] = useDisclosure(false);
  const flow = causes.flatMap(({ flows }) => flows).find((one) => one.id === id);
  const retrying = causes.flatMap(({ flows }) => flows).reduce((count, one) => count + one.retrying, 0);
  const ready = causes.reduce((count, cause) => count + cause.count - cause.uncertain, -retrying);
  if (!canEdit || !flow || state === 'dismissed' || causes.length < 2 || ready === 0) return null;
  return (
    <>
      <Button size="xs" variant="default" onClick={dialog.open}>
        {t('retryAll', { count: ready })}
      </Button>
      {isOpen && (
        <RetryDialog
          which={{ flow: flow.id }}
          flows={[flow]}
          count={ready}
          onClose={dialog.close}
          onStarted={onStarted}
        />
      )}
    </>
  );
}
