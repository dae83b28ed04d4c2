import { Checkbox, Group, Paper, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { AccountTotal } from '#schemas/api/replays.ts';
import { Money } from '#ui/components/money.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { replayTexts } from './texts.ts';

const NO_DIFFERENCE = '0.00';

/** What both runs book on each account, and by how much that differs. */
export function AccountTotals({ accounts }: { readonly accounts: readonly AccountTotal[] }) {
  const t = useTexts(replayTexts);
  const [onlyMoved, setOnlyMoved] = useState(true);
  if (accounts.length === 0) return null;
  const moved = accounts.filter(({ difference }) => difference !== NO_DIFFERENCE);
  const shown = onlyMoved ? moved : accounts;
  return (
    <Paper component="section" withBorder p="md" aria-label={t('accounts')}>
      <Group justify="space-between" mb="xs">
        <div>
          <Title order={2} fz="md">
            {t('accounts')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('accountsLead')}
          </Text>
        </div>
        <Checkbox
          label={t('onlyMoved')}
          checked={onlyMoved}
          onChange={(event) => setOnlyMoved(event.currentTarget.checked)}
        />
      </Group>
      {shown.length === 0 ? <Text size="sm">{t('noneMoved')}</Text> : <TotalsTable accounts={shown} />}
    </Paper>
  );
}

function TotalsTable({ accounts }: { readonly accounts: readonly AccountTotal[] }) {
  const t = useTexts(replayTexts);
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('account')}</Table.Th>
            <Table.Th ta="end">{t('debitBefore')}</Table.Th>
            <Table.Th ta="end">{t('creditBefore')}</Table.Th>
            <Table.Th ta="end">{t('debitAfter')}</Table.Th>
            <Table.Th ta="end">{t('creditAfter')}</Table.Th>
            <Table.Th ta="end">{t('difference')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {accounts.map(({ account, currency, before, after, difference }) => (
            <Table.Tr key={`${account}/${currency}`}>
              <Table.Td>{account}</Table.Td>
              <Amount amount={before.debit} />
              <Amount amount={before.credit} />
              <Amount amount={after.debit} />
              <Amount amount={after.credit} />
              <Table.Td ta="end" fw={600}>
                <Money amount={difference} currency={currency} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Amount({ amount }: { readonly amount: string }) {
  return (
    <Table.Td ta="end">
      <Money amount={amount} hideZero />
    </Table.Td>
  );
}
