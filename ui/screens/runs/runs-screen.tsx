import { PageSkeleton } from '#ui/components/page-skeleton.tsx';

export function RunsScreen() {
  return <PageSkeleton />;
}
