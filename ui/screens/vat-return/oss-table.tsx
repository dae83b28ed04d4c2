import { Table } from '@mantine/core';
import { ListTable } from '#ui/components/list-table.tsx';
import { formatDecimals } from '#ui/i18n/format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import type { TableProps } from './box-table.tsx';
import { FigureButton } from './figure-button.tsx';
import { vatReturnTexts } from './texts.ts';
import { useCountryName } from './use-period-name.ts';

/** Distance sales to consumers elsewhere in the EU: what the OSS return asks. */
export function OssTable({ of, onOpen }: TableProps) {
  const t = useTexts(vatReturnTexts);
  const language = useLanguage();
  const countryName = useCountryName();
  return (
    <ListTable horizontalSpacing="md" verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('country')}</Table.Th>
          <Table.Th ta="right">{t('rate')}</Table.Th>
          <Table.Th ta="right">{t('base')}</Table.Th>
          <Table.Th ta="right">{t('vat')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {of.oss.map(({ country, rate, ...figures }) => (
          <Table.Tr key={`${country}:${rate}`}>
            <Table.Td>{countryName(country)}</Table.Td>
            <Table.Td className="amount">{formatDecimals(rate, language)} %</Table.Td>
            {(['base', 'vat'] as const).map((side) => (
              <Table.Td key={side} className="amount">
                <FigureButton
                  {...figures[side]}
                  name={`OSS ${countryName(country)} ${formatDecimals(rate, language)} %, ${t(side)}`}
                  onOpen={() => onOpen({ oss: `${country ?? ''}:${rate}`, side })}
                />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </ListTable>
  );
}
