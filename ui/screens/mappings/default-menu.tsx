import { Button, Menu } from '@mantine/core';
import { IconArrowBarDown, IconChevronDown } from '@tabler/icons-react';
import { FIELD_NAMES } from '#schemas/mapping/names.ts';
import { fieldsOf, type MappingField } from '#schemas/mapping/tables.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useMappingEditor, useWholeState } from './editor-context.ts';
import { editorTexts } from './editor-texts.ts';

interface Props {
  /** Rows that it would be applied to. */
  readonly count: number;
  readonly onDone: () => void;
}

/** Writes what the default says in one field into the chosen rows. */
export function DefaultMenu({ count, onDone }: Props) {
  const t = useTexts(editorTexts);
  const language = useLanguage();
  const { store } = useMappingEditor();
  const { table, history } = useWholeState();
  const { fallback } = history.book[table];
  return (
    <Menu position="bottom-start" width={320} onClose={onDone}>
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          disabled={count === 0}
          leftSection={<IconArrowBarDown size={15} aria-hidden />}
          rightSection={<IconChevronDown size={13} aria-hidden />}
        >
          {t('applyDefault')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('applyDefaultTo', { count })}</Menu.Label>
        {fieldsOf(table).map((field) => (
          <Menu.Item key={field} onClick={() => store.applyDefault(field)}>
            {t('defaultSays', {
              column: FIELD_NAMES[field as MappingField][language],
              value: fallback.set[field] ?? t('nothing'),
            })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
