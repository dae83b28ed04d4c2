import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { apiQuery } from '#ui/api/queries.ts';
import { ErrorState } from '#ui/components/error-state.tsx';
import { PageSkeleton } from '#ui/components/page-skeleton.tsx';
import { Editor } from './editor.tsx';

/** /flows/$id: loads the flow and hands it to the editor. */
export function EditorScreen() {
  const { id } = useParams({ from: '/shell/flows/$id' });
  const flow = useQuery(apiQuery('getFlow', { params: { id } }));
  if (flow.data) return <Editor key={flow.data.id} flow={flow.data} />;
  if (flow.isError) return <ErrorState error={flow.error} onRetry={() => flow.refetch()} />;
  return <PageSkeleton />;
}
