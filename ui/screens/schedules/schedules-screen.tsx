import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCalendarTime, IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useCanEdit } from '#ui/api/session.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorState } from '#ui/components/error-state.tsx';
import { Page } from '#ui/components/page.tsx';
import { PageSkeleton } from '#ui/components/page-skeleton.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { OpenedSchedule } from './opened-schedule.tsx';
import type { Opened } from './schedule-actions.tsx';
import { ScheduleFilters } from './schedule-filters.tsx';
import { ScheduleTable } from './schedule-table.tsx';
import { schedulesTexts } from './texts.ts';
import { useSchedules } from './use-schedules.ts';

const route = getRouteApi('/shell/schedules');

/** When flows start by themselves: all schedules of the workspace. */
export function SchedulesScreen() {
  const t = useTexts(schedulesTexts);
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const canEdit = useCanEdit();
  const schedules = useSchedules(filters);
  const [opened, setOpened] = useState<Opened | null>(null);
  const isFiltered = Boolean(filters.flow ?? filters.state ?? filters.search);
  const clear = () => navigate({ search: {}, replace: true });
  const add = canEdit && (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => setOpened({ kind: 'form', existing: null })}
    >
      {t('add')}
    </Button>
  );
  const items = schedules.data?.items ?? [];
  const isEmpty = schedules.isSuccess && items.length === 0;
  return (
    <Page title={t('title')} lead={t('lead')} actions={!(isEmpty && !isFiltered) && add}>
      <Stack>
        {(!isEmpty || isFiltered) && (
          <ScheduleFilters filters={filters} onChange={(search) => navigate({ search, replace: true })} />
        )}
        {schedules.isPending && <PageSkeleton />}
        {schedules.isError && <ErrorState error={schedules.error} onRetry={schedules.refetch} />}
        {isEmpty && isFiltered && (
          <Group>
            <Text c="dimmed">{t('noMatch')}</Text>
            <Button variant="subtle" size="xs" onClick={clear}>
              {t('clear')}
            </Button>
          </Group>
        )}
        {isEmpty && !isFiltered && (
          <EmptyState icon={IconCalendarTime} title={t('emptyTitle')} text={t('emptyText')} action={add} />
        )}
        {items.length > 0 && <ScheduleTable schedules={items} onOpen={setOpened} />}
      </Stack>
      <OpenedSchedule opened={opened} flowId={null} onClose={() => setOpened(null)} />
    </Page>
  );
}
