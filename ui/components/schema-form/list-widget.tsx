import { ActionIcon, Autocomplete, type ComboboxItem, Group, TagsInput, Text, Tooltip } from '@mantine/core';
import type { WidgetProps } from '@rjsf/utils';
import { IconPointFilled, IconRefresh, IconUnlink } from '@tabler/icons-react';
import type { KnownValue } from '#schemas/api/lists.ts';
import type { ListId } from '#schemas/mapping/list-ids.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useFieldProps } from './field-props.ts';
import { useFormState } from './form-context.ts';
import { listOf } from './list-of.ts';
import { listTexts } from './list-texts.ts';
import { useListValues } from './use-list-values.ts';

type ByValue = ReadonlyMap<string, KnownValue>;
const MOST_SHOWN = 100;

function matching(byValue: ByValue, search: string): (value: string) => boolean {
  const typed = search.trim().toLowerCase();
  return (value) => `${value} ${byValue.get(value)?.name ?? ''}`.toLowerCase().includes(typed);
}

/** The value and its name; what is gone says so. */
function Option({ value, byValue }: { readonly value: string; readonly byValue: ByValue }) {
  const t = useTexts(listTexts);
  const known = byValue.get(value);
  return (
    <Group gap="xs" wrap="nowrap">
      <Text size="sm" style={{ fontVariantNumeric: 'tabular-nums' }}>
        {value}
      </Text>
      <Text size="xs" c="dimmed" truncate>
        {known?.name === value ? '' : known?.name}
        {known?.vanishedAt && ` · ${t('gone')}`}
      </Text>
    </Group>
  );
}

/** Asks the connected systems for the list anew. */
function RefreshButton({ list }: { readonly list: ListId }) {
  const t = useTexts(listTexts);
  const toasts = useToasts();
  const { flow } = useFormState();
  const refresh = useApiMutation('refreshLists', ['lists']);
  if (flow === null) return null;
  const ask = () =>
    refresh.mutate(
      { body: { flow, list } },
      {
        onSuccess: ({ items }) => {
          const failed = items.find(({ problem }) => problem !== null);
          if (failed) toasts.done(t('readPartly', { connection: failed.connection.name }));
          else toasts.done(t('read'));
        },
        onError: (error) => toasts.failed(t('notRead'), error),
      },
    );
  return (
    <Tooltip label={t('refresh')}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={t('refresh')}
        loading={refresh.isPending}
        onClick={ask}
      >
        <IconRefresh size={15} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

/** A field that a list of a connected system helps to fill in; any other text is taken as well. */
export function ListWidget(props: WidgetProps) {
  const t = useTexts(listTexts);
  const { schema, value, onChange } = props;
  const field = useFieldProps(props);
  const list = listOf(schema);
  const { byValue, isKnown, isServed } = useListValues(list);
  const text = typeof value === 'string' ? value : '';
  const known = byValue.get(text);
  const isFree = /[{*;]/.test(text);
  const remark =
    text === '' || isFree || !isKnown ? null : !known ? t('unlisted') : known.vanishedAt ? t('vanished') : null;
  const Icon = known ? IconUnlink : IconPointFilled;
  return (
    <Autocomplete
      {...field}
      value={text}
      placeholder={typeof schema.default === 'string' ? schema.default : ''}
      autoComplete="off"
      limit={MOST_SHOWN}
      data={[...byValue.keys()]}
      filter={({ options, search, limit }) => {
        // A value that stands there already is no search: all others can be chosen in its place.
        const isWanted = matching(byValue, byValue.has(search) ? '' : search);
        return options.filter((option) => isWanted((option as ComboboxItem).value)).slice(0, limit);
      }}
      renderOption={({ option }) => <Option value={option.value} byValue={byValue} />}
      onChange={(next) => onChange(next === '' ? undefined : next)}
      rightSectionWidth={remark === null ? 34 : 58}
      rightSection={
        <Group gap={2} wrap="nowrap">
          {remark !== null && (
            <Tooltip label={remark}>
              <Icon size={known ? 15 : 11} role="img" aria-label={remark} color="var(--mantine-color-orange-text)" />
            </Tooltip>
          )}
          {list && isServed && !field.readOnly && <RefreshButton list={list} />}
        </Group>
      }
    />
  );
}

/** Several values of such a list; others can be typed. */
export function ListTagsWidget(props: WidgetProps) {
  const t = useTexts(listTexts);
  const field = useFieldProps(props);
  const { byValue, isServed } = useListValues(listOf(props.schema));
  const list = listOf(props.schema);
  const values: unknown[] = Array.isArray(props.value) ? props.value : [];
  return (
    <TagsInput
      {...field}
      value={values.map(String)}
      data={[...byValue.keys()]}
      placeholder={values.length === 0 ? t('tagsHelp') : ''}
      acceptValueOnBlur
      filter={({ options, search }) =>
        options.filter((option) => matching(byValue, search)((option as ComboboxItem).value))
      }
      renderOption={({ option }) => <Option value={option.value} byValue={byValue} />}
      rightSection={list && isServed && !field.readOnly ? <RefreshButton list={list} /> : undefined}
      onChange={(next) => props.onChange(next)}
    />
  );
}
