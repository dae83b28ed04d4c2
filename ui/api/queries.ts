import { type QueryKey, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { endpoints } from '#schemas/api/index.ts';
import { type ArgumentsOf, call, type ResponseOf } from './client.ts';

type Endpoints = typeof endpoints;
type Name = keyof Endpoints;
/** First part of the path and of every query key: what a change invalidates. */
export type Resource =
  | 'api-keys'
  | 'session'
  | 'catalogue'
  | 'flows'
  | 'connections'
  | 'runs'
  | 'schedules'
  | 'holds'
  | 'customers'
  | 'postings'
  | 'mappings'
  | 'lists'
  | 'completeness'
  | 'closed-periods'
  | 'system';

export function queryKey<N extends Name>(name: N, args: ArgumentsOf<Endpoints[N]>): QueryKey {
  return [endpoints[name].path.split('/')[1], name, args];
}

/**
 * Options for useQuery. Keys are [resource, operation, arguments], so that a change can invalidate a whole resource.
 *
 * @example useQuery(apiQuery('getFlow', { params: { id } }))
 */
export function apiQuery<N extends Name>(name: N, args: ArgumentsOf<Endpoints[N]>) {
  return queryOptions({
    queryKey: queryKey(name, args),
    queryFn: ({ signal }): Promise<ResponseOf<Endpoints[N]>> => call(endpoints[name], args, signal),
  });
}

/**
 * A mutation of one operation; when it succeeded, what it may have changed is read again.
 *
 * @example const rename = useApiMutation('renameFlow', ['flows']); rename.mutate({ params: { id }, body: { name } })
 */
export function useApiMutation<N extends Name>(name: N, invalidates: readonly Resource[] = []) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (args: ArgumentsOf<Endpoints[N]>): Promise<ResponseOf<Endpoints[N]>> => call(endpoints[name], args),
    onSuccess: async () => {
      await Promise.all(invalidates.map((resource) => client.invalidateQueries({ queryKey: [resource] })));
    },
  });
}
