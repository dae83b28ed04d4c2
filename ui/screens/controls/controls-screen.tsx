import { Stack } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { apiQuery } from '#ui/api/queries.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorState } from '#ui/components/error-state.tsx';
import { ButtonLink } from '#ui/components/links.tsx';
import { Page } from '#ui/components/page.tsx';
import { PageSkeleton } from '#ui/components/page-skeleton.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { AlarmsPanel } from './alarms-panel.tsx';
import { Comparison } from './comparison.tsx';
import { ControlFilters } from './control-filters.tsx';
import { controlTexts } from './texts.ts';

const route = getRouteApi('/shell/completeness');

/** /completeness: what the source says of each day, beside what is booked. */
export function ControlsScreen() {
  const t = useTexts(controlTexts);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Content />
    </Page>
  );
}

function Content() {
  const t = useTexts(controlTexts);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const flows = useQuery(apiQuery('listFlows', {}));
  const alarms = useQuery(apiQuery('listCompletenessAlarms', { query: {} }));
  if (flows.isPending || alarms.isPending) return <PageSkeleton />;
  if (flows.isError) return <ErrorState error={flows.error} onRetry={flows.refetch} />;
  if (alarms.isError) return <ErrorState error={alarms.error} onRetry={alarms.refetch} />;
  const { items } = flows.data;
  // A flow with an alarm is what somebody comes for.
  const flow = search.flow ?? alarms.data.items[0]?.flow.id ?? items[0]?.id;
  if (flow === undefined) {
    return (
      <EmptyState
        icon={IconScale}
        title={t('noFlowTitle')}
        text={t('noFlowText')}
        action={<ButtonLink to="/flows">{t('toFlows')}</ButtonLink>}
      />
    );
  }
  const change = (next: typeof search) => navigate({ search: next, replace: true });
  return (
    <Stack gap="lg">
      <AlarmsPanel
        isChecked={alarms.data.checks.length > 0}
        alarms={alarms.data.items}
        onOpen={(alarm) => change({ flow: alarm.flow.id, way: alarm.way, from: alarm.day, to: alarm.day })}
      />
      <ControlFilters
        flows={items.map(({ id, name }) => ({ value: id, label: name }))}
        flow={flow}
        search={search}
        check={alarms.data.checks.find((one) => one.flow === flow) ?? null}
        onChange={change}
      />
      <Comparison
        key={`${flow}/${search.from}/${search.to}/${search.way}`}
        flow={flow}
        search={search}
        onChange={change}
      />
    </Stack>
  );
}
