import { Group, Select, TextInput } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { IconCalendar, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { RUN_STATUSES, RUN_TRIGGERS } from '#schemas/outcome.ts';
import { apiQuery } from '#ui/api/queries.ts';
import { componentTexts } from '#ui/components/texts.ts';
import { useTyped } from '#ui/components/use-typed.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import type { RunSearch } from './run-search.ts';
import { runsTexts } from './texts.ts';

interface Props {
  readonly search: RunSearch;
  readonly onChange: (change: Partial<Record<keyof RunSearch, string | undefined>>) => void;
}

export function RunFilters({ search, onChange }: Props) {
  const t = useTexts(runsTexts);
  const [typed, type] = useTyped(search.search ?? '', (text) => onChange({ search: text }));
  return (
    <Group gap="sm">
      <TextInput
        flex="1 1 240px"
        maw={420}
        aria-label={t('search')}
        placeholder={t('searchHint')}
        leftSection={<IconSearch size={16} aria-hidden />}
        maxLength={100}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <Choices search={search} onChange={onChange} />
      <DatePickerInput
        type="range"
        allowSingleDateInRange
        clearable
        w={{ base: '100%', xs: 200 }}
        aria-label={t('days')}
        placeholder={t('anyDay')}
        leftSection={<IconCalendar size={16} aria-hidden />}
        value={[search.from ?? null, search.to ?? null]}
        onChange={([from, to]) => onChange({ from: from ?? undefined, to: to ?? undefined })}
      />
    </Group>
  );
}

function Choices({ search, onChange }: Props) {
  const t = useTexts(runsTexts);
  const names = useTexts(componentTexts);
  const flows = useQuery(apiQuery('listFlows', {})).data?.items ?? [];
  return (
    <>
      <Select
        aria-label={t('flow')}
        placeholder={t('allFlows')}
        clearable
        searchable
        w={{ base: '100%', xs: 180 }}
        data={flows.map(({ id, name }) => ({ value: id, label: name }))}
        value={search.flow ?? null}
        onChange={(flow) => onChange({ flow: flow ?? undefined })}
      />
      <Select
        aria-label={t('status')}
        placeholder={t('allStatuses')}
        clearable
        w={{ base: '100%', xs: 150 }}
        data={RUN_STATUSES.map((status) => ({ value: status, label: names(`status_${status}`) }))}
        value={search.status ?? null}
        onChange={(status) => onChange({ status: status ?? undefined })}
      />
      <Select
        aria-label={t('trigger')}
        placeholder={t('allTriggers')}
        clearable
        w={{ base: '100%', xs: 150 }}
        data={RUN_TRIGGERS.map((trigger) => ({ value: trigger, label: t(`trigger_${trigger}`) }))}
        value={search.trigger ?? null}
        onChange={(trigger) => onChange({ trigger: trigger ?? undefined })}
      />
    </>
  );
}
