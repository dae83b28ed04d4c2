import { PageSkeleton } from '#ui/components/page-skeleton.tsx';

export function TemplatesScreen() {
  return <PageSkeleton />;
}
