import { Button, Menu, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconFileSpreadsheet } from '@tabler/icons-react';
import { endpoints } from '#schemas/api/index.ts';
import { call } from '#ui/api/client.ts';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { CsvImport } from './csv-import.tsx';
import { csvTexts } from './csv-texts.ts';
import { useMappingEditor, useWholeState } from './editor-context.ts';

/** Spreadsheets take a file for UTF-8 only when it begins with this mark. */
const BYTE_ORDER_MARK = '\ufeff';

function download(name: string, text: string): void {
  const marked = text.startsWith(BYTE_ORDER_MARK) ? text : BYTE_ORDER_MARK + text;
  const url = URL.createObjectURL(new Blob([marked], { type: 'text/csv;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}

/** A table out to a spreadsheet program, and back in. */
export function CsvMenu() {
  const t = useTexts(csvTexts);
  const language = useLanguage();
  const toasts = useToasts();
  const { mapping, canEdit } = useMappingEditor();
  const { table } = useWholeState();
  const [isImporting, dialog] = useDisclosure(false);
  const take = async () => {
    try {
      const params = { id: mapping.id, table };
      const { fileName, text } = await call(endpoints.exportMappingTable, { params, query: { language } });
      download(fileName, text);
    } catch (error) {
      toasts.failed(t('exportFailed'), error);
    }
  };
  return (
    <>
      <Menu position="bottom-start" width={280}>
        <Menu.Target>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconFileSpreadsheet size={15} aria-hidden />}
            rightSection={<IconChevronDown size={13} aria-hidden />}
          >
            {t('csv')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void take()}>
            {t('export')}
            <Text size="xs" c="dimmed">
              {t('exportHelp')}
            </Text>
          </Menu.Item>
          {canEdit && (
            <Menu.Item onClick={dialog.open}>
              {t('import')}
              <Text size="xs" c="dimmed">
                {t('importHelp')}
              </Text>
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {isImporting && <CsvImport table={table} onClose={dialog.close} />}
    </>
  );
}
