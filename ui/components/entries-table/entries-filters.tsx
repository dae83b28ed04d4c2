import { Group, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import type { ReviewEntry } from '#schemas/api/runs.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { type EntryFilter, journalsOf } from './entry-rows.ts';
import { entriesTexts } from './texts.ts';

interface Props {
  readonly entries: readonly ReviewEntry[];
  readonly filter: EntryFilter;
  readonly onChange: (filter: EntryFilter) => void;
  readonly children?: ReactNode;
}

/** Search text, journal and account; acts on what is loaded, at once. */
export function EntriesFilters({ entries, filter, onChange, children }: Props) {
  const t = useTexts(entriesTexts);
  const journals = useMemo(() => journalsOf(entries), [entries]);
  return (
    <Group gap="sm" align="end">
      <TextInput
        flex="4 1 220px"
        aria-label={t('search')}
        placeholder={t('searchHint')}
        leftSection={<IconSearch size={16} />}
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
      />
      <Select
        flex="1 1 150px"
        maw={260}
        aria-label={t('journal')}
        placeholder={t('allJournals')}
        clearable
        data={journals.map(({ code, name }) => ({ value: code, label: name ? `${code} – ${name}` : code }))}
        value={filter.journal || null}
        onChange={(journal) => onChange({ ...filter, journal: journal ?? '' })}
      />
      <TextInput
        flex="1 1 120px"
        maw={180}
        aria-label={t('accountFilter')}
        placeholder={t('accountHint')}
        inputMode="numeric"
        value={filter.account}
        onChange={(event) => onChange({ ...filter, account: event.currentTarget.value })}
      />
      {children}
    </Group>
  );
}
