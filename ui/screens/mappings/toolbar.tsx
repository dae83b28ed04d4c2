import { ActionIcon, Button, Group, Switch, TextInput, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconRowInsertBottom, IconSearch, IconTrash } from '@tabler/icons-react';
import type { Ref } from 'react';
import type { KnownList } from '#schemas/api/lists.ts';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { BulkMenu } from './bulk-menu.tsx';
import { CsvMenu } from './csv-menu.tsx';
import { DefaultMenu } from './default-menu.tsx';
import { useMappingEditor, useWholeState } from './editor-context.ts';
import { editorTexts } from './editor-texts.ts';
import { ListsMenu } from './lists-menu.tsx';

interface Props {
  readonly search: Ref<HTMLInputElement>;
  readonly lists: readonly KnownList[];
  /** Gives the focus back to the grid. */
  readonly onDone: () => void;
}

/** What is done with rows, and which of them are shown. */
export function Toolbar({ search, lists, onDone }: Props) {
  const t = useTexts(editorTexts);
  const { store, canEdit } = useMappingEditor();
  const { table, views } = useWholeState();
  const { filter } = views[table];
  return (
    <Group gap={6}>
      {canEdit && <RowActions onDone={onDone} />}
      <CsvMenu />
      <ListsMenu lists={lists} />
      <TextInput
        ref={search}
        size="xs"
        flex="1 1 150px"
        maw={300}
        ml="auto"
        type="search"
        aria-label={t('search')}
        placeholder={t('searchHint')}
        leftSection={<IconSearch size={15} aria-hidden />}
        maxLength={120}
        value={filter.search}
        onChange={(event) => store.filter({ ...filter, search: event.currentTarget.value })}
        onKeyDown={(event) => (event.key === 'Enter' || event.key === 'Escape') && onDone()}
      />
      <Switch
        size="xs"
        label={t('markedOnly')}
        checked={filter.isMarkedOnly}
        onChange={(event) => store.filter({ ...filter, isMarkedOnly: event.currentTarget.checked })}
      />
    </Group>
  );
}

function RowActions({ onDone }: { readonly onDone: () => void }) {
  const t = useTexts(editorTexts);
  const toasts = useToasts();
  const { store } = useMappingEditor();
  const { table, history, views } = useWholeState();
  const hasTicks = store.rows().some(({ id }) => views[table].ticked.has(id));
  const count = store.targets().size;
  const act = (work: () => void) => () => {
    work();
    onDone();
  };
  const remove = () => {
    store.removeRows();
    toasts.done(t('deleted', { count }));
  };
  return (
    <>
      <Button
        size="xs"
        variant="light"
        leftSection={<IconRowInsertBottom size={15} aria-hidden />}
        onClick={act(store.addRow)}
      >
        {t('addRow')}
      </Button>
      <BulkMenu onDone={onDone} />
      <DefaultMenu count={count} onDone={onDone} />
      {hasTicks && (
        <Button
          size="xs"
          variant="default"
          color="red"
          leftSection={<IconTrash size={15} aria-hidden />}
          onClick={act(remove)}
        >
          {t('deleteRows', { count })}
        </Button>
      )}
      <Tooltip label={`${t('undo')} (Ctrl+Z)`}>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t('undo')}
          disabled={history.past.length === 0}
          onClick={act(store.undo)}
        >
          <IconArrowBackUp size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${t('redo')} (Ctrl+Y)`}>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t('redo')}
          disabled={history.future.length === 0}
          onClick={act(store.redo)}
        >
          <IconArrowForwardUp size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
