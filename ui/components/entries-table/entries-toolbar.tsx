import { Button, Group, TextInput } from '@mantine/core';
import { IconDownload, IconFilter, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import type { EntryFilter } from '#schemas/api/entry-columns.ts';
import { useTyped } from '#ui/components/use-typed.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { ColumnMenu } from './column-menu.tsx';
import { csvAddress } from './csv-address.ts';
import { toolTexts } from './tool-texts.ts';
import type { ColumnChoice } from './use-columns.ts';

interface Props {
  readonly run: string;
  readonly filter: EntryFilter;
  readonly onFilter: (filter: EntryFilter) => void;
  readonly choice: ColumnChoice;
  readonly hasFilterRow: boolean;
  readonly onFilterRow: (isShown: boolean) => void;
  /** The file says what is ticked. */
  readonly hasTicks: boolean;
  readonly children?: ReactNode;
}

/** "/" goes to the search from anywhere but a field in which it is typed. */
function useSlash(focus: () => void): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const isTyping =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable]');
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
      event.preventDefault();
      focus();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [focus]);
}

/** What stands above the list: search, filters of columns, which columns there are, and the file for a spreadsheet. */
export function EntriesToolbar({
  run,
  filter,
  onFilter,
  choice,
  hasFilterRow,
  onFilterRow,
  hasTicks,
  children,
}: Props) {
  const t = useTexts(toolTexts);
  const language = useLanguage();
  const field = useRef<HTMLInputElement>(null);
  const focus = useRef(() => field.current?.focus());
  useSlash(focus.current);
  const [text, type] = useTyped(filter.search ?? '', (search) => onFilter({ ...filter, search: search || undefined }));
  const isFiltered = Object.values(filter).some(Boolean);
  const href = csvAddress(run, { columns: choice.columns, filter, hasTicks, language });
  return (
    <Group gap="sm" align="end">
      <TextInput
        ref={field}
        flex="4 1 220px"
        aria-label={t('search')}
        placeholder={t('searchHint')}
        leftSection={<IconSearch size={16} aria-hidden />}
        maxLength={100}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <Button
        variant={hasFilterRow ? 'light' : 'default'}
        leftSection={<IconFilter size={16} aria-hidden />}
        aria-pressed={hasFilterRow}
        visibleFrom="sm"
        onClick={() => onFilterRow(!hasFilterRow)}
      >
        {t('filters')}
      </Button>
      {isFiltered && (
        <Button variant="subtle" onClick={() => onFilter({})}>
          {t('clearFilters')}
        </Button>
      )}
      <ColumnMenu choice={choice} />
      <Button
        component="a"
        href={href}
        download
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        aria-label={t('csvLabel')}
      >
        {t('csv')}
      </Button>
      {children}
    </Group>
  );
}
