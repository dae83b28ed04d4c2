import './source-document.css';
import { Table, Text } from '@mantine/core';
import { formatAmount, sum } from '#schemas/money.ts';
import { Money } from '#ui/components/money.tsx';
import { formatDecimals, useFormat } from '#ui/i18n/format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import type { SaleParts } from './sale-parts.ts';
import { SourceRow, type Tracing } from './source-row.tsx';
import { sourceTexts } from './texts.ts';
import type { Part } from './trace.ts';

interface Props extends Tracing {
  readonly sale: SaleParts;
}

/** A sale as an invoice shows it: lines, taxes, total, payments; beside each what it was booked on. */
export function SourceSheet({ sale, ...tracing }: Props) {
  const t = useTexts(sourceTexts);
  return (
    <Table.ScrollContainer minWidth={460}>
      <Table verticalSpacing={6} horizontalSpacing={8} aria-label={t('caption', { number: sale.number })}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('line')}</Table.Th>
            <Table.Th ta="end">{t('quantity')}</Table.Th>
            <Table.Th ta="end">{t('net')}</Table.Th>
            <Table.Th ta="end">{t('vat')}</Table.Th>
            <Table.Th>{t('bookedAs')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sale.lines.map((line) => (
            <SourceRow key={line.id} part={{ part: 'line', id: line.id }} {...tracing}>
              <LineCells line={line} />
            </SourceRow>
          ))}
          <SumRows sale={sale} {...tracing} />
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function LineCells({ line }: { readonly line: SaleParts['lines'][number] }) {
  const t = useTexts(sourceTexts);
  const format = useFormat();
  const { description, quantity, discountAmount, netAmount, taxes, sku } = line;
  const isReduced = !/^-?0*(\.0*)?$/.test(discountAmount);
  return (
    <>
      <Table.Td>
        <Text size="sm">{description}</Text>
        <Text size="xs" c="dimmed">
          {[sku, isReduced && t('discount', { amount: format.money(discountAmount) })].filter(Boolean).join(' · ')}
        </Text>
      </Table.Td>
      <Table.Td ta="end">{format.money(quantity).replace(/[.,]0+$/, '')}</Table.Td>
      <Table.Td ta="end">
        <Money amount={netAmount} />
      </Table.Td>
      <Table.Td ta="end">
        <Money amount={formatAmount(sum(taxes.map((tax) => tax.amount)))} />
      </Table.Td>
    </>
  );
}

/** What stands under the lines, each with the part that entries name it by. */
function SumRows({ sale, ...tracing }: Props) {
  const t = useTexts(sourceTexts);
  const language = useLanguage();
  const rest: Part = { part: 'unallocated', id: sale.id };
  const difference: Part = { part: 'difference', id: sale.id };
  return (
    <>
      {sale.taxes.map((tax) => (
        <SourceRow key={`tax/${tax.id}`} part={{ part: 'tax', id: tax.id }} {...tracing}>
          <SumCells label={`${tax.name} (${formatDecimals(tax.rate, language)} %)`} amount={tax.amount} />
        </SourceRow>
      ))}
      {tracing.linesOf(rest).length > 0 && (
        <SourceRow part={rest} {...tracing}>
          <SumCells label={t('unallocated')} amount={null} />
        </SourceRow>
      )}
      {tracing.linesOf(difference).length > 0 && (
        <SourceRow part={difference} {...tracing}>
          <SumCells label={t('difference')} amount={null} />
        </SourceRow>
      )}
      <SourceRow part={{ part: 'total', id: sale.id }} isSum {...tracing}>
        <SumCells label={t('total')} amount={sale.total} currency={sale.currency} />
      </SourceRow>
      {sale.payments.map((payment) => (
        <SourceRow key={`payment/${payment.id}`} part={{ part: 'payment', id: payment.id }} {...tracing}>
          <SumCells label={t('paidBy', { method: payment.methodTitle })} amount={payment.amount} />
        </SourceRow>
      ))}
      {sale.giftCards.map((card) => (
        <SourceRow key={`card/${card.id}`} part={{ part: 'gift-card', id: card.id }} {...tracing}>
          <SumCells label={t('giftCard', { code: card.code })} amount={card.amount} />
        </SourceRow>
      ))}
    </>
  );
}

interface SumProps {
  readonly label: string;
  readonly amount: string | null;
  readonly currency?: string;
}

function SumCells({ label, amount, currency }: SumProps) {
  return (
    <>
      <Table.Td colSpan={2} ta="end">
        {label}
      </Table.Td>
      <Table.Td colSpan={2} ta="end">
        <Money amount={amount} currency={currency ?? null} />
      </Table.Td>
    </>
  );
}
