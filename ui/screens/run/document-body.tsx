import { Spoiler, Stack, Table, Text } from '@mantine/core';
import { formatAmount, sum } from '#schemas/money.ts';
import { type SaleParts, salePartsSchema } from '#ui/components/entries-table/sale-parts.ts';
import { Money } from '#ui/components/money.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { documentTexts } from './texts.ts';

/** A sale as an invoice shows it; any other kind, and all details, as the data that is stored. */
export function DocumentBody({ body }: { readonly body: unknown }) {
  const t = useTexts(documentTexts);
  if (body === null || body === undefined) return <Text c="dimmed">{t('notRead')}</Text>;
  const parsed = salePartsSchema.safeParse(body);
  return (
    <Stack>
      {parsed.success && <SaleSheet sale={parsed.data} />}
      <Spoiler maxHeight={parsed.success ? 0 : 480} showLabel={t('rawData')} hideLabel={t('close')}>
        <pre className="run-excerpt">{JSON.stringify(body, null, 2)}</pre>
      </Spoiler>
    </Stack>
  );
}

function SaleSheet({ sale }: { readonly sale: SaleParts }) {
  const t = useTexts(documentTexts);
  const format = useFormat();
  return (
    <Table.ScrollContainer minWidth={320}>
      <Table verticalSpacing={6} horizontalSpacing={8}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('line')}</Table.Th>
            <Table.Th ta="end">{t('quantity')}</Table.Th>
            <Table.Th ta="end">{t('net')}</Table.Th>
            <Table.Th ta="end">{t('vat')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sale.lines.map((line) => (
            <Table.Tr key={line.id}>
              <Table.Td>{line.description}</Table.Td>
              <Table.Td ta="end">{format.money(line.quantity).replace(/[.,]0+$/, '')}</Table.Td>
              <Table.Td ta="end">
                <Money amount={line.netAmount} />
              </Table.Td>
              <Table.Td ta="end">
                <Money amount={formatAmount(sum(line.taxes.map((tax) => tax.amount)))} />
              </Table.Td>
            </Table.Tr>
          ))}
          {sale.taxes.map((tax) => (
            <Total key={tax.id} label={`${tax.name} (${tax.rate} %)`} amount={tax.amount} />
          ))}
          <Total label={t('total')} amount={sale.total} currency={sale.currency} isStrong />
          {sale.payments.map((payment) => (
            <Total key={payment.id} label={t('paidBy', { method: payment.methodTitle })} amount={payment.amount} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

interface TotalProps {
  readonly label: string;
  readonly amount: string;
  readonly currency?: string;
  readonly isStrong?: boolean;
}

function Total({ label, amount, currency, isStrong = false }: TotalProps) {
  return (
    <Table.Tr fw={isStrong ? 650 : 400}>
      <Table.Td colSpan={2} ta="end" {...(isStrong ? {} : { c: 'dimmed' })}>
        {label}
      </Table.Td>
      <Table.Td colSpan={2} ta="end">
        <Money amount={amount} currency={currency ?? null} />
      </Table.Td>
    </Table.Tr>
  );
}
