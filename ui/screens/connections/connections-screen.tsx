import { PageSkeleton } from '#ui/components/page-skeleton.tsx';

export function ConnectionsScreen() {
  return <PageSkeleton />;
}
