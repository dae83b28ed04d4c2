import { Badge, Group, Paper, Stack, Table, Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { ListedRun } from '#schemas/api/runs.ts';
import { AnchorLink } from '#ui/components/links.tsx';
import { ListTable } from '#ui/components/list-table.tsx';
import { OutcomeBadges, StatusBadge } from '#ui/components/outcome-badges.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { foldEmpty } from './fold-empty.ts';
import { RunMatches } from './run-matches.tsx';
import { runsTexts } from './texts.ts';

const COLUMNS = 7;

export function RunTable({ runs }: { runs: readonly ListedRun[] }) {
  const t = useTexts(runsTexts);
  return (
    <Paper withBorder>
      <ListTable horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('colStarted')}</Table.Th>
            <Table.Th>{t('colFlow')}</Table.Th>
            <Table.Th>{t('trigger')}</Table.Th>
            <Table.Th>{t('colPeriod')}</Table.Th>
            <Table.Th>{t('colStatus')}</Table.Th>
            <Table.Th>{t('colOutcomes')}</Table.Th>
            <Table.Th ta="right">{t('colDuration')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {foldEmpty(runs).map((group) =>
            group.kind === 'run' ? (
              <RunRow key={group.run.id} run={group.run} />
            ) : (
              <EmptyRuns key={group.runs[0]?.id} runs={group.runs} />
            ),
          )}
        </Table.Tbody>
      </ListTable>
    </Paper>
  );
}

/** Runs that found nothing to do, on one line until somebody wants to see them. */
function EmptyRuns({ runs }: { runs: readonly ListedRun[] }) {
  const t = useTexts(runsTexts);
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const newest = runs[0];
  const oldest = runs.at(-1);
  if (!newest || !oldest) return null;
  const at = (run: ListedRun) => format.shortInstant(run.startedAt ?? run.createdAt);
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <>
      <Table.Tr>
        <Table.Td colSpan={COLUMNS}>
          <UnstyledButton aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            <Group gap={6} wrap="nowrap">
              <Chevron size={14} aria-hidden />
              <Text size="sm" c="dimmed">
                {t('emptyRuns', { count: runs.length, from: at(oldest), to: at(newest) })}
              </Text>
            </Group>
          </UnstyledButton>
        </Table.Td>
      </Table.Tr>
      {isOpen && runs.map((run) => <RunRow key={run.id} run={run} />)}
    </>
  );
}

function RunRow({ run }: { run: ListedRun }) {
  const t = useTexts(runsTexts);
  const format = useFormat();
  const { period, startedAt, finishedAt } = run;
  return (
    <Table.Tr>
      <Table.Td>
        <AnchorLink to="/runs/$id" params={{ id: run.id }} size="sm" fw={550} style={{ whiteSpace: 'nowrap' }}>
          {format.shortInstant(startedAt ?? run.createdAt)}
        </AnchorLink>
      </Table.Td>
      <Table.Td maw={300}>
        <Stack gap={2}>
          <Text size="sm">{run.flow.name}</Text>
          <Group gap={6}>
            <Text size="xs" c="dimmed">
              {t('version', { number: run.version })}
            </Text>
            {run.mode === 'dry' && (
              <Badge size="xs" variant="outline" color="gray" tt="none">
                {t('dry')}
              </Badge>
            )}
          </Group>
        </Stack>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{t(`trigger_${run.trigger}`)}</Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{period ? format.period(period) : t('everything')}</Text>
      </Table.Td>
      <Table.Td>
        <StatusBadge status={run.status} />
      </Table.Td>
      <Table.Td>
        <OutcomeBadges counts={run.counts} />
        {run.matches.length > 0 && <RunMatches matches={run.matches} />}
      </Table.Td>
      <Table.Td className="amount">
        {!startedAt && t('notStarted')}
        {startedAt && finishedAt && format.duration(Date.parse(finishedAt) - Date.parse(startedAt))}
      </Table.Td>
    </Table.Tr>
  );
}
