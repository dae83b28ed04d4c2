import { PageSkeleton } from '#ui/components/page-skeleton.tsx';

export function ReviewScreen() {
  return <PageSkeleton />;
}
