import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlayerPlay } from '@tabler/icons-react';
import type { HoldFlow, HoldSelection } from '#schemas/api/holds.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { DismissDialog } from './dismiss-dialog.tsx';
import { RetryDialog } from './retry-dialog.tsx';
import { holdTexts } from './texts.ts';

interface Props {
  readonly which: HoldSelection;
  /** The flows that the documents are of. */
  readonly flows: readonly Pick<HoldFlow, 'id' | 'publishedVersion'>[];
  readonly count: number;
  /** How many of them can be tried again now. */
  readonly ready: number;
  /** All that could be tried again is being tried. */
  readonly isTried: boolean;
  /** They were left out already. */
  readonly isDismissed: boolean;
  /** Id of the text that says what these documents are. */
  readonly describedBy: string;
  readonly onStarted: (runs: readonly string[]) => void;
  readonly onDone?: () => void;
}

/** What can be done with documents of the queue, whether a whole cause or a few of it. */
export function CauseActions({
  which,
  flows,
  count,
  ready,
  isTried,
  isDismissed,
  describedBy,
  onStarted,
  onDone,
}: Props) {
  const t = useTexts(holdTexts);
  const [isRetrying, retry] = useDisclosure(false);
  const [isLeavingOut, leaveOut] = useDisclosure(false);
  if (isDismissed) return <PutBackButton which={which} describedBy={describedBy} onDone={onDone} />;
  return (
    <>
      {(ready > 0 || isTried) && (
        <Button
          size="xs"
          disabled={ready === 0}
          aria-describedby={describedBy}
          leftSection={<IconPlayerPlay size={14} aria-hidden />}
          onClick={retry.open}
        >
          {isTried ? t('beingTried') : t('retry', { count: ready })}
        </Button>
      )}
      <Button size="xs" variant="default" aria-describedby={describedBy} onClick={leaveOut.open}>
        {t('leaveOut')}
      </Button>
      {isRetrying && (
        <RetryDialog
          which={which}
          flows={flows}
          count={ready}
          onClose={retry.close}
          onStarted={(runs) => {
            onStarted(runs);
            onDone?.();
          }}
        />
      )}
      {isLeavingOut && <DismissDialog which={which} count={count} onClose={leaveOut.close} onDone={onDone} />}
    </>
  );
}

function PutBackButton({
  which,
  describedBy,
  onDone,
}: Pick<Props, 'which' | 'describedBy'> & { onDone: Props['onDone'] | undefined }) {
  const t = useTexts(holdTexts);
  const toasts = useToasts();
  const restore = useApiMutation('restoreHolds', ['holds']);
  return (
    <Button
      size="xs"
      variant="default"
      aria-describedby={describedBy}
      loading={restore.isPending}
      onClick={() =>
        restore.mutate(
          { body: { which } },
          {
            onSuccess: ({ count }) => {
              toasts.done(t('putBackDone', { count }));
              onDone?.();
            },
            onError: (error) => toasts.failed(t('putBackFailed'), error),
          },
        )
      }
    >
      {t('putBack')}
    </Button>
  );
}
