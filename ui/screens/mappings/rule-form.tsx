import { Autocomplete, Button, Drawer, Group, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { cardTexts } from './card-texts.ts';
import { useMappingEditor, useWholeState } from './editor-context.ts';
import { useColumnTexts } from './grid/use-column-texts.ts';
import { useMarkTexts } from './grid/use-mark-texts.ts';
import { choicesOf, writeChoice } from './sheet/choices.ts';
import { type Column, columnsOf, type Row, textOf } from './sheet/column.ts';
import { isFault, markOf } from './sheet/marks.ts';

interface Props {
  readonly row: Row;
  /** Its place in the table; 1 is the default, which takes no conditions. */
  readonly number: number;
  readonly onClose: () => void;
}

/** One row as a form. Each field is written when it is left, and is one step back. */
export function RuleForm({ row, number, onClose }: Props) {
  const t = useTexts(cardTexts);
  const { table } = useWholeState();
  const columns = columnsOf(table);
  const isDefault = number === 1;
  return (
    <Drawer opened onClose={onClose} title={isDefault ? t('changeDefault') : t('change', { row: number })}>
      <Stack gap="sm">
        {!isDefault && (
          <>
            <Title order={3} fz="md">
              {t('conditions')}
            </Title>
            {columns.map(
              (column) => column.kind === 'match' && <CellField key={column.id} row={row} column={column} />,
            )}
          </>
        )}
        <Title order={3} fz="md">
          {t('values')}
        </Title>
        {columns.map((column) => column.kind !== 'match' && <CellField key={column.id} row={row} column={column} />)}
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('done')}</Button>
        </Group>
      </Stack>
    </Drawer>
  );
}

function CellField({ row, column }: { readonly row: Row; readonly column: Column }) {
  const { title, help } = useColumnTexts();
  const sentence = useMarkTexts();
  const { store, canEdit } = useMappingEditor();
  const { lists } = useWholeState();
  const own = textOf(row, column);
  const [typed, setTyped] = useState<string | null>(null);
  const mark = markOf(column, own, lists);
  const remark = mark === null ? undefined : sentence(mark, column);
  const write = (text: string) => {
    store.write(row.id, column.id, text);
    setTyped(null);
  };
  return (
    <Autocomplete
      label={title(column)}
      description={isFault(mark) ? help(column) : (remark ?? help(column))}
      error={isFault(mark) ? remark : undefined}
      readOnly={!canEdit}
      limit={40}
      data={[...new Set(choicesOf(column, lists).all.map(writeChoice))]}
      value={typed ?? own}
      onChange={setTyped}
      onOptionSubmit={write}
      onBlur={() => typed !== null && write(typed)}
    />
  );
}
