import { Badge, Button, Checkbox, Group, Paper, Stack, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { cardTexts } from './card-texts.ts';
import { useMappingEditor, useWholeState } from './editor-context.ts';
import { hiddenText } from './grid/row-lead.tsx';
import { useColumnTexts } from './grid/use-column-texts.ts';
import { gridTexts } from './grid-texts.ts';
import { RuleForm } from './rule-form.tsx';
import { type Column, columnsOf, type Row, textOf } from './sheet/column.ts';
import { isFault, markOf } from './sheet/marks.ts';

const PAGE = 50;

/** The rows of a table where a grid has no room: a card each, opened to be changed. */
export function RuleCards() {
  const t = useTexts(cardTexts);
  const { store } = useMappingEditor();
  const { table, history } = useWholeState();
  const [shown, setShown] = useState(PAGE);
  const [opened, setOpened] = useState<string | null>(null);
  const rows = store.rows();
  const { fallback, rows: all } = history.book[table];
  const ids = [fallback, ...all].map(({ id }) => id);
  const rest = rows.length - shown;
  const row = rows.find(({ id }) => id === opened);
  return (
    <Stack gap="xs">
      {rows.slice(0, shown).map((one) => (
        <RuleCard key={one.id} row={one} ids={ids} onOpen={() => setOpened(one.id)} />
      ))}
      {rest > 0 && (
        <Button variant="default" onClick={() => setShown(shown + PAGE)}>
          {t('more', { count: rest })}
        </Button>
      )}
      {row && <RuleForm key={row.id} row={row} number={ids.indexOf(row.id) + 1} onClose={() => setOpened(null)} />}
    </Stack>
  );
}

interface CardProps {
  readonly row: Row;
  /** Ids of all rows of the table, the default first. */
  readonly ids: readonly string[];
  readonly onOpen: () => void;
}

function RuleCard({ row, ids, onOpen }: CardProps) {
  const t = useTexts(cardTexts);
  const inGrid = useTexts(gridTexts);
  const { store, canEdit } = useMappingEditor();
  const { table, views, lists } = useWholeState();
  const columns = columnsOf(table);
  const number = ids.indexOf(row.id) + 1;
  const hidden = store.hidden().get(row.id);
  const isWrong = columns.some((column) => isFault(markOf(column, textOf(row, column), lists)));
  return (
    <Paper withBorder p="sm" component="article">
      <Group gap="sm" wrap="nowrap" align="flex-start">
        {number > 1 && (
          <Checkbox
            size="sm"
            disabled={!canEdit}
            aria-label={inGrid('tickRow', { row: number })}
            checked={views[table].ticked.has(row.id)}
            onChange={(event) => store.tick([row.id], event.currentTarget.checked)}
          />
        )}
        <UnstyledButton
          flex={1}
          miw={0}
          aria-label={number === 1 ? t('changeDefault') : t('change', { row: number })}
          onClick={onOpen}
        >
          <Group gap="xs">
            <Text size="sm" fw={600}>
              {number === 1 ? inGrid('defaultRow') : `${inGrid('row')} ${number}`}
            </Text>
            {isWrong && (
              <Badge size="xs" color="red" tt="none">
                !
              </Badge>
            )}
          </Group>
          <Facts row={row} columns={columns.filter(({ kind }) => kind === 'match')} none={t('holdsForAll')} />
          <Facts row={row} columns={columns.filter(({ kind }) => kind === 'set')} none={t('saysNothing')} isStrong />
          {hidden && (
            <Text size="xs" c="orange">
              {hiddenText(inGrid, hidden, ids.indexOf(hidden.by) + 1)}
            </Text>
          )}
        </UnstyledButton>
      </Group>
    </Paper>
  );
}

interface FactsProps {
  readonly row: Row;
  readonly columns: readonly Column[];
  readonly none: string;
  readonly isStrong?: boolean;
}

function Facts({ row, columns, none, isStrong = false }: FactsProps) {
  const { title } = useColumnTexts();
  const filled = columns.filter((column) => textOf(row, column) !== '');
  return (
    <Text size="sm" {...(isStrong ? {} : { c: 'dimmed' })} style={{ overflowWrap: 'anywhere' }}>
      {filled.length === 0 ? none : filled.map((column) => `${title(column)} ${textOf(row, column)}`).join(' · ')}
    </Text>
  );
}
