import { PageSkeleton } from '#ui/components/page-skeleton.tsx';

export function EditorScreen() {
  return <PageSkeleton />;
}
