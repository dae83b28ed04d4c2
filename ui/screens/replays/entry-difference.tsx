import { Stack, Table, Text } from '@mantine/core';
import type { EntryChange, LineChange } from '#schemas/entry-diff.ts';
import { Money } from '#ui/components/money.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { replayTexts } from './texts.ts';

interface Props {
  readonly entry: EntryChange;
  /** Label of the source document. */
  readonly label: string;
}

/** What differs in one entry: its head, and the accounts on which it books otherwise. */
export function EntryDifference({ entry, label }: Props) {
  const t = useTexts(replayTexts);
  const format = useFormat();
  const { change, head, lines, detailsChanged } = entry;
  return (
    <Stack gap={4}>
      {change !== 'changed' && (
        <Text size="sm" fw={550}>
          {t(`entry_${change}`)}
        </Text>
      )}
      {head.map(({ field, before, after }) => {
        const show = (value: string | null) => (field === 'date' && value ? format.shortDay(value) : (value ?? '–'));
        return (
          <Text key={field} size="sm">
            <Text span c="dimmed">
              {t(`head_${field}`)}
            </Text>{' '}
            <s>{show(before)}</s> → {show(after)}
          </Text>
        );
      })}
      {detailsChanged && <Text size="sm">{t('details')}</Text>}
      {lines.length > 0 && <LinesTable label={t('linesOf', { label })} lines={lines} />}
    </Stack>
  );
}

function LinesTable({ label, lines }: { readonly label: string; readonly lines: readonly LineChange[] }) {
  const t = useTexts(replayTexts);
  return (
    <Table.ScrollContainer minWidth={620}>
      <Table verticalSpacing={4} aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('account')}</Table.Th>
            <Table.Th>{t('auxiliary')}</Table.Th>
            <Table.Th>{t('vatCode')}</Table.Th>
            <Table.Th ta="end">{t('debitBefore')}</Table.Th>
            <Table.Th ta="end">{t('creditBefore')}</Table.Th>
            <Table.Th ta="end">{t('debitAfter')}</Table.Th>
            <Table.Th ta="end">{t('creditAfter')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ account, auxiliaryAccount, vatCode, before, after }) => (
            <Table.Tr key={`${account}/${auxiliaryAccount}/${vatCode}`}>
              <Table.Td>{account}</Table.Td>
              <Table.Td>{auxiliaryAccount}</Table.Td>
              <Table.Td>{vatCode}</Table.Td>
              <Amount amount={before?.debit ?? null} />
              <Amount amount={before?.credit ?? null} />
              <Amount amount={after?.debit ?? null} />
              <Amount amount={after?.credit ?? null} />
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Amount({ amount }: { readonly amount: string | null }) {
  return (
    <Table.Td ta="end">
      <Money amount={amount} hideZero />
    </Table.Td>
  );
}
