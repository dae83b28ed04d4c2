import { Badge, Group, Paper, Stack, Table, Text, Tooltip } from '@mantine/core';
import type { Schedule } from '#schemas/api/schedules.ts';
import { useCanEdit } from '#ui/api/session.ts';
import { AnchorLink } from '#ui/components/links.tsx';
import { ListTable } from '#ui/components/list-table.tsx';
import { StatusBadge } from '#ui/components/outcome-badges.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { type Opener, ScheduleActions } from './schedule-actions.tsx';
import classes from './schedules.module.css';
import { schedulesTexts } from './texts.ts';
import { useRecurrenceWords } from './use-words.ts';
import { formatInZone } from './zone-time.ts';

interface ScheduleTableProps extends Opener {
  schedules: readonly Schedule[];
  /** Where all are of one flow, it is not named again. */
  isOfOneFlow?: boolean;
}

export function ScheduleTable({ schedules, isOfOneFlow = false, onOpen }: ScheduleTableProps) {
  const t = useTexts(schedulesTexts);
  const canEdit = useCanEdit();
  return (
    <Paper withBorder>
      <ListTable verticalSpacing="md" horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('colSchedule')}</Table.Th>
            <Table.Th>{t('colInterval')}</Table.Th>
            <Table.Th>{t('colLast')}</Table.Th>
            <Table.Th>{t('colNext')}</Table.Th>
            <Table.Th ta="right">{t('colActions')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {schedules.map((schedule) => (
            <Table.Tr key={schedule.id}>
              <Table.Td>
                <ScheduleName schedule={schedule} isOfOneFlow={isOfOneFlow} />
              </Table.Td>
              <Table.Td maw={320}>
                <Interval schedule={schedule} />
              </Table.Td>
              <Table.Td>
                <LastRun schedule={schedule} />
              </Table.Td>
              <Table.Td>
                <NextRun schedule={schedule} />
              </Table.Td>
              <Table.Td>
                <ScheduleActions schedule={schedule} canEdit={canEdit} onOpen={onOpen} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </ListTable>
    </Paper>
  );
}

function ScheduleName({ schedule, isOfOneFlow }: { schedule: Schedule; isOfOneFlow: boolean }) {
  const t = useTexts(schedulesTexts);
  const { flow, name } = schedule;
  const trouble = flow.isPublished ? (flow.isOn ? null : 'flowOff') : 'notPublished';
  return (
    <Stack gap={2}>
      {!isOfOneFlow && (
        <AnchorLink to="/flows/$id" params={{ id: flow.id }} size="sm" fw={550}>
          {flow.name}
        </AnchorLink>
      )}
      {(name || isOfOneFlow) && (
        <Text size="sm" c={isOfOneFlow ? '' : 'dimmed'} fw={isOfOneFlow ? 550 : 400}>
          {name || flow.name}
        </Text>
      )}
      {trouble && (
        <Tooltip label={t(`${trouble}Help`)} multiline maw={320}>
          <AnchorLink to={trouble === 'flowOff' ? '/flows/$id/automation' : '/flows/$id'} params={{ id: flow.id }}>
            <Badge variant="light" color="yellow" tt="none" style={{ cursor: 'pointer' }}>
              {t(trouble)}
            </Badge>
          </AnchorLink>
        </Tooltip>
      )}
    </Stack>
  );
}

function Interval({ schedule }: { schedule: Schedule }) {
  const t = useTexts(schedulesTexts);
  const words = useRecurrenceWords();
  const format = useFormat();
  return (
    <Stack gap={2}>
      <Text size="sm">{words(schedule.recurrence)}</Text>
      <Text size="xs" c="dimmed">
        {t('startsOn', { day: format.day(schedule.startsOn) })} · {schedule.zone}
      </Text>
    </Stack>
  );
}

function LastRun({ schedule: { lastRun, running, waiting, zone } }: { schedule: Schedule }) {
  const t = useTexts(schedulesTexts);
  const language = useLanguage();
  return (
    <Stack gap={4} align="flex-start">
      {lastRun && (
        <AnchorLink to="/runs/$id" params={{ id: lastRun.id }} size="sm">
          {formatInZone(lastRun.at, zone, language)}
        </AnchorLink>
      )}
      <Group gap={6}>
        {running > 0 && (
          <Badge variant="filled" tt="none">
            {t('running')}
          </Badge>
        )}
        {lastRun && running === 0 && <StatusBadge status={lastRun.status} />}
        {waiting > 0 && (
          <Badge variant="light" color="blue" tt="none">
            {t('waiting', { count: waiting })}
          </Badge>
        )}
      </Group>
      {!lastRun && (
        <Text size="sm" c="dimmed">
          {t('never')}
        </Text>
      )}
    </Stack>
  );
}

function NextRun({ schedule: { nextAt, paused, zone } }: { schedule: Schedule }) {
  const t = useTexts(schedulesTexts);
  const language = useLanguage();
  if (paused) {
    return (
      <Badge variant="light" color="gray" tt="none">
        {t('paused')}
      </Badge>
    );
  }
  return (
    <Text size="sm">
      <span className={classes['onCard']}>{t('next')} </span>
      {nextAt ? formatInZone(nextAt, zone, language) : t('noNext')}
    </Text>
  );
}
