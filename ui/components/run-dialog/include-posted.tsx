import { Alert, Skeleton, Stack, Switch, Text, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '#ui/api/queries.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { Money } from '../money.tsx';
import type { ChosenPeriod } from './period-field.tsx';
import { runDialogTexts } from './texts.ts';

/** Whether a run books again what was posted, and why. */
export interface BookAgain {
  readonly includePosted: boolean;
  readonly reason: string | null;
}
export const NOT_AGAIN: BookAgain = { includePosted: false, reason: null };
const SHORTEST_REASON = 5;

export function isReasoned({ includePosted, reason }: BookAgain): boolean {
  return !includePosted || (reason ?? '').trim().length >= SHORTEST_REASON;
}

interface Props {
  readonly flow: string;
  readonly period: ChosenPeriod;
  readonly value: BookAgain;
  readonly onChange: (value: BookAgain) => void;
}

/** A deliberate choice: says how much is in the books already, and asks for a reason. */
export function IncludePosted({ flow, period, value, onChange }: Props) {
  const t = useTexts(runDialogTexts);
  return (
    <Stack gap="sm">
      <Switch
        label={t('includePosted')}
        description={t('includePostedHelp')}
        checked={value.includePosted}
        onChange={(event) => onChange(event.currentTarget.checked ? { includePosted: true, reason: '' } : NOT_AGAIN)}
      />
      {value.includePosted && (
        <>
          <Posted flow={flow} period={period} />
          <Textarea
            label={t('reason')}
            description={t('reasonHelp')}
            required
            maxLength={500}
            autosize
            minRows={2}
            value={value.reason ?? ''}
            onChange={(event) => onChange({ includePosted: true, reason: event.currentTarget.value })}
          />
        </>
      )}
    </Stack>
  );
}

function Posted({ flow, period }: Pick<Props, 'flow' | 'period'>) {
  const t = useTexts(runDialogTexts);
  const query = useQuery(apiQuery('sumPostings', { query: { flow, state: 'posted', ...(period ?? {}) } }));
  const sums = query.data?.sums ?? [];
  const count = sums.reduce((all, sum) => all + sum.count, 0);
  if (query.isPending) return <Skeleton h={60} />;
  return (
    <Alert color={count === 0 ? 'gray' : 'orange'} icon={<IconAlertTriangle aria-hidden />} role="status">
      <Text size="sm" fw={600}>
        {t('includedCount', { count })}
      </Text>
      {sums.map(({ currency, amount }) => (
        <Text key={currency} size="sm">
          <Money amount={amount} currency={currency} />
        </Text>
      ))}
      {count > 0 && <Text size="sm">{t('includedWarning')}</Text>}
    </Alert>
  );
}
