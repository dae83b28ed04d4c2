import { Button, Menu, Text } from '@mantine/core';
import { IconChevronDown, IconStackPush } from '@tabler/icons-react';
import { bulkChoices } from '#schemas/mapping/bulk-add.ts';
import { AXIS_NAMES } from '#schemas/mapping/names.ts';
import type { MappingAxis } from '#schemas/mapping/tables.ts';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useMappingEditor, useWholeState } from './editor-context.ts';
import { editorTexts } from './editor-texts.ts';
import { bulkRows, valuesOf } from './sheet/bulk.ts';

/** Adds a row for each known value, or each combination of two; says how many there were already. */
export function BulkMenu({ onDone }: { readonly onDone: () => void }) {
  const t = useTexts(editorTexts);
  const language = useLanguage();
  const toasts = useToasts();
  const { store } = useMappingEditor();
  const { table, lists } = useWholeState();
  const nameOf = ([first, second]: readonly MappingAxis[]) => {
    if (!first) return '';
    const name = AXIS_NAMES[first][language];
    return second ? t('allTimes', { first: name, second: AXIS_NAMES[second][language] }) : t('allOf', { axis: name });
  };
  const add = (axes: readonly MappingAxis[]) => {
    const { rows, known } = bulkRows(table, axes, store.getState().history.book[table], lists);
    store.addRows(rows);
    toasts.done(t('added', { count: rows.length }), known > 0 ? t('alreadyThere', { count: known }) : undefined);
  };
  return (
    <Menu position="bottom-start" width={300} onClose={onDone}>
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconStackPush size={15} aria-hidden />}
          rightSection={<IconChevronDown size={13} aria-hidden />}
        >
          {t('addMany')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('addManyHelp')}</Menu.Label>
        {bulkChoices(table).map((axes) => {
          const counts = axes.map((axis) => valuesOf(axis, lists).length);
          const count = counts.reduce((product, one) => product * one, 1);
          return (
            <Menu.Item key={axes.join()} disabled={count === 0} onClick={() => add(axes)}>
              {nameOf(axes)}
              <Text size="xs" c="dimmed">
                {count === 0 ? t('noValues') : t('values', { count })}
              </Text>
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
