import { Paper, Table, Title } from '@mantine/core';
import type { LiveTotal } from '#schemas/api/controls.ts';
import { Money } from '#ui/components/money.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { controlTexts } from './texts.ts';

/** Days on which the source counts other sales than were read of it. */
export function LiveTable({ rows }: { readonly rows: readonly LiveTotal[] }) {
  const t = useTexts(controlTexts);
  const format = useFormat();
  return (
    <Paper withBorder p="md" component="section" aria-label={t('live')}>
      <Title order={2} size="h3" mb="xs">
        {t('live')}
      </Title>
      <Table.ScrollContainer minWidth={480}>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('day')}</Table.Th>
              <Table.Th ta="right">{t('counted')}</Table.Th>
              <Table.Th ta="right">{t('read')}</Table.Th>
              <Table.Th ta="right">{t('source')}</Table.Th>
              <Table.Th ta="right">{t('total')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ day, currency, counted, read, sourceTotal, readTotal }) => (
              <Table.Tr key={`${day} ${currency}`}>
                <Table.Td>{format.day(day)}</Table.Td>
                <Table.Td ta="right">{format.count(counted)}</Table.Td>
                <Table.Td ta="right">{format.count(read)}</Table.Td>
                <Table.Td ta="right">
                  <Money amount={sourceTotal} currency={currency} />
                </Table.Td>
                <Table.Td ta="right">
                  <Money amount={readTotal} currency={currency} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
