import { Group, Pill, Select, TextInput } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { IconCalendar, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { POSTING_STATES } from '#schemas/api/postings.ts';
import { apiQuery } from '#ui/api/queries.ts';
import { useTyped } from '#ui/components/use-typed.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import type { PostingSearch } from './posting-search.ts';
import { postingTexts } from './texts.ts';
import { useTargetName } from './use-target-name.ts';

interface Props {
  readonly search: PostingSearch;
  readonly onChange: (change: Partial<Record<keyof PostingSearch, string | undefined>>) => void;
}

export function PostingFilters({ search, onChange }: Props) {
  const t = useTexts(postingTexts);
  const [typed, type] = useTyped(search.search ?? '', (text) => onChange({ search: text }));
  return (
    <Group gap="sm">
      <TextInput
        flex="1 1 240px"
        maw={420}
        aria-label={t('search')}
        placeholder={t('searchHint')}
        leftSection={<IconSearch size={16} aria-hidden />}
        maxLength={100}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <Choices search={search} onChange={onChange} />
      <DatePickerInput
        type="range"
        allowSingleDateInRange
        clearable
        w={{ base: '100%', xs: 230 }}
        aria-label={t('days')}
        placeholder={t('anyDay')}
        leftSection={<IconCalendar size={16} aria-hidden />}
        value={[search.from ?? null, search.to ?? null]}
        onChange={([from, to]) => onChange({ from: from ?? undefined, to: to ?? undefined })}
      />
      {search.reset && (
        <Pill
          size="md"
          withRemoveButton
          removeButtonProps={{ 'aria-label': t('clearReset') }}
          onRemove={() => onChange({ reset: undefined })}
        >
          {t('ofReset')}
        </Pill>
      )}
    </Group>
  );
}

function Choices({ search, onChange }: Props) {
  const t = useTexts(postingTexts);
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
        w={{ base: '100%', xs: 200 }}
        data={flows.map(({ id, name }) => ({ value: id, label: name }))}
        value={search.flow ?? null}
        onChange={(flow) => onChange({ flow: flow ?? undefined })}
      />
      {targets.length > 1 && (
        <Select
          aria-label={t('target')}
          placeholder={t('allTargets')}
          clearable
          w={{ base: '100%', xs: 200 }}
          data={targets.map((target) => ({ value: target.id, label: nameOf(target) }))}
          value={search.target ?? null}
          onChange={(target) => onChange({ target: target ?? undefined })}
        />
      )}
      <Select
        aria-label={t('state')}
        placeholder={t('allStates')}
        clearable
        w={{ base: '100%', xs: 160 }}
        data={POSTING_STATES.map((state) => ({ value: state, label: t(`state_${state}`) }))}
        value={search.state ?? null}
        onChange={(state) => onChange({ state: state ?? undefined })}
      />
    </>
  );
}
