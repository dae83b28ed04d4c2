import type { ErrorComponentProps } from '@tanstack/react-router';
import { endpoints } from '#schemas/api/index.ts';
import { call } from '#ui/api/client.ts';
import { ApiProblem } from '#ui/api/problem.ts';
import { ErrorState } from '#ui/components/error-state.tsx';

/** A browser may remember that a part could not be fetched; only a page loaded anew asks again. */
async function reloadWhenAnswered(): Promise<void> {
  const isThere = await call(endpoints.getSession, {}).then(
    () => true,
    () => false,
  );
  if (isThere) window.location.reload();
}

/** Stands in place of a screen that failed to load or to draw. */
export function ScreenError({ error, reset }: ErrorComponentProps) {
  const isUnanswered = error instanceof ApiProblem && error.status === 0;
  return <ErrorState error={error} onRetry={isUnanswered ? reloadWhenAnswered : reset} />;
}
