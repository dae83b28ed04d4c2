import { Group, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { ListTable } from '#ui/components/list-table.tsx';
import { Money } from '#ui/components/money.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import type { TableProps } from './box-table.tsx';
import { FigureButton } from './figure-button.tsx';
import { vatReturnTexts } from './texts.ts';

/** What is in boxes, rightly in none, and in none for want of knowledge: together, all lines to the cent. */
export function ControlTable({ of, onOpen }: TableProps) {
  const t = useTexts(vatReturnTexts);
  const { base, vat } = of.totals;
  const isEqual = base.isEqual && vat.isEqual;
  return (
    <>
      <ListTable horizontalSpacing="md" verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('controlled')}</Table.Th>
            <Table.Th ta="right">{t('base')}</Table.Th>
            <Table.Th ta="right">{t('vat')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {(['placed', 'elsewhere', 'unplaced'] as const).map((placing) => (
            <Table.Tr key={placing}>
              <Table.Td>{t(placing)}</Table.Td>
              {([base, vat] as const).map((totals, index) => (
                <Table.Td key={index === 0 ? 'base' : 'vat'} className="amount">
                  <FigureButton
                    {...totals[placing]}
                    name={`${t(placing)}, ${t(index === 0 ? 'base' : 'vat')}`}
                    onOpen={() => onOpen({ placing, side: index === 0 ? 'base' : 'vat' })}
                  />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
          <Table.Tr fw={650}>
            <Table.Td>{t('all')}</Table.Td>
            <Table.Td className="amount">
              <Money amount={base.all.amount} currency={of.currency} />
            </Table.Td>
            <Table.Td className="amount">
              <Money amount={vat.all.amount} currency={of.currency} />
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </ListTable>
      <Group gap="xs" px="md" py="sm" wrap="nowrap" role="status">
        {isEqual ? (
          <IconCircleCheck size={18} color="var(--mantine-color-teal-6)" aria-hidden />
        ) : (
          <IconAlertTriangle size={18} color="var(--mantine-color-red-6)" aria-hidden />
        )}
        <Text size="sm" c={isEqual ? 'dimmed' : 'red'}>
          {t(isEqual ? 'equal' : 'unequal')}
        </Text>
      </Group>
    </>
  );
}
