import { Group, Table, Text } from '@mantine/core';
import type { ReviewEntry } from '#schemas/api/runs.ts';
import { entrySums } from '#ui/components/entries-table/entry-rows.ts';
import { Money } from '#ui/components/money.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { documentTexts } from './texts.ts';

/** One entry, as compact as a bookkeeping slip. */
export function EntrySheet({ entry }: { readonly entry: ReviewEntry['entry'] }) {
  const t = useTexts(documentTexts);
  const format = useFormat();
  const sums = entrySums(entry);
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Text size="sm" fw={600}>
          {entry.journal} {entry.pieceNumber}
        </Text>
        <Text size="sm" c="dimmed">
          {format.day(entry.date)}
        </Text>
      </Group>
      <Table.ScrollContainer minWidth={320}>
        <Table verticalSpacing={4} horizontalSpacing={8}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('account')}</Table.Th>
              <Table.Th>{t('label')}</Table.Th>
              <Table.Th ta="end">{t('debit')}</Table.Th>
              <Table.Th ta="end">{t('credit')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {[...entry.lines.entries()].map(([position, line]) => (
              <Table.Tr key={`${entry.id}/${position}`}>
                <Table.Td>{[line.account, line.auxiliaryAccount].filter(Boolean).join(' / ')}</Table.Td>
                <Table.Td>{line.label}</Table.Td>
                <Table.Td ta="end">
                  <Money amount={line.debit} hideZero />
                </Table.Td>
                <Table.Td ta="end">
                  <Money amount={line.credit} hideZero />
                </Table.Td>
              </Table.Tr>
            ))}
            <Table.Tr fw={650}>
              <Table.Td colSpan={2} />
              <Table.Td ta="end">
                <Money amount={sums.debit} />
              </Table.Td>
              <Table.Td ta="end">
                <Money amount={sums.credit} />
              </Table.Td>
            </Table.Tr>
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </div>
  );
}
