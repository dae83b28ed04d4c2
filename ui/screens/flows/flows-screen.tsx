import { PageSkeleton } from '#ui/components/page-skeleton.tsx';

export function FlowsScreen() {
  return <PageSkeleton />;
}
