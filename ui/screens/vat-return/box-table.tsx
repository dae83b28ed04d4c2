import { Badge, Table, Text } from '@mantine/core';
import type { VatReturn } from '#schemas/api/vat-returns.ts';
import { ListTable } from '#ui/components/list-table.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { FigureButton } from './figure-button.tsx';
import { vatReturnTexts } from './texts.ts';
import type { VatFigure } from './vat-search.ts';

export interface TableProps {
  readonly of: VatReturn;
  readonly onOpen: (figure: VatFigure) => void;
}

/** The boxes of the return, base and VAT side by side. */
export function BoxTable({ of, onOpen }: TableProps) {
  const t = useTexts(vatReturnTexts);
  const language = useLanguage();
  const boxes = [...Map.groupBy(of.boxes, ({ box }) => box)];
  return (
    <ListTable horizontalSpacing="md" verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={90}>{t('box')}</Table.Th>
          <Table.Th>{t('boxTitle')}</Table.Th>
          <Table.Th ta="right">{t('base')}</Table.Th>
          <Table.Th ta="right">{t('vat')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {boxes.map(([box, figures]) => (
          <Table.Tr key={box}>
            <Table.Td>
              <Badge variant="light" radius="sm" size="lg">
                {box}
              </Badge>
            </Table.Td>
            <Table.Td>
              <Text size="sm">{figures[0]?.title?.[language] ?? t('ownBox')}</Text>
            </Table.Td>
            {(['base', 'vat'] as const).map((side) => {
              const figure = figures.find((one) => one.side === side);
              return (
                <Table.Td key={side} className="amount">
                  <FigureButton
                    amount={figure?.amount ?? '0'}
                    lines={figure?.lines ?? 0}
                    name={`${t('box')} ${box}, ${t(side)}`}
                    onOpen={() => onOpen({ box, side })}
                  />
                </Table.Td>
              );
            })}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </ListTable>
  );
}
