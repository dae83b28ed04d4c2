import { Badge, Tabs } from '@mantine/core';
import type { CustomerState } from '#schemas/api/customers.ts';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { CUSTOMER_VIEWS, type CustomerView, stateOf } from './customer-search.ts';
import { customerTexts } from './texts.ts';

type Counts = Readonly<Partial<Record<CustomerState, number>>>;

/** How many customers a view has. */
export function countOf(counts: Counts, view: CustomerView): number {
  const state = stateOf(view);
  if (state) return counts[state] ?? 0;
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

interface Props {
  readonly view: CustomerView;
  readonly counts: Counts;
  readonly onView: (view: CustomerView) => void;
  readonly children: React.ReactNode;
}

/** Those to decide, all, and below them only the states that somebody is in. */
export function StateTabs({ view, counts, onView, children }: Props) {
  const t = useTexts(customerTexts);
  const format = useFormat();
  const shown = CUSTOMER_VIEWS.filter(
    (one) => one === 'asked' || one === 'all' || one === view || countOf(counts, one) > 0,
  );
  return (
    <Tabs
      id="customer-states"
      value={view}
      onChange={(value) => onView(CUSTOMER_VIEWS.find((one) => one === value) ?? 'all')}
    >
      <Tabs.List mb="md" aria-label={t('states')}>
        {shown.map((one) => {
          const count = countOf(counts, one);
          return (
            <Tabs.Tab
              key={one}
              value={one}
              rightSection={
                count > 0 && (
                  <Badge size="sm" variant="light" color={one === 'asked' ? 'orange' : 'gray'} circle={count < 10}>
                    {format.count(count)}
                  </Badge>
                )
              }
            >
              {t(`state_${one}`)}
            </Tabs.Tab>
          );
        })}
      </Tabs.List>
      <Tabs.Panel value={view}>{children}</Tabs.Panel>
    </Tabs>
  );
}
