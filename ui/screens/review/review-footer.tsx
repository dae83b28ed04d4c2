import { Alert, Button, Text, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReviewSummary, Run } from '#schemas/api/runs.ts';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { reviewTexts } from './texts.ts';

interface Props {
  readonly run: Run;
  readonly summary: ReviewSummary;
  readonly isOpen: boolean;
  /** Ticks are still on their way to the server: its sums are not the last word yet. */
  readonly isBusy: boolean;
}

/** Sums of what is ticked, as the server counts them, and the button that confirms exactly that. */
export function ReviewFooter({ run, summary, isOpen, isBusy }: Props) {
  const t = useTexts(reviewTexts);
  const format = useFormat();
  const [isAsking, ask] = useDisclosure(false);
  const [hasChanged, setChanged] = useState(false);
  const count = summary.ticked;
  return (
    <footer className="review-footer">
      {hasChanged && (
        <Alert
          w="100%"
          color="orange"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('changedTitle')}
          role="alert"
          withCloseButton
          onClose={() => setChanged(false)}
        >
          {t('changedText')}
        </Alert>
      )}
      <div className="review-sums" role="status">
        <Text fw={600}>
          {isBusy ? t('keeping') : t('ticked', { ticked: format.count(count), total: format.count(summary.entries) })}
        </Text>
        {!isBusy && <Text>{t('toCreate', { documents: summary.documents, lines: summary.tickedLines })}</Text>}
        {!isBusy && <Text>{t('left', { count: summary.documentsLeft })}</Text>}
        <Text>
          {t('debit')} <strong>{format.money(summary.tickedDebit)}</strong>
        </Text>
        <Text>
          {t('credit')} <strong>{format.money(summary.tickedCredit)}</strong>
        </Text>
        {!isBusy && isOpen && (
          <Text size="sm" c="dimmed" visibleFrom="md">
            {t('keys')}
          </Text>
        )}
      </div>
      {isOpen && (
        <Tooltip label={t('noneTicked')} disabled={count > 0}>
          <Button size="md" disabled={count === 0} loading={isBusy} onClick={ask.open}>
            {t('confirm', { count })}
          </Button>
        </Tooltip>
      )}
      {isAsking && (
        <ConfirmDialog
          run={run}
          summary={summary}
          onClose={ask.close}
          onChanged={() => {
            ask.close();
            setChanged(true);
          }}
        />
      )}
    </footer>
  );
}
