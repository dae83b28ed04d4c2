import { Drawer, Group, Skeleton, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Customer } from '#schemas/api/customers.ts';
import type { Hold } from '#schemas/api/holds.ts';
import { apiQuery } from '#ui/api/queries.ts';
import { ErrorState } from '#ui/components/error-state.tsx';
import { AnchorLink, ButtonLink } from '#ui/components/links.tsx';
import { ListTable } from '#ui/components/list-table.tsx';
import { Money } from '#ui/components/money.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { waitingTexts } from './texts.ts';

const SHOWN = 100;

/** The documents that wait for a customer. */
export function WaitingDrawer({ customer, onClose }: { readonly customer: Customer; readonly onClose: () => void }) {
  const t = useTexts(waitingTexts);
  return (
    <Drawer
      opened
      position="right"
      size="lg"
      onClose={onClose}
      title={t('title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        <Text size="sm">{t('text', { name: customer.name })}</Text>
        <Documents of={customer} />
        <Group>
          <ButtonLink to="/holds" variant="default" size="xs">
            {t('toHolds')}
          </ButtonLink>
        </Group>
      </Stack>
    </Drawer>
  );
}

function Documents({ of }: { readonly of: Customer }) {
  const t = useTexts(waitingTexts);
  const query = useQuery(apiQuery('listHolds', { query: { customer: of.key, limit: SHOWN } }));
  if (query.isPending) return <Skeleton h={120} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={query.refetch} />;
  const { items, total } = query.data;
  if (items.length === 0) return <Text c="dimmed">{t('none')}</Text>;
  return (
    <>
      <ListTable verticalSpacing={7}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('colNumber')}</Table.Th>
            <Table.Th>{t('colDay')}</Table.Th>
            <Table.Th>{t('colRun')}</Table.Th>
            <Table.Th ta="right">{t('colTotal')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((hold) => (
            <Row key={hold.document} hold={hold} />
          ))}
        </Table.Tbody>
      </ListTable>
      {total !== null && total > items.length && (
        <Text size="xs" c="dimmed">
          {t('shown', { shown: items.length, total })}
        </Text>
      )}
    </>
  );
}

function Row({ hold }: { readonly hold: Hold }) {
  const format = useFormat();
  return (
    <Table.Tr>
      <Table.Td>{hold.number ?? hold.label}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{hold.date && format.shortDay(hold.date)}</Table.Td>
      <Table.Td>
        <AnchorLink to="/runs/$id" params={{ id: hold.run }} size="sm">
          {hold.flow.name}
        </AnchorLink>
      </Table.Td>
      <Table.Td className="amount">
        <Money amount={hold.total} currency={hold.currency} />
      </Table.Td>
    </Table.Tr>
  );
}
