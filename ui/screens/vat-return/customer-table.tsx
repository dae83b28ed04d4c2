import { Table, Text } from '@mantine/core';
import { ListTable } from '#ui/components/list-table.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import type { TableProps } from './box-table.tsx';
import { FigureButton } from './figure-button.tsx';
import { vatReturnTexts } from './texts.ts';

/** Businesses elsewhere in the EU that were sold to without VAT, for the list of such customers. */
export function CustomerTable({ of, onOpen }: TableProps) {
  const t = useTexts(vatReturnTexts);
  return (
    <ListTable horizontalSpacing="md" verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('number')}</Table.Th>
          <Table.Th>{t('customer')}</Table.Th>
          <Table.Th>{t('code')}</Table.Th>
          <Table.Th ta="right">{t('base')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {of.customers.map(({ number, name, code, amount, lines }) => (
          <Table.Tr key={`${number}:${code}`}>
            <Table.Td>
              {number ?? (
                <Text size="sm" c="orange">
                  {t('noNumber')}
                </Text>
              )}
            </Table.Td>
            <Table.Td>{name}</Table.Td>
            <Table.Td>{t(`code_${code}`)}</Table.Td>
            <Table.Td className="amount">
              <FigureButton
                amount={amount}
                lines={lines}
                name={`${number ?? t('noNumber')} ${code}`}
                onOpen={() => onOpen({ customer: `${number ?? ''}:${code}` })}
              />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </ListTable>
  );
}
