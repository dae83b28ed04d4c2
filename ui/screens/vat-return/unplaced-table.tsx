import { Table, Text } from '@mantine/core';
import { ListTable } from '#ui/components/list-table.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import type { TableProps } from './box-table.tsx';
import { FigureButton } from './figure-button.tsx';
import { vatReturnTexts } from './texts.ts';

/** What stands in no box because nobody knows which: by reason, with what would mend it. */
export function UnplacedTable({ of, onOpen }: TableProps) {
  const t = useTexts(vatReturnTexts);
  return (
    <ListTable horizontalSpacing="md" verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('reason')}</Table.Th>
          <Table.Th ta="right">{t('base')}</Table.Th>
          <Table.Th ta="right">{t('vat')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {of.unplaced.map(({ reason, ...figures }) => (
          <Table.Tr key={reason}>
            <Table.Td maw={620}>
              <Text size="sm">{t(`reason_${reason}`)}</Text>
            </Table.Td>
            {(['base', 'vat'] as const).map((side) => (
              <Table.Td key={side} className="amount">
                <FigureButton
                  {...figures[side]}
                  name={`${t('unplaced')}, ${t(side)}`}
                  onOpen={() => onOpen({ reason, side })}
                />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </ListTable>
  );
}
