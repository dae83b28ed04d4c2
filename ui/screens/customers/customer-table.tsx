import { Checkbox, Group, Paper, Table } from '@mantine/core';
import type { Customer } from '#schemas/api/customers.ts';
import { useCanEdit } from '#ui/api/session.ts';
import { ListTable } from '#ui/components/list-table.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { CustomerRow, type RowAction } from './customer-row.tsx';
import { customerTexts } from './texts.ts';
import { canDecide, idOf } from './use-customers.ts';

interface Props {
  readonly customers: readonly Customer[];
  /** Ids of the ticked ones. */
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  readonly onAction: (customer: Customer, action: RowAction) => void;
}

export function CustomerTable({ customers, selected, onSelect, onAction }: Props) {
  const t = useTexts(customerTexts);
  const canEdit = useCanEdit();
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect(next);
  };
  return (
    <Paper withBorder>
      <ListTable horizontalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <Group gap="sm" wrap="nowrap">
                {canEdit && <TickAll customers={customers} selected={selected} onSelect={onSelect} />}
                {t('colCustomer')}
              </Group>
            </Table.Th>
            <Table.Th>{t('colState')}</Table.Th>
            <Table.Th>{t('colContact')}</Table.Th>
            <Table.Th>{t('colBooks')}</Table.Th>
            <Table.Th>{t('colWaiting')}</Table.Th>
            <Table.Th>{t('colChanged')}</Table.Th>
            {canEdit && <Table.Th aria-label={t('colActions')} />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {customers.map((customer) => (
            <CustomerRow
              key={idOf(customer)}
              customer={customer}
              isSelected={selected.has(idOf(customer))}
              onToggle={() => toggle(idOf(customer))}
              onAction={(action) => onAction(customer, action)}
            />
          ))}
        </Table.Tbody>
      </ListTable>
    </Paper>
  );
}

function TickAll({ customers, selected, onSelect }: Omit<Props, 'onAction'>) {
  const t = useTexts(customerTexts);
  const ids = customers.filter(canDecide).map(idOf);
  const isAll = ids.length > 0 && ids.every((id) => selected.has(id));
  return (
    <Checkbox
      size="xs"
      aria-label={t('selectAll')}
      disabled={ids.length === 0}
      checked={isAll}
      indeterminate={!isAll && ids.some((id) => selected.has(id))}
      onChange={() => onSelect(new Set(isAll ? [] : ids))}
    />
  );
}
