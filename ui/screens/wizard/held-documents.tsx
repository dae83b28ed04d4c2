import { Badge, Group, Paper, Skeleton, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Run, RunDocument } from '#schemas/api/runs.ts';
import { apiQuery } from '#ui/api/queries.ts';
import { ErrorState } from '#ui/components/error-state.tsx';
import { ListTable } from '#ui/components/list-table.tsx';
import { MessageText } from '#ui/components/message-text.tsx';
import { Money } from '#ui/components/money.tsx';
import { OutcomeBadge } from '#ui/components/outcome-badges.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { wizardTexts } from './texts.ts';

/** More than this is read on the run's own page. */
const SHOWN = 100;

/** What keeps documents from being booked: causes with their remedy first, then the documents. */
export function HeldDocuments({ run }: { run: Run }) {
  const t = useTexts(wizardTexts);
  const list = (outcome: 'held' | 'failed') =>
    apiQuery('listRunDocuments', { params: { id: run.id }, query: { outcome, limit: SHOWN } });
  const held = useQuery(list('held'));
  const failed = useQuery(list('failed'));
  const error = held.error ?? failed.error;
  const documents = [...(held.data?.items ?? []), ...(failed.data?.items ?? [])];
  return (
    <Stack gap="md">
      {run.causes.map(({ id, outcome, message, count }) => (
        <Paper key={id} withBorder p="md">
          <Group justify="space-between" align="flex-start" wrap="nowrap">
            <MessageText message={message} />
            <Badge variant="light" color={outcome === 'failed' ? 'red' : 'orange'} tt="none" flex="none">
              {t('affected', { count })}
            </Badge>
          </Group>
        </Paper>
      ))}
      {error && <ErrorState error={error} onRetry={() => Promise.all([held.refetch(), failed.refetch()])} />}
      {(held.isPending || failed.isPending) && <Skeleton h={120} />}
      {documents.length > 0 && <DocumentTable documents={documents} />}
    </Stack>
  );
}

function DocumentTable({ documents }: { documents: readonly RunDocument[] }) {
  const t = useTexts(wizardTexts);
  const format = useFormat();
  return (
    <Paper withBorder>
      <ListTable>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('colDocument')}</Table.Th>
            <Table.Th>{t('colDate')}</Table.Th>
            <Table.Th>{t('colParty')}</Table.Th>
            <Table.Th ta="right">{t('colTotal')}</Table.Th>
            <Table.Th>{t('colReason')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {documents.map((document) => (
            <Table.Tr key={document.id}>
              <Table.Td>
                <Group gap="xs">
                  <Text size="sm">{document.number ?? document.label}</Text>
                  <OutcomeBadge outcome={document.outcome} />
                </Group>
              </Table.Td>
              <Table.Td>{document.date ? format.day(document.date.slice(0, 10)) : ''}</Table.Td>
              <Table.Td>{document.party}</Table.Td>
              <Table.Td className="amount">
                <Money amount={document.total} currency={document.currency} />
              </Table.Td>
              <Table.Td>{document.reason && <MessageText message={document.reason} isBrief />}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </ListTable>
    </Paper>
  );
}
