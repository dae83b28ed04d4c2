import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useCanEdit } from '#ui/api/session.ts';
import { ErrorState } from '#ui/components/error-state.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { OpenedSchedule } from './opened-schedule.tsx';
import type { Opened } from './schedule-actions.tsx';
import { ScheduleTable } from './schedule-table.tsx';
import { schedulesTexts } from './texts.ts';
import { useSchedules } from './use-schedules.ts';

/** The schedules of one flow, for the page on how it starts. */
export function SchedulesSection({ flowId }: { flowId: string }) {
  const t = useTexts(schedulesTexts);
  const canEdit = useCanEdit();
  const schedules = useSchedules({ flow: flowId });
  const [opened, setOpened] = useState<Opened | null>(null);
  return (
    <Stack component="section" aria-label={t('title')}>
      <Group justify="space-between" align="flex-end">
        <Stack gap={2}>
          <Title order={2} size="h4">
            {t('title')}
          </Title>
          <Text size="sm" c="dimmed">
            {schedules.data?.items.length === 0 ? t('emptyText') : t('sectionLead')}
          </Text>
        </Stack>
        {canEdit && (
          <Button
            variant="light"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setOpened({ kind: 'form', existing: null })}
          >
            {t('add')}
          </Button>
        )}
      </Group>
      {schedules.isPending && <Skeleton h={80} />}
      {schedules.isError && <ErrorState error={schedules.error} onRetry={schedules.refetch} />}
      {schedules.data && schedules.data.items.length > 0 && (
        <ScheduleTable schedules={schedules.data.items} isOfOneFlow onOpen={setOpened} />
      )}
      <OpenedSchedule opened={opened} flowId={flowId} onClose={() => setOpened(null)} />
    </Stack>
  );
}
