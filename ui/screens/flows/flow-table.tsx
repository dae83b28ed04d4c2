import { Badge, Button, Group, Paper, Stack, Table, Text, Tooltip } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import type { FlowSummary } from '#schemas/api/flows.ts';
import { useCanEdit } from '#ui/api/session.ts';
import { AnchorLink } from '#ui/components/links.tsx';
import { ListTable } from '#ui/components/list-table.tsx';
import { OutcomeBadges, StatusBadge } from '#ui/components/outcome-badges.tsx';
import { RunDialog } from '#ui/components/run-dialog/run-dialog.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { FlowMenu } from './flow-menu.tsx';
import { Route } from './route.tsx';
import { Starts } from './starts.tsx';
import { flowsTexts } from './texts.ts';

export function FlowTable({ flows }: { flows: readonly FlowSummary[] }) {
  const t = useTexts(flowsTexts);
  const [runOf, setRunOf] = useState<FlowSummary | null>(null);
  return (
    <Paper withBorder>
      <ListTable verticalSpacing="md" horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('colName')}</Table.Th>
            <Table.Th>{t('colRoute')}</Table.Th>
            <Table.Th>{t('colVersion')}</Table.Th>
            <Table.Th>{t('colStarts')}</Table.Th>
            <Table.Th>{t('colLastRun')}</Table.Th>
            <Table.Th ta="right">{t('colActions')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {flows.map((flow) => (
            <FlowRow key={flow.id} flow={flow} onRun={() => setRunOf(flow)} />
          ))}
        </Table.Tbody>
      </ListTable>
      {runOf && <RunDialog flow={runOf} onClose={() => setRunOf(null)} />}
    </Paper>
  );
}

function FlowRow({ flow, onRun }: { flow: FlowSummary; onRun: () => void }) {
  const t = useTexts(flowsTexts);
  const format = useFormat();
  const canEdit = useCanEdit();
  const isPublished = flow.publishedVersion !== null;
  return (
    <Table.Tr>
      <Table.Td maw={320}>
        <AnchorLink to="/flows/$id" params={{ id: flow.id }} fw={600} size="sm" c="var(--mantine-color-text)">
          {flow.name}
        </AnchorLink>
        <Text size="xs" c="dimmed">
          {t('edited', { ago: format.ago(flow.updatedAt) })}
        </Text>
      </Table.Td>
      <Table.Td>
        <Route sources={flow.sources} deliveries={flow.deliveries} />
      </Table.Td>
      <Table.Td>
        <Versions flow={flow} />
      </Table.Td>
      <Table.Td>{flow.publishedVersion !== null && <Starts flow={flow} />}</Table.Td>
      <Table.Td>
        <LastRun run={flow.lastRun} />
      </Table.Td>
      <Table.Td>
        <Group gap={4} justify="flex-end" wrap="nowrap">
          <Tooltip label={t('publishFirst')} disabled={isPublished}>
            <Button
              variant="light"
              size="xs"
              leftSection={<IconPlayerPlay size={14} aria-hidden />}
              aria-label={t('runFlow', { name: flow.name })}
              disabled={!isPublished || !canEdit}
              onClick={onRun}
            >
              {t('run')}
            </Button>
          </Tooltip>
          <FlowMenu flow={flow} />
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

function Versions({ flow }: { flow: FlowSummary }) {
  const t = useTexts(flowsTexts);
  if (flow.publishedVersion === null) {
    return (
      <Badge variant="light" color="gray" tt="none" miw="max-content">
        {t('unpublished')}
      </Badge>
    );
  }
  return (
    <Stack gap={4} align="flex-start">
      <Badge variant="light" tt="none">
        {t('version', { number: flow.publishedVersion })}
      </Badge>
      {flow.hasUnpublishedChanges && (
        <Text size="xs" c="orange">
          {t('changes')}
        </Text>
      )}
    </Stack>
  );
}

function LastRun({ run }: { run: FlowSummary['lastRun'] }) {
  const t = useTexts(flowsTexts);
  const format = useFormat();
  if (!run) {
    return (
      <Text size="sm" c="dimmed">
        {t('neverRan')}
      </Text>
    );
  }
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <AnchorLink to="/runs/$id" params={{ id: run.id }} size="sm">
          {format.ago(run.startedAt)}
        </AnchorLink>
        <StatusBadge status={run.status} />
      </Group>
      <OutcomeBadges counts={run.counts} />
    </Stack>
  );
}
