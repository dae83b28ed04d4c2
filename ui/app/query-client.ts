import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '#ui/api/problem.ts';

/** Only what may pass by itself is tried again: no answer, or a server out of order. */
function isWorthRetrying(failures: number, error: Error): boolean {
  const status = error instanceof ApiProblem ? error.status : 0;
  return failures < 2 && (status === 0 || status >= 500);
}

export const queryClient: QueryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 5_000, retry: isWorthRetrying },
    mutations: { retry: false },
  },
  queryCache: new QueryCache({
    // A session that ended elsewhere: asking for it again leads to the sign-in screen.
    onError: (error, query) => {
      if (error instanceof ApiProblem && error.status === 401 && query.queryKey[0] !== 'session') {
        queryClient.invalidateQueries({ queryKey: ['session'] }).catch(() => undefined);
      }
    },
  }),
});
