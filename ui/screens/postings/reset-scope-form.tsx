import { Alert, Button, Group, Radio, Select, Stack, Textarea } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ResetScope } from '#schemas/api/postings.ts';
import { apiQuery } from '#ui/api/queries.ts';
import { ProblemAlert } from '#ui/components/problem-alert.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { resetTexts } from './reset-texts.ts';

type Kind = 'selected' | 'list' | 'period' | 'flow';
interface Answers {
  readonly kind: Kind;
  readonly flow: string | null;
  readonly numbers: string;
  readonly days: [string | null, string | null];
}

/** "61, 62" or one a line. */
function numbersIn(text: string): string[] {
  return [...new Set(text.split(/[,;\n]/).map((number) => number.trim()))].filter((number) => number !== '');
}

/** What the answers ask for; null while they are not complete. */
function scopeOf({ kind, flow, numbers, days }: Answers, selected: ReadonlyMap<string, string>): ResetScope | null {
  if (flow === null) return null;
  const [from, to] = days;
  if (kind === 'flow') return { kind, flow };
  if (kind === 'period') return from && to ? { kind, flow, from, to } : null;
  if (kind === 'selected') return { kind: 'list', flow, ids: [...selected.keys()], numbers: [] };
  const list = numbersIn(numbers);
  return list.length > 0 ? { kind, flow, ids: [], numbers: list } : null;
}

interface Props {
  readonly selected: ReadonlyMap<string, string>;
  readonly flow: string | null;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onShow: (scope: ResetScope) => void;
  readonly onClose: () => void;
}

export function ResetScopeForm({ selected, flow: filtered, isBusy, error, onShow, onClose }: Props) {
  const t = useTexts(resetTexts);
  const flows = useQuery(apiQuery('listFlows', {})).data?.items ?? [];
  const ofSelection = [...new Set(selected.values())];
  const [answers, setAnswers] = useState<Answers>({
    kind: selected.size > 0 ? 'selected' : 'list',
    flow: ofSelection[0] ?? filtered ?? null,
    numbers: '',
    days: [null, null],
  });
  const flow = answers.flow ?? (flows.length === 1 ? (flows[0]?.id ?? null) : null);
  const set = (change: Partial<Answers>) => setAnswers({ ...answers, ...change });
  const scope = scopeOf({ ...answers, flow }, selected);
  const kinds: Kind[] = selected.size > 0 ? ['selected', 'list', 'period', 'flow'] : ['list', 'period', 'flow'];
  return (
    <Stack>
      <Select
        label={t('flow')}
        description={t('flowHelp')}
        searchable
        data={flows.map(({ id, name }) => ({ value: id, label: name }))}
        value={flow}
        onChange={(next) => set({ flow: next })}
      />
      <Radio.Group
        label={t('what')}
        value={answers.kind}
        onChange={(name) => set({ kind: kinds.find((known) => known === name) ?? 'list' })}
      >
        <Stack gap={8} mt="xs">
          {kinds.map((kind) => (
            <Radio
              key={kind}
              value={kind}
              label={kind === 'selected' ? t('kind_selected', { count: selected.size }) : t(`kind_${kind}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {answers.kind === 'selected' && ofSelection.length > 1 && (
        <Alert color="orange">{t('severalFlows', { name: flows.find(({ id }) => id === flow)?.name ?? '' })}</Alert>
      )}
      {answers.kind === 'list' && (
        <Textarea
          label={t('numbers')}
          description={t('numbersHelp')}
          autosize
          minRows={2}
          maxRows={8}
          value={answers.numbers}
          onChange={(event) => set({ numbers: event.currentTarget.value })}
        />
      )}
      {answers.kind === 'period' && (
        <DatePickerInput
          type="range"
          allowSingleDateInRange
          clearable
          label={t('days')}
          description={t('daysHelp')}
          value={answers.days}
          onChange={(days) => set({ days })}
        />
      )}
      <ProblemAlert error={error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button disabled={scope === null} loading={isBusy} onClick={() => scope && onShow(scope)}>
          {t('preview')}
        </Button>
      </Group>
    </Stack>
  );
}
