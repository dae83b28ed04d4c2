import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { apiQuery } from '#ui/api/queries.ts';
import { ErrorState } from '#ui/components/error-state.tsx';
import { PageSkeleton } from '#ui/components/page-skeleton.tsx';
import { Review } from './review.tsx';

/** /runs/$id/review: the entries that wait for a person's confirmation. */
export function ReviewScreen() {
  const { id } = useParams({ from: '/shell/runs/$id/review' });
  const run = useQuery(apiQuery('getRun', { params: { id } }));
  const summary = useQuery(apiQuery('getReview', { params: { id } }));
  const failed = [run, summary].find((query) => query.isError);
  if (failed) return <ErrorState error={failed.error} onRetry={() => failed.refetch()} />;
  if (!run.data) return <PageSkeleton />;
  if (!summary.data) return <Skeleton h="60vh" m="xl" />;
  return <Review run={run.data} summary={summary.data} />;
}
