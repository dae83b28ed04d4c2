import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { KnownValue } from '#schemas/api/lists.ts';
import type { ListId } from '#schemas/mapping/list-ids.ts';
import { apiQuery } from '#ui/api/queries.ts';
import { useFormState } from './form-context.ts';

interface ListValues {
  /** By value, what the systems of the flow know; a value that vanished comes with the moment. */
  readonly byValue: ReadonlyMap<string, KnownValue>;
  /** Whether a connected system has this list and it was read. */
  readonly isKnown: boolean;
  /** Whether a connected system has this list at all. */
  readonly isServed: boolean;
}

/** What the systems that the flow is connected to know for a field; nothing outside a flow. */
export function useListValues(list: ListId | null): ListValues {
  const { flow } = useFormState();
  const { data } = useQuery({
    ...apiQuery('readLists', { query: { flow: flow ?? '', ...(list ? { list } : {}) } }),
    enabled: flow !== null && list !== null,
    staleTime: 60_000,
  });
  return useMemo(() => {
    const lists = (data?.items ?? []).filter((one) => one.list === list);
    const byValue = new Map<string, KnownValue>();
    for (const value of lists.flatMap(({ values }) => values)) {
      const before = byValue.get(value.value);
      if (!before || before.vanishedAt !== null) byValue.set(value.value, value);
    }
    return { byValue, isKnown: lists.some(({ readAt }) => readAt !== null), isServed: lists.length > 0 };
  }, [data, list]);
}
