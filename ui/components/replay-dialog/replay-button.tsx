import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowsLeftRight } from '@tabler/icons-react';
import type { RunSummary } from '#schemas/api/runs.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { ReplayDialog } from './replay-dialog.tsx';
import { replayDialogTexts } from './texts.ts';

/** Does a past run once more with a version of one's choice. */
export function ReplayButton({ run }: { readonly run: RunSummary }) {
  const t = useTexts(replayDialogTexts);
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <>
      <Button variant="default" leftSection={<IconArrowsLeftRight size={16} aria-hidden />} onClick={dialog.open}>
        {t('replay')}
      </Button>
      {isOpen && <ReplayDialog run={run} onClose={dialog.close} />}
    </>
  );
}
