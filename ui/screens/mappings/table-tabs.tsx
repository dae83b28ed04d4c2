import { Badge, Tabs, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo } from 'react';
import { TABLE_NAMES } from '#schemas/mapping/names.ts';
import { MAPPING_TABLE_IDS, type MappingTable } from '#schemas/mapping/tables.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useEditorState, useMappingEditor } from './editor-context.ts';
import { editorTexts } from './editor-texts.ts';
import type { Sheet } from './sheet/book.ts';
import type { ChoicesByList } from './sheet/choices.ts';
import type { EditorState } from './sheet/editor-state.ts';
import { countMarks } from './sheet/marks.ts';

const tableOf = (state: EditorState) => state.table;
const bookOf = (state: EditorState) => state.history.book;
const listsOf = (state: EditorState) => state.lists;

/** One tab a table, with how many exceptions it has. */
export function TableTabs() {
  const t = useTexts(editorTexts);
  const { store } = useMappingEditor();
  const table = useEditorState(tableOf);
  const book = useEditorState(bookOf);
  const lists = useEditorState(listsOf);
  return (
    <Tabs
      value={table}
      onChange={(next) => {
        const chosen = MAPPING_TABLE_IDS.find((id) => id === next);
        if (chosen) store.showTable(chosen);
      }}
      variant="pills"
      radius="md"
      styles={{ tab: { flexShrink: 0 }, tabSection: { flexShrink: 0 } }}
    >
      <Tabs.List
        aria-label={t('tables')}
        style={{ flexWrap: 'nowrap', overflowX: 'auto', scrollbarWidth: 'thin' }}
        pb={4}
      >
        {MAPPING_TABLE_IDS.map((id) => (
          <OneTab key={id} table={id} sheet={book[id]} lists={lists} />
        ))}
      </Tabs.List>
    </Tabs>
  );
}

interface TabProps {
  readonly table: MappingTable;
  readonly sheet: Sheet;
  readonly lists: ChoicesByList;
}

function OneTab({ table, sheet, lists }: TabProps) {
  const t = useTexts(editorTexts);
  const language = useLanguage();
  const { faults } = useMemo(() => countMarks(table, [sheet.fallback, ...sheet.rows], lists), [table, sheet, lists]);
  const count = sheet.rows.length;
  return (
    <Tabs.Tab
      value={table}
      size="sm"
      px="sm"
      py={6}
      leftSection={
        faults > 0 ? (
          <IconAlertTriangle
            size={14}
            color="var(--mantine-color-red-text)"
            aria-label={t('faults', { count: faults })}
          />
        ) : undefined
      }
      rightSection={
        count > 0 ? (
          <Badge
            size="sm"
            variant="default"
            c="var(--mantine-color-text)"
            tt="none"
            aria-label={t('exceptions', { count })}
          >
            {count}
          </Badge>
        ) : undefined
      }
    >
      <Text component="span" size="sm">
        {TABLE_NAMES[table][language]}
      </Text>
    </Tabs.Tab>
  );
}
