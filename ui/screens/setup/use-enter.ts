import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { sessionQuery } from '#ui/api/session.ts';

/** Signs up or in, reads the new session and goes on to the workspace. */
export function useEnter<Credentials>(send: (credentials: Credentials) => Promise<void>) {
  const client = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: send,
    onSuccess: async () => {
      client.clear();
      await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
      await router.navigate({ to: '/flows' });
    },
  });
}
