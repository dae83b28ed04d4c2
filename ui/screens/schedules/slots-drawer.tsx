import { Badge, Button, Center, Drawer, Group, Paper, Skeleton, Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { endpoints } from '#schemas/api/index.ts';
import type { Schedule, ScheduleSlot } from '#schemas/api/schedules.ts';
import { call } from '#ui/api/client.ts';
import { ErrorState } from '#ui/components/error-state.tsx';
import { AnchorLink } from '#ui/components/links.tsx';
import { ListTable } from '#ui/components/list-table.tsx';
import { MessageText } from '#ui/components/message-text.tsx';
import { StatusBadge } from '#ui/components/outcome-badges.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { labelOf } from './label-of.ts';
import { schedulesTexts } from './texts.ts';
import { formatInZone } from './zone-time.ts';

const PAGE = 50;
const REFRESH_MS = 10_000;
const STATUSES = {
  started: { key: 'slotStarted', colour: 'teal' },
  skipped: { key: 'slotSkipped', colour: 'yellow' },
  waiting: { key: 'slotWaiting', colour: 'blue' },
} as const;

/** What became of each planned start, latest first. */
export function SlotsDrawer({ schedule, onClose }: { schedule: Schedule; onClose: () => void }) {
  const t = useTexts(schedulesTexts);
  const title = <Text fw={600}>{t('historyOf', { name: labelOf(schedule) })}</Text>;
  return (
    <Drawer opened onClose={onClose} size="lg" title={title}>
      <Slots schedule={schedule} />
    </Drawer>
  );
}

function Slots({ schedule }: { schedule: Schedule }) {
  const t = useTexts(schedulesTexts);
  const { id, zone } = schedule;
  const slots = useInfiniteQuery({
    queryKey: ['schedules', 'listScheduleSlots', id],
    queryFn: ({ pageParam, signal }) =>
      call(endpoints.listScheduleSlots, { params: { id }, query: { limit: PAGE, after: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: REFRESH_MS,
  });
  if (slots.isPending) return <Skeleton h={240} />;
  if (slots.isError) return <ErrorState error={slots.error} onRetry={slots.refetch} />;
  const items = slots.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Text c="dimmed">{t('noSlots')}</Text>;
  return (
    <Stack>
      <Paper withBorder>
        <ListTable>
          <Table.Tbody>
            {items.map((slot) => (
              <SlotRow key={slot.at} slot={slot} zone={zone} />
            ))}
          </Table.Tbody>
        </ListTable>
      </Paper>
      {slots.hasNextPage && (
        <Center>
          <Button variant="default" loading={slots.isFetchingNextPage} onClick={() => slots.fetchNextPage()}>
            {t('more')}
          </Button>
        </Center>
      )}
    </Stack>
  );
}

function SlotRow({ slot, zone }: { slot: ScheduleSlot; zone: string }) {
  const t = useTexts(schedulesTexts);
  const language = useLanguage();
  const { key, colour } = STATUSES[slot.status];
  return (
    <Table.Tr>
      <Table.Td style={{ verticalAlign: 'top' }}>
        <Text size="sm" style={{ fontVariantNumeric: 'tabular-nums' }}>
          {formatInZone(slot.at, zone, language)}
        </Text>
      </Table.Td>
      <Table.Td style={{ verticalAlign: 'top' }}>
        <Stack gap={4}>
          <Group gap="xs">
            <Badge variant="light" color={colour} tt="none">
              {t(key)}
            </Badge>
            {slot.run && (
              <AnchorLink to="/runs/$id" params={{ id: slot.run.id }} size="sm">
                {t('openRun')}
              </AnchorLink>
            )}
            {slot.run && <StatusBadge status={slot.run.status} />}
            {slot.status === 'started' && !slot.run && (
              <Text size="xs" c="dimmed">
                {t('runGone')}
              </Text>
            )}
          </Group>
          {slot.reason && <MessageText message={slot.reason} />}
        </Stack>
      </Table.Td>
    </Table.Tr>
  );
}
