import { Button, Group, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { IconCalendar, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import type { Message } from '#schemas/messages.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { useCanEdit } from '#ui/api/session.ts';
import { MessageText } from '#ui/components/message-text.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import type { ControlSearch } from './control-search.ts';
import { controlTexts } from './texts.ts';

interface Check {
  readonly checkedAt: string;
  readonly problem: Message | null;
}

interface Props {
  readonly flows: readonly { readonly value: string; readonly label: string }[];
  readonly flow: string;
  readonly search: ControlSearch;
  readonly check: Check | null;
  readonly onChange: (search: ControlSearch) => void;
}

/** Without some keys of the search: an optional key is absent, never undefined. */
function without(search: ControlSearch, keys: readonly (keyof ControlSearch)[]): ControlSearch {
  return Object.fromEntries(Object.entries(search).filter(([key]) => !keys.includes(key as keyof ControlSearch)));
}

/** Which flow, which days, and whether figures that agree are shown. */
export function ControlFilters({ flows, flow, search, check, onChange }: Props) {
  const t = useTexts(controlTexts);
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <Select
          aria-label={t('flow')}
          placeholder={t('chooseFlow')}
          searchable
          allowDeselect={false}
          w={{ base: '100%', xs: 280 }}
          data={flows}
          value={flow}
          onChange={(value) => value && onChange({ ...without(search, ['way']), flow: value })}
        />
        <Days search={search} onChange={onChange} />
        <SegmentedControl
          aria-label={t('shown')}
          data={[
            { value: 'differing', label: t('differing') },
            { value: 'all', label: t('everything') },
          ]}
          value={search.all ? 'all' : 'differing'}
          onChange={(value) => onChange({ ...without(search, ['all']), ...(value === 'all' ? { all: true } : {}) })}
        />
        <CheckNow flow={flow} search={search} />
      </Group>
      <LastCheck check={check} />
    </Stack>
  );
}

function Days({ search, onChange }: Pick<Props, 'search' | 'onChange'>) {
  const t = useTexts(controlTexts);
  const [begun, setBegun] = useState<string | null>(null);
  const value: [string | null, string | null] =
    begun === null ? [search.from ?? null, search.to ?? null] : [begun, null];
  return (
    <DatePickerInput
      type="range"
      allowSingleDateInRange
      clearable
      w={{ base: '100%', xs: 270 }}
      valueFormat="DD/MM/YYYY"
      aria-label={t('days')}
      placeholder={t('days')}
      leftSection={<IconCalendar size={16} aria-hidden />}
      value={value}
      onChange={([from, to]) => {
        // A range is known once its second day is.
        setBegun(from !== null && to === null ? from : null);
        if (from !== null && to !== null) onChange({ ...search, from, to });
        if (from === null) onChange(without(search, ['from', 'to']));
      }}
    />
  );
}

const DAY_MS = 86_400_000;
/** The server looks at these days unless told otherwise. */
const USUAL_DAYS = 31;

function CheckNow({ flow, search }: { readonly flow: string; readonly search: ControlSearch }) {
  const t = useTexts(controlTexts);
  const toasts = useToasts();
  const canEdit = useCanEdit();
  const check = useApiMutation('checkCompleteness', ['completeness', 'flows', 'system']);
  if (!canEdit) return null;
  const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
  const body = { from: search.from ?? daysAgo(USUAL_DAYS), to: search.to ?? daysAgo(1) };
  return (
    <Button
      variant="default"
      leftSection={<IconRefresh size={16} aria-hidden />}
      loading={check.isPending}
      onClick={() =>
        check.mutate(
          { params: { id: flow }, body },
          {
            onSuccess: ({ open }) => toasts.done(t('checked', { count: open })),
            onError: (error) => toasts.failed(t('checkFailed'), error),
          },
        )
      }
    >
      {t('check')}
    </Button>
  );
}

function LastCheck({ check }: Pick<Props, 'check'>) {
  const t = useTexts(controlTexts);
  const format = useFormat();
  return (
    <Stack gap={2}>
      <Text size="sm" c="dimmed">
        {check ? t('lastCheck', { ago: format.ago(check.checkedAt) }) : t('neverChecked')}
      </Text>
      {check?.problem && <MessageText message={check.problem} />}
    </Stack>
  );
}
