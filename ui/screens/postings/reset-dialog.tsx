import { Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ResetScope } from '#schemas/api/postings.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { ResetConfirm } from './reset-confirm.tsx';
import { ResetScopeForm } from './reset-scope-form.tsx';
import { resetTexts } from './reset-texts.ts';

interface Props {
  /** Ticked postings with their flows. */
  readonly selected: ReadonlyMap<string, string>;
  /** The flow that the list is filtered by, where it is. */
  readonly flow: string | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** First what, then its consequences with reason and confirmation: nothing is reset that was not shown before. */
export function ResetDialog({ selected, flow, onClose, onDone }: Props) {
  const t = useTexts(resetTexts);
  const [scope, setScope] = useState<ResetScope | null>(null);
  const preview = useApiMutation('previewReset');
  const show = (next: ResetScope) => {
    setScope(next);
    preview.mutate({ body: { scope: next } });
  };
  return (
    <Modal opened onClose={onClose} title={t('title')} size="lg">
      <Stack>
        {preview.data && scope ? (
          <ResetConfirm
            scope={scope}
            preview={preview.data}
            onBack={() => preview.reset()}
            onRenew={() => show(scope)}
            onDone={() => {
              onDone();
              onClose();
            }}
          />
        ) : (
          <>
            <Text size="sm">{t('lead')}</Text>
            <ResetScopeForm
              selected={selected}
              flow={flow}
              isBusy={preview.isPending}
              error={preview.error}
              onShow={show}
              onClose={onClose}
            />
          </>
        )}
      </Stack>
    </Modal>
  );
}
