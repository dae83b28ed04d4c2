import { Box, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { MappingDetail } from '#schemas/api/mappings.ts';
import type { MappingTable } from '#schemas/mapping/tables.ts';
import { apiQuery } from '#ui/api/queries.ts';
import { useCanEdit } from '#ui/api/session.ts';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { MappingEditorContext, useWholeState } from './editor-context.ts';
import { EditorHeader } from './editor-header.tsx';
import { editorTexts } from './editor-texts.ts';
import { Grid, type GridHandle } from './grid/grid.tsx';
import { HelpDrawer, type HelpPart } from './help-drawer.tsx';
import { HistoryDrawer } from './history-drawer.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { RuleCards } from './rule-cards.tsx';
import { SaveProblems } from './save-problems.tsx';
import { choicesByList } from './sheet/choices.ts';
import { createMappingStore, type MappingStore } from './sheet/editor-store.ts';
import { StatusLine } from './status-line.tsx';
import { TableTabs } from './table-tabs.tsx';
import { Toolbar } from './toolbar.tsx';
import { useSave } from './use-save.ts';
import { useSaveKey } from './use-save-key.ts';

interface Props {
  readonly mapping: MappingDetail;
  /** The table that is shown at first, and the rule in it that is chosen. */
  readonly table: MappingTable | undefined;
  readonly rule: string | undefined;
}

function openStore({ mapping, table, rule }: Props, isReadOnly: boolean): MappingStore {
  const store = createMappingStore(mapping.ruleRows, mapping.revision, isReadOnly);
  if (table) store.showTable(table);
  if (rule !== undefined) store.selectRow(rule);
  return store;
}

/** The tables of one mapping: a tab each, a grid below, and all that is done with them. */
export function MappingEditor(props: Props) {
  const { mapping } = props;
  const mayEdit = useCanEdit();
  const canEdit = mayEdit && mapping.archivedAt === null;
  const [store] = useState(() => openStore(props, !canEdit));
  const context = useMemo(() => ({ store, mapping, canEdit }), [store, mapping, canEdit]);
  return (
    <MappingEditorContext value={context}>
      <EditorBody mapping={mapping} store={store} />
    </MappingEditorContext>
  );
}

function EditorBody({ mapping, store }: { readonly mapping: MappingDetail; readonly store: MappingStore }) {
  const t = useTexts(editorTexts);
  const language = useLanguage();
  const toasts = useToasts();
  const { table } = useWholeState();
  const grid = useRef<GridHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  const [help, setHelp] = useState<HelpPart | null>(null);
  const [hasHistory, setHistory] = useState(false);
  const isNarrow = useMediaQuery('(max-width: 40em)', false, { getInitialValueInEffect: false });
  const saving = useSave(mapping.id, store);
  const { data } = useQuery(apiQuery('readLists', { query: { mapping: mapping.id } }));
  const lists = data?.items ?? [];
  useEffect(() => {
    if (data) store.setLists(choicesByList(data.items, language));
  }, [data, store, language]);
  useEffect(() => grid.current?.focus(), []);
  useSaveKey(saving.save);

  const onPasted = ({ added, left }: { added: number; left: number }) => {
    const said = [
      ...(added > 0 ? [t('pastedGrown', { count: added })] : []),
      ...(left > 0 ? [t('pastedLeft', { count: left })] : []),
    ];
    if (said.length > 0) toasts.done(t('pasted'), said.join('. '));
  };
  const toGrid = () => setTimeout(() => grid.current?.focus());
  const showRow = (id: string) => {
    setHelp(null);
    store.selectRow(id);
    toGrid();
  };

  return (
    <Box
      px={{ base: 'md', sm: 'lg' }}
      py="md"
      style={isNarrow ? undefined : { height: 'calc(100dvh - var(--app-shell-header-height, 56px))', minHeight: 560 }}
    >
      <Stack gap="xs" h={isNarrow ? 'auto' : '100%'}>
        <EditorHeader saving={saving} onHelp={() => setHelp('rules')} onHistory={() => setHistory(true)} />
        <SaveProblems saving={saving} onShow={toGrid} />
        <TableTabs />
        <Text size="sm" c="dimmed">
          {t(`lead_${table}`)}
        </Text>
        <Toolbar search={search} lists={lists} onDone={toGrid} />
        {isNarrow ? (
          <RuleCards />
        ) : (
          <Grid ref={grid} onHelp={() => setHelp('keys')} onFind={() => search.current?.focus()} onPasted={onPasted} />
        )}
        <StatusLine />
      </Stack>
      {help && (
        <HelpDrawer
          part={help}
          onPart={setHelp}
          onShowRow={showRow}
          onClose={() => {
            setHelp(null);
            toGrid();
          }}
        />
      )}
      {hasHistory && <HistoryDrawer onClose={() => setHistory(false)} />}
      <ConflictDialog saving={saving} />
      <LeaveGuard onSave={saving.save} />
    </Box>
  );
}
