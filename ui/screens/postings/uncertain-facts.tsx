import { Code, Table, Text } from '@mantine/core';
import type { Uncertain } from '#schemas/api/postings.ts';
import { ListTable } from '#ui/components/list-table.tsx';
import { Money } from '#ui/components/money.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { uncertainTexts } from './uncertain-texts.ts';
import { useKindName } from './use-kind-name.ts';

interface Props {
  readonly shown: Uncertain['first'];
  /** Entries of a file carried no reference of their own. */
  readonly isFile: boolean;
}

/** By what one recognises an entry in the target. */
export function UncertainFacts({ shown, isFile }: Props) {
  const t = useTexts(uncertainTexts);
  const format = useFormat();
  const kindName = useKindName();
  return (
    <ListTable verticalSpacing={6} horizontalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('number')}</Table.Th>
          <Table.Th>{t('day')}</Table.Th>
          <Table.Th>{t('customer')}</Table.Th>
          <Table.Th>{t('accounts')}</Table.Th>
          {!isFile && <Table.Th>{t('key')}</Table.Th>}
          <Table.Th ta="right">{t('amount')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {shown.map((one) => (
          <Table.Tr key={one.id}>
            <Table.Td>
              <Text size="sm" fw={600} span>
                {one.number}
              </Text>{' '}
              <Text size="xs" c="dimmed" span>
                {kindName(one.kind)}
              </Text>
            </Table.Td>
            <Table.Td>{format.shortDay(one.day)}</Table.Td>
            <Table.Td>{one.party}</Table.Td>
            <Table.Td>
              <Text size="sm">{one.accounts.join(', ')}</Text>
            </Table.Td>
            {!isFile && (
              <Table.Td>
                <Code style={{ overflowWrap: 'anywhere' }}>{one.idempotencyKey}</Code>
              </Table.Td>
            )}
            <Table.Td className="amount">
              <Money amount={one.amount} currency={one.currency} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </ListTable>
  );
}
