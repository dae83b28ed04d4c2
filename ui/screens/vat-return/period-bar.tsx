import { ActionIcon, Group, SegmentedControl, Select, Switch, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '#ui/api/queries.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useTargetName } from '#ui/screens/postings/use-target-name.ts';
import { asKind, kindOf, shifted, type VatPeriodName } from './periods.ts';
import { vatReturnTexts } from './texts.ts';
import { usePeriodName } from './use-period-name.ts';
import type { VatSearch } from './vat-search.ts';

interface Props {
  readonly period: VatPeriodName;
  readonly search: VatSearch;
  readonly onChange: (change: { readonly [K in keyof VatSearch]?: VatSearch[K] | undefined }) => void;
}

export function PeriodBar({ period, search, onChange }: Props) {
  const t = useTexts(vatReturnTexts);
  const kind = kindOf(period);
  return (
    <Group gap="md">
      <SegmentedControl
        aria-label={t('periodKind')}
        value={kind}
        onChange={(value) => onChange({ period: asKind(period, value === 'quarter' ? 'quarter' : 'month') })}
        data={[
          { value: 'month', label: t('month') },
          { value: 'quarter', label: t('quarter') },
        ]}
      />
      <Steps period={period} onChange={onChange} />
      <Choices search={search} onChange={onChange} />
      <Switch
        label={t('review')}
        checked={search.review ?? false}
        disabled={search.target !== undefined}
        onChange={(event) => onChange({ review: event.currentTarget.checked || undefined })}
      />
    </Group>
  );
}

function Steps({ period, onChange }: Omit<Props, 'search'>) {
  const t = useTexts(vatReturnTexts);
  const periodName = usePeriodName();
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('before')}
        onClick={() => onChange({ period: shifted(period, -1) })}
      >
        <IconChevronLeft size={18} aria-hidden />
      </ActionIcon>
      <Text fw={600} ta="center" miw={140} aria-live="polite">
        {periodName(period)}
      </Text>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('after')}
        onClick={() => onChange({ period: shifted(period, 1) })}
      >
        <IconChevronRight size={18} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

function Choices({ search, onChange }: Omit<Props, 'period'>) {
  const t = useTexts(vatReturnTexts);
  const nameOf = useTargetName();
  const flows = useQuery(apiQuery('listFlows', {})).data?.items ?? [];
  const targets = useQuery(apiQuery('listPostingTargets', {})).data?.items ?? [];
  return (
    <>
      <Select
        aria-label={t('flow')}
        placeholder={t('allFlows')}
        clearable
        searchable
        w={{ base: '100%', xs: 190 }}
        data={flows.map(({ id, name }) => ({ value: id, label: name }))}
        value={search.flow ?? null}
        onChange={(flow) => onChange({ flow: flow ?? undefined })}
      />
      {targets.length > 1 && (
        <Select
          aria-label={t('target')}
          placeholder={t('allTargets')}
          clearable
          w={{ base: '100%', xs: 210 }}
          data={targets.map((target) => ({ value: target.id, label: nameOf(target) }))}
          value={search.target ?? null}
          onChange={(target) => onChange({ target: target ?? undefined, review: undefined })}
        />
      )}
    </>
  );
}
