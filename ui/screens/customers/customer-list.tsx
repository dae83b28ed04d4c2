import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Customer } from '#schemas/api/customers.ts';
import { ErrorState } from '#ui/components/error-state.tsx';
import { PageSkeleton } from '#ui/components/page-skeleton.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { RetryProgress } from '#ui/screens/holds/retry-progress.tsx';
import type { RowAction } from './customer-row.tsx';
import { type CustomerSearch, type CustomerView, filterOf } from './customer-search.ts';
import { CustomerTable } from './customer-table.tsx';
import { ForgetDialog } from './forget-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { NoCustomers } from './no-customers.tsx';
import { RefuseDialog } from './refuse-dialog.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { customerTexts } from './texts.ts';
import { idOf, useCustomers } from './use-customers.ts';
import { useDecide } from './use-decide.ts';
import { WaitingDrawer } from './waiting-drawer.tsx';

interface Props {
  readonly view: CustomerView;
  readonly search: CustomerSearch;
  /** Runs that this visit started. */
  readonly runs: readonly string[];
  readonly onRuns: (runs: readonly string[]) => void;
  readonly onGo: (search: CustomerSearch) => void;
}

type Opened = { readonly action: 'refuse' | 'link' | 'forget' | 'waiting'; readonly of: readonly Customer[] };

/** The customers of a view, what can be done with them, and the runs that this started. */
export function CustomerList({ view, search, runs, onRuns, onGo }: Props) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<Opened | null>(null);
  const customers = useCustomers(view, search);
  const done = (started: readonly string[]) => {
    setSelected(new Set());
    onRuns([...new Set([...runs, ...started])]);
  };
  const { decide, isPending } = useDecide(done);
  const isFiltered = Object.keys(filterOf(search)).length > 0;
  const chosen = customers.items.filter((customer) => selected.has(idOf(customer)));
  const act = (customer: Customer, action: RowAction) => {
    if (action === 'create') decide([customer], 'approve');
    else setOpened({ action, of: [customer] });
  };
  return (
    <Stack>
      <RetryProgress runs={runs} onHide={(run) => onRuns(runs.filter((one) => one !== run))} />
      <SelectionBar
        chosen={chosen}
        isBusy={isPending}
        onCreate={(creatable) => decide(creatable, 'approve')}
        onRefuse={() => setOpened({ action: 'refuse', of: chosen })}
        onClear={() => setSelected(new Set())}
      />
      {customers.isPending && <PageSkeleton />}
      {customers.isError && <ErrorState error={customers.error} onRetry={customers.refetch} />}
      {customers.isSuccess && customers.items.length === 0 && (
        <NoCustomers
          isFiltered={isFiltered || view !== 'asked'}
          onClear={() => onGo({ view: isFiltered ? view : 'all' })}
          onShowAll={() => onGo({ view: 'all' })}
        />
      )}
      {customers.items.length > 0 && (
        <CustomerTable customers={customers.items} selected={selected} onSelect={setSelected} onAction={act} />
      )}
      <More customers={customers} />
      {opened && <Dialogs opened={opened} onClose={() => setOpened(null)} onDone={done} />}
    </Stack>
  );
}

interface DialogProps {
  readonly opened: Opened;
  readonly onClose: () => void;
  readonly onDone: (runs: readonly string[]) => void;
}

function Dialogs({ opened: { action, of }, onClose, onDone }: DialogProps) {
  const [first] = of;
  if (!first) return null;
  if (action === 'refuse') return <RefuseDialog customers={of} onClose={onClose} onDone={onDone} />;
  if (action === 'link') return <LinkDialog customer={first} onClose={onClose} onStarted={onDone} />;
  if (action === 'forget') return <ForgetDialog customer={first} onClose={onClose} />;
  return <WaitingDrawer customer={first} onClose={onClose} />;
}

function More({ customers }: { readonly customers: ReturnType<typeof useCustomers> }) {
  const t = useTexts(customerTexts);
  const format = useFormat();
  const { items, total, hasNextPage } = customers;
  if (!hasNextPage) return null;
  return (
    <Group justify="space-between">
      <Text size="sm" c="dimmed" role="status">
        {t('shown', { shown: format.count(items.length), total: format.count(total ?? items.length) })}
      </Text>
      <Button
        variant="default"
        size="xs"
        loading={customers.isFetchingNextPage}
        onClick={() => void customers.fetchNextPage()}
      >
        {t('more')}
      </Button>
    </Group>
  );
}
