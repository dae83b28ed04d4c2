import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { apiQuery } from '#ui/api/queries.ts';
import { ErrorState } from '#ui/components/error-state.tsx';
import { PageSkeleton } from '#ui/components/page-skeleton.tsx';
import { MappingEditor } from './mapping-editor.tsx';

const route = getRouteApi('/shell/mappings/$id');

/** One set of mapping tables, opened for editing. */
export function MappingScreen() {
  const { id } = route.useParams();
  const { table, rule } = route.useSearch();
  // What is being edited must not change under one's hands: only an opened page asks.
  const mapping = useQuery({
    ...apiQuery('getMapping', { params: { id } }),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (mapping.isPending) return <PageSkeleton />;
  if (mapping.isError) return <ErrorState error={mapping.error} onRetry={mapping.refetch} />;
  return <MappingEditor key={id} mapping={mapping.data} table={table} rule={rule} />;
}
