import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { apiQuery } from '#ui/api/queries.ts';
import { ErrorState } from '#ui/components/error-state.tsx';
import { PageSkeleton } from '#ui/components/page-skeleton.tsx';
import { Editor } from './editor.tsx';

const route = getRouteApi('/shell/flows/$id');

/** /flows/$id: loads the flow and hands it to the editor. */
export function EditorScreen() {
  const { id } = route.useParams();
  const aim = route.useSearch();
  const flow = useQuery(apiQuery('getFlow', { params: { id } }));
  if (flow.data) return <Editor key={flow.data.id} flow={flow.data} aim={aim} />;
  if (flow.isError) return <ErrorState error={flow.error} onRetry={() => flow.refetch()} />;
  return <PageSkeleton />;
}
