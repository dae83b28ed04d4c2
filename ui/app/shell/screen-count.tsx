import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '#ui/api/queries.ts';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { shellTexts } from './texts.ts';

/** Others' runs change what waits: it is looked up again this often. */
const REFRESH_MS = 30_000;

interface CountProps {
  readonly count: number;
  /** What the figure counts, for who cannot see where it stands. */
  readonly label: string;
}

function Count({ count, label }: CountProps) {
  const format = useFormat();
  if (count === 0) return null;
  return (
    <Badge size="sm" color="orange" variant="light" circle={count < 10} aria-label={label}>
      {format.count(count)}
    </Badge>
  );
}

/** How many documents wait to be mended, beside the name of their screen. */
export function HoldCount() {
  const t = useTexts(shellTexts);
  const { data } = useQuery({ ...apiQuery('countHolds', {}), refetchInterval: REFRESH_MS });
  const count = data?.waiting ?? 0;
  return <Count count={count} label={t('waiting', { count })} />;
}

/** How many customers somebody has to decide about. */
export function CustomerCount() {
  const t = useTexts(shellTexts);
  const { data } = useQuery({ ...apiQuery('listCustomers', { query: { limit: 1 } }), refetchInterval: REFRESH_MS });
  const count = data?.counts.asked ?? 0;
  return <Count count={count} label={t('customersAsked', { count })} />;
}

/** How many postings wait for somebody to look into their target. */
export function UncertainCount() {
  const t = useTexts(shellTexts);
  const { data } = useQuery({ ...apiQuery('countUncertain', {}), refetchInterval: REFRESH_MS });
  const count = data?.count ?? 0;
  return <Count count={count} label={t('uncertain', { count })} />;
}

/** How many days of some flow do not agree with their source. */
export function AlarmCount() {
  const t = useTexts(shellTexts);
  const { data } = useQuery({ ...apiQuery('listCompletenessAlarms', { query: {} }), refetchInterval: REFRESH_MS });
  const count = data?.open ?? 0;
  return <Count count={count} label={t('alarms', { count })} />;
}
