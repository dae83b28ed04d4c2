import { Group, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { RUN_STATUSES } from '#schemas/outcome.ts';
import { apiQuery } from '#ui/api/queries.ts';
import { componentTexts } from '#ui/components/texts.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { runsTexts } from './texts.ts';

interface Filters {
  flow?: string;
  status?: string;
}

export function RunFilters({ filters, onChange }: { filters: Filters; onChange: (filters: Filters) => void }) {
  const t = useTexts(runsTexts);
  const names = useTexts(componentTexts);
  const flows = useQuery(apiQuery('listFlows', {})).data?.items ?? [];
  const change = (key: keyof Filters) => (value: string | null) => {
    const { [key]: _, ...others } = filters;
    onChange(value === null ? others : { ...others, [key]: value });
  };
  return (
    <Group gap="sm">
      <Select
        aria-label={t('flow')}
        placeholder={t('allFlows')}
        clearable
        searchable
        w={{ base: '100%', xs: 280 }}
        data={flows.map(({ id, name }) => ({ value: id, label: name }))}
        value={filters.flow ?? null}
        onChange={change('flow')}
      />
      <Select
        aria-label={t('status')}
        placeholder={t('allStatuses')}
        clearable
        w={{ base: '100%', xs: 200 }}
        data={RUN_STATUSES.map((status) => ({ value: status, label: names(`status_${status}`) }))}
        value={filters.status ?? null}
        onChange={change('status')}
      />
    </Group>
  );
}
