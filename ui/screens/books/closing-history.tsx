import { Paper, Table, Text, Title } from '@mantine/core';
import type { ClosedPeriodChange } from '#schemas/api/closed-periods.ts';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { closedPeriodTexts } from './texts.ts';

/** Who closed or opened what, when and why; newest first. */
export function ClosingHistory({ history }: { readonly history: readonly ClosedPeriodChange[] }) {
  const t = useTexts(closedPeriodTexts);
  const format = useFormat();
  const day = (value: string | null) => (value === null ? t('nothing') : format.day(value));
  return (
    <Paper withBorder p="md" component="section" aria-label={t('history')}>
      <Title order={2} size="h3" mb="xs">
        {t('history')}
      </Title>
      {history.length === 0 ? (
        <Text c="dimmed">{t('noHistory')}</Text>
      ) : (
        <Table.ScrollContainer minWidth={640}>
          <Table verticalSpacing={6} aria-label={t('history')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('when')}</Table.Th>
                <Table.Th>{t('who')}</Table.Th>
                <Table.Th>{t('scope')}</Table.Th>
                <Table.Th>{t('from')}</Table.Th>
                <Table.Th>{t('to')}</Table.Th>
                <Table.Th>{t('reason')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {history.map((change) => (
                <Table.Tr key={change.id}>
                  <Table.Td>{format.shortInstant(change.at)}</Table.Td>
                  <Table.Td>{change.by}</Table.Td>
                  <Table.Td>{change.flow?.name ?? t('workspace')}</Table.Td>
                  <Table.Td>{day(change.before)}</Table.Td>
                  <Table.Td fw={500}>{day(change.closedUntil)}</Table.Td>
                  <Table.Td>{change.reason}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Paper>
  );
}
