import { Button, FileInput, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { CsvPreview } from '#schemas/api/mappings.ts';
import { TABLE_NAMES } from '#schemas/mapping/names.ts';
import type { MappingTable } from '#schemas/mapping/tables.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { ProblemAlert } from '#ui/components/problem-alert.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { CsvChanges } from './csv-changes.tsx';
import { csvTexts } from './csv-texts.ts';
import { useMappingEditor } from './editor-context.ts';
import { rulesOfSheet } from './sheet/book.ts';

interface Props {
  readonly table: MappingTable;
  readonly onClose: () => void;
}

type Mode = 'merge' | 'replace';

/** UTF-8, or what older spreadsheet programs of Western Europe write. */
async function readText(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Shows what a file would do to the table on the screen, and does it there; saving is another step. */
export function CsvImport({ table, onClose }: Props) {
  const t = useTexts(csvTexts);
  const language = useLanguage();
  const toasts = useToasts();
  const { store, mapping } = useMappingEditor();
  const [file, setFile] = useState<File | null>(null);
  const [mode, setMode] = useState<Mode>('merge');
  const preview = useApiMutation('previewMappingImport');
  const look = async (chosen: File | null, wanted: Mode) => {
    setFile(chosen);
    setMode(wanted);
    if (!chosen) return preview.reset();
    const rules = rulesOfSheet(table, store.getState().history.book[table]);
    const text = await readText(chosen);
    preview.mutate({ params: { id: mapping.id, table }, body: { text, mode: wanted, rules } });
  };
  const takeOver = ({ rules }: CsvPreview) => {
    store.replaceRules(rules);
    toasts.done(t('takenOver'), t('notSavedYet'));
    onClose();
  };
  const changes = preview.data;
  const hasChanges = changes && changes.added.length + changes.changed.length + changes.removed.length > 0;
  return (
    <Modal opened onClose={onClose} size="xl" title={t('title', { table: TABLE_NAMES[table][language] })}>
      <Stack>
        <FileInput
          data-autofocus
          label={t('file')}
          description={t('fileHelp')}
          placeholder={t('choose')}
          accept=".csv,.txt,.tsv,text/csv"
          value={file}
          onChange={(chosen) => void look(chosen, mode)}
        />
        <Group gap="sm">
          <Text size="sm" id="csv-mode">
            {t('mode')}
          </Text>
          <SegmentedControl
            size="xs"
            aria-labelledby="csv-mode"
            value={mode}
            data={[
              { value: 'merge', label: t('merge') },
              { value: 'replace', label: t('replace') },
            ]}
            onChange={(next) => void look(file, next === 'replace' ? 'replace' : 'merge')}
          />
        </Group>
        <ProblemAlert error={preview.error} />
        {changes && <CsvChanges table={table} changes={changes} />}
        <Text size="xs" c="dimmed">
          {t('notSavedYet')}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button disabled={!hasChanges} loading={preview.isPending} onClick={() => changes && takeOver(changes)}>
            {t('takeOver')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
