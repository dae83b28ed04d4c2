import { Group, SegmentedControl, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { apiQuery } from '#ui/api/queries.ts';
import { Page } from '#ui/components/page.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { CauseList } from './cause-list.tsx';
import { holdTexts } from './texts.ts';
import type { HoldFilter } from './use-holds.ts';

const route = getRouteApi('/shell/holds');

/** /holds: all documents that wait for a person, over all runs, by what frees them. */
export function HoldsScreen() {
  const t = useTexts(holdTexts);
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Stack>
        <Filters filter={filter} onChange={(search) => navigate({ search, replace: true })} />
        <CauseList key={`${filter.flow}/${filter.state}`} filter={filter} />
      </Stack>
    </Page>
  );
}

interface Props {
  readonly filter: HoldFilter;
  readonly onChange: (filter: HoldFilter) => void;
}

function Filters({ filter: { flow, state }, onChange }: Props) {
  const t = useTexts(holdTexts);
  const flows = useQuery(apiQuery('listFlows', {})).data?.items ?? [];
  const counts = useQuery(apiQuery('countHolds', { query: { flow } })).data ?? { waiting: 0, dismissed: 0 };
  const ofFlow = (id: string | null | undefined): HoldFilter => (id ? { flow: id } : {});
  return (
    <Group gap="sm" justify="space-between">
      <SegmentedControl
        aria-label={t('state')}
        data={[
          { value: 'waiting', label: t('waiting', { count: counts.waiting }) },
          { value: 'dismissed', label: t('dismissed', { count: counts.dismissed }) },
        ]}
        value={state ?? 'waiting'}
        onChange={(value) => onChange({ ...ofFlow(flow), ...(value === 'dismissed' ? { state: 'dismissed' } : {}) })}
      />
      <Select
        aria-label={t('flow')}
        placeholder={t('allFlows')}
        clearable
        searchable
        w={{ base: '100%', xs: 280 }}
        data={flows.map(({ id, name }) => ({ value: id, label: name }))}
        value={flow ?? null}
        onChange={(value) => onChange({ ...ofFlow(value), ...(state ? { state } : {}) })}
      />
    </Group>
  );
}
