import { Group, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useMappingEditor, useWholeState } from './editor-context.ts';
import { editorTexts } from './editor-texts.ts';
import { hiddenText } from './grid/row-lead.tsx';
import { useMarkTexts } from './grid/use-mark-texts.ts';
import { gridTexts } from './grid-texts.ts';
import { columnsOf, textOf } from './sheet/column.ts';
import { countMarks, markOf } from './sheet/marks.ts';

/** Figures of the table, and what is to be said about the chosen cell. */
export function StatusLine() {
  const t = useTexts(editorTexts);
  const { store } = useMappingEditor();
  const { table, history, lists, views } = useWholeState();
  const sheet = history.book[table];
  const rows = store.rows();
  const { faults, gone } = useMemo(
    () => countMarks(table, [sheet.fallback, ...sheet.rows], lists),
    [table, sheet, lists],
  );
  const hidden = store.hidden().size;
  const ticked = rows.filter(({ id }) => views[table].ticked.has(id)).length;
  const shown = rows.length - 1;
  const figures = [
    shown === sheet.rows.length ? t('exceptions', { count: shown }) : t('shownOf', { shown, total: sheet.rows.length }),
    ...(ticked > 0 ? [t('ticked', { count: ticked })] : []),
    ...(faults > 0 ? [t('faults', { count: faults })] : []),
    ...(gone > 0 ? [t('gone', { count: gone })] : []),
    ...(hidden > 0 ? [t('hidden', { count: hidden })] : []),
  ];
  return (
    <Group gap="md" justify="space-between" mih={22}>
      <Text size="xs" c="dimmed" role="status">
        {figures.join(' · ')}
      </Text>
      <ChosenRemark />
    </Group>
  );
}

/** The same sentences that stand at the marks, for who works by keyboard. */
function ChosenRemark() {
  const t = useTexts(gridTexts);
  const sentence = useMarkTexts();
  const { store } = useMappingEditor();
  const { table, history, lists } = useWholeState();
  const { row: index, column: across } = store.selection().focus;
  const row = store.rows()[index];
  const column = columnsOf(table)[across];
  if (!row || !column) return null;
  const mark = markOf(column, textOf(row, column), lists);
  const hidden = store.hidden().get(row.id);
  const sheet = history.book[table];
  const by = [sheet.fallback, ...sheet.rows].findIndex(({ id }) => id === hidden?.by) + 1;
  const said = [...(mark ? [sentence(mark, column)] : []), ...(hidden ? [hiddenText(t, hidden, by)] : [])];
  return (
    <Text size="xs" aria-live="polite">
      {said.join(' · ')}
    </Text>
  );
}
