import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { formTexts } from './texts.ts';

export function RemoveRowButton({ row, onRemove }: { row: number; onRemove: () => void }) {
  const t = useTexts(formTexts);
  return (
    <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('removeRow', { row })} onClick={onRemove}>
      <IconTrash size={16} />
    </ActionIcon>
  );
}
