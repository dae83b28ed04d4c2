import { Stack, Table, Text } from '@mantine/core';
import type { EntryChange, LineChange } from '#schemas/entry-diff.ts';
import { Money } from '#ui/components/money.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { booksTexts } from './texts.ts';

/** What one entry would book otherwise: its head, then account by account what is booked and what it would be. */
export function EntryChangeView({ entry, label }: { readonly entry: EntryChange; readonly label: string }) {
  const t = useTexts(booksTexts);
  const format = useFormat();
  return (
    <Stack gap={4}>
      {entry.head.map(({ field, before, after }) => {
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
      {entry.detailsChanged && <Text size="sm">{t('details')}</Text>}
      {entry.lines.length > 0 && <ChangedLines lines={entry.lines} label={t('linesOf', { label })} />}
    </Stack>
  );
}

function ChangedLines({ lines, label }: { readonly lines: readonly LineChange[]; readonly label: string }) {
  const t = useTexts(booksTexts);
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table verticalSpacing={4} aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('account')}</Table.Th>
            <Table.Th>{t('auxiliary')}</Table.Th>
            <Table.Th>{t('vatCode')}</Table.Th>
            {(['debitBefore', 'creditBefore', 'debitAfter', 'creditAfter'] as const).map((name) => (
              <Table.Th key={name} ta="end">
                {t(name)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ account, auxiliaryAccount, vatCode, before, after }) => (
            <Table.Tr key={`${account}/${auxiliaryAccount}/${vatCode}`}>
              <Table.Td>{account}</Table.Td>
              <Table.Td>{auxiliaryAccount}</Table.Td>
              <Table.Td>{vatCode}</Table.Td>
              <Side amount={before?.debit} />
              <Side amount={before?.credit} />
              <Side amount={after?.debit} />
              <Side amount={after?.credit} />
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Side({ amount }: { readonly amount: string | undefined }) {
  return (
    <Table.Td ta="end">
      <Money amount={amount ?? null} hideZero />
    </Table.Td>
  );
}
