import { PageSkeleton } from '#ui/components/page-skeleton.tsx';

export function SetupScreen() {
  return <PageSkeleton />;
}
