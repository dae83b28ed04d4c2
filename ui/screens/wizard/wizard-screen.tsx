import { PageSkeleton } from '#ui/components/page-skeleton.tsx';

export function WizardScreen() {
  return <PageSkeleton />;
}
