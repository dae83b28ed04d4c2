import { ActionIcon, Tooltip } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { formTexts } from './texts.ts';

/** Inside a changed field: back to its default. */
export function ResetButton({ field, onReset }: { field: string; onReset: () => void }) {
  const t = useTexts(formTexts);
  const label = t('reset', { field });
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} onClick={onReset}>
        <IconRestore size={15} />
      </ActionIcon>
    </Tooltip>
  );
}
