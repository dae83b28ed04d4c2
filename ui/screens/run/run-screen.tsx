import { PageSkeleton } from '#ui/components/page-skeleton.tsx';

export function RunScreen() {
  return <PageSkeleton />;
}
