import { PageSkeleton } from '#ui/components/page-skeleton.tsx';

export function SignInScreen() {
  return <PageSkeleton />;
}
