import { List, Table, Text } from '@mantine/core';
import type { ResetPreview } from '#schemas/api/postings.ts';
import { Money } from '#ui/components/money.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { PostingTable } from './posting-table.tsx';
import { resetTexts } from './reset-texts.ts';

function monthName(month: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}

/** What a reset would cover: sums a month, what goes along, what stays, and the first of the postings. */
export function ResetFigures({ preview }: { readonly preview: ResetPreview }) {
  const t = useTexts(resetTexts);
  const format = useFormat();
  const language = useLanguage();
  const { corrected, beyond, undecided, unknown, months, first } = preview;
  const remarks = [
    corrected > 0 && t('corrected', { count: corrected }),
    beyond > 0 && t('beyond', { count: beyond }),
    undecided > 0 && t('undecided', { count: undecided }),
    unknown.length > 0 && t('unknown', { numbers: unknown.join(', ') }),
  ].filter((remark) => remark !== false);
  return (
    <>
      {months.length > 0 && (
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('month')}</Table.Th>
              <Table.Th ta="right">{t('postings')}</Table.Th>
              <Table.Th ta="right">{t('amount')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {months.map(({ month, currency, count, amount }) => (
              <Table.Tr key={`${month}/${currency}`}>
                <Table.Td>{monthName(month, language)}</Table.Td>
                <Table.Td className="amount">{format.count(count)}</Table.Td>
                <Table.Td className="amount">
                  <Money amount={amount} currency={currency} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {remarks.length > 0 && (
        <List size="sm">
          {remarks.map((remark) => (
            <List.Item key={remark}>{remark}</List.Item>
          ))}
        </List>
      )}
      {first.length > 0 && (
        <details>
          <summary>
            <Text size="sm" span>
              {t('first', { count: first.length })}
            </Text>
          </summary>
          <PostingTable postings={first} />
        </details>
      )}
    </>
  );
}
