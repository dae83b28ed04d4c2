import { Group, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { apiQuery } from '#ui/api/queries.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { schedulesTexts } from './texts.ts';
import type { ScheduleFilters as Filters } from './use-schedules.ts';

const STATES = ['active', 'paused', 'running'] as const;
const TYPING_MS = 250;

interface ScheduleFiltersProps {
  filters: Filters;
  onChange: (filters: Filters) => void;
}

export function ScheduleFilters({ filters, onChange }: ScheduleFiltersProps) {
  const t = useTexts(schedulesTexts);
  const flows = useQuery(apiQuery('listFlows', {})).data?.items ?? [];
  const [search, setSearch] = useState(filters.search ?? '');
  const { flow, state, search: _, ...none } = filters;
  const change = (next: { flow?: string | null; state?: string | null; search?: string }) => {
    const chosen = { flow: flow ?? null, state: state ?? null, search, ...next };
    const known = STATES.find((one) => one === chosen.state);
    onChange({
      ...none,
      ...(chosen.flow ? { flow: chosen.flow } : {}),
      ...(known ? { state: known } : {}),
      ...(chosen.search ? { search: chosen.search } : {}),
    });
  };
  const changeLater = useDebouncedCallback(change, TYPING_MS);
  return (
    <Group gap="sm">
      <TextInput
        aria-label={t('search')}
        placeholder={t('searchHelp')}
        leftSection={<IconSearch size={16} aria-hidden />}
        w={{ base: '100%', xs: 240 }}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          changeLater({ search: event.currentTarget.value });
        }}
      />
      <Select
        aria-label={t('flow')}
        placeholder={t('allFlows')}
        clearable
        searchable
        w={{ base: '100%', xs: 260 }}
        data={flows.map(({ id, name }) => ({ value: id, label: name }))}
        value={flow ?? null}
        onChange={(value) => change({ flow: value })}
      />
      <Select
        aria-label={t('state')}
        placeholder={t('allStates')}
        clearable
        w={{ base: '100%', xs: 180 }}
        data={STATES.map((value) => ({ value, label: t(`state_${value}`) }))}
        value={state ?? null}
        onChange={(value) => change({ state: value })}
      />
    </Group>
  );
}
