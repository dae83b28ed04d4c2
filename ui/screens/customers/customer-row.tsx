import { ActionIcon, Anchor, Button, Checkbox, Group, Menu, Stack, Table, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { Customer } from '#schemas/api/customers.ts';
import { useCanEdit } from '#ui/api/session.ts';
import { MessageText } from '#ui/components/message-text.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { CustomerStateBadge } from './customer-state.tsx';
import { customerTexts, decisionTexts } from './texts.ts';
import { canCreate, canDecide, isAmbiguous } from './use-customers.ts';

/** What can be asked for from a row. */
export type RowAction = 'create' | 'refuse' | 'link' | 'forget' | 'waiting';

interface Props {
  readonly customer: Customer;
  readonly isSelected: boolean;
  readonly onToggle: () => void;
  readonly onAction: (action: RowAction) => void;
}

/** A long word is cut where its column ends, instead of making the table wider than the window. */
const SHRINKS = { wordBreak: 'break-all' } as const;

export function CustomerRow({ customer, isSelected, onToggle, onAction }: Props) {
  const t = useTexts(customerTexts);
  const format = useFormat();
  const canEdit = useCanEdit();
  const { name, key, vatNumber, email, waiting, updatedAt, state } = customer;
  return (
    <Table.Tr>
      <Table.Td miw={200} maw={280}>
        <Group gap="sm" wrap="nowrap">
          {canEdit && (
            <Checkbox
              size="xs"
              aria-label={t('select', { name })}
              disabled={!canDecide(customer)}
              checked={isSelected}
              onChange={onToggle}
            />
          )}
          <div style={{ minWidth: 0 }}>
            <Text size="sm" fw={550} style={{ overflowWrap: 'anywhere' }}>
              {name}
            </Text>
            <Text size="xs" c="dimmed" lineClamp={1} style={SHRINKS} title={t('key', { key })}>
              {key}
            </Text>
          </div>
        </Group>
      </Table.Td>
      <Table.Td maw={250}>
        <CustomerStateBadge state={state} />
        <Problem customer={customer} onLink={() => onAction('link')} />
      </Table.Td>
      <Table.Td miw={190} maw={240}>
        {vatNumber && <Text size="sm">{vatNumber}</Text>}
        {email && (
          <Text size="sm" c={vatNumber ? 'dimmed' : 'inherit'} lineClamp={1} style={SHRINKS} title={email}>
            {email}
          </Text>
        )}
      </Table.Td>
      <Table.Td maw={220}>
        <InTheBooks customer={customer} />
      </Table.Td>
      <Table.Td>
        {waiting > 0 && (
          <Anchor
            component="button"
            type="button"
            size="sm"
            aria-label={t('waitingOf', { count: waiting, name })}
            style={{ whiteSpace: 'nowrap' }}
            onClick={() => onAction('waiting')}
          >
            {t('waiting', { count: waiting })}
          </Anchor>
        )}
      </Table.Td>
      <Table.Td>
        <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }} title={format.instant(updatedAt)}>
          {format.ago(updatedAt)}
        </Text>
      </Table.Td>
      {canEdit && (
        <Table.Td ta="end">
          <RowMenu customer={customer} onAction={onAction} />
        </Table.Td>
      )}
    </Table.Tr>
  );
}

/** Why the books did not take it, or whom it may be in them: then the remedy is a button. */
function Problem({ customer, onLink }: { readonly customer: Customer; readonly onLink: () => void }) {
  const d = useTexts(decisionTexts);
  const canEdit = useCanEdit();
  const { problem, state } = customer;
  if (!problem || state === 'linked') return null;
  const isLinkable = canEdit && isAmbiguous(customer);
  return (
    <Stack gap={4} mt={4} align="flex-start">
      <MessageText message={problem} size="xs" isBrief={isLinkable} />
      {isLinkable && (
        <Button size="compact-xs" variant="light" onClick={onLink}>
          {d('link')}
        </Button>
      )}
    </Stack>
  );
}

/** Its key there, the accounts that it has there, and which books these are. */
function InTheBooks({ customer }: { readonly customer: Customer }) {
  const t = useTexts(customerTexts);
  const { reference, ledgerAccount, auxiliaryAccount, connection } = customer;
  return (
    <Stack gap={0}>
      {reference && (
        <Text size="sm" fw={550} style={{ overflowWrap: 'anywhere' }}>
          {reference}
        </Text>
      )}
      {ledgerAccount && <Text size="xs">{t('ledger', { account: ledgerAccount })}</Text>}
      {auxiliaryAccount && <Text size="xs">{t('auxiliary', { account: auxiliaryAccount })}</Text>}
      <Text size="xs" c="dimmed" lineClamp={1} style={SHRINKS} title={connection.name}>
        {connection.name}
      </Text>
    </Stack>
  );
}

function RowMenu({ customer, onAction }: Pick<Props, 'customer' | 'onAction'>) {
  const t = useTexts(customerTexts);
  const d = useTexts(decisionTexts);
  if (customer.state === 'creating') return null;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('actionsOf', { name: customer.name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {canCreate(customer) && <Menu.Item onClick={() => onAction('create')}>{d('create')}</Menu.Item>}
        {canDecide(customer) && customer.state !== 'refused' && (
          <Menu.Item onClick={() => onAction('refuse')}>{d('refuse')}</Menu.Item>
        )}
        <Menu.Item onClick={() => onAction('link')}>{d('link')}</Menu.Item>
        <Menu.Item color="red" onClick={() => onAction('forget')}>
          {d('forget')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
