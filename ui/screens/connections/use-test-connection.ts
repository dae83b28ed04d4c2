import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Connection } from '#schemas/api/connections.ts';
import { endpoints } from '#schemas/api/index.ts';
import { useRenderMessage } from '#ui/api/catalogue.ts';
import { call } from '#ui/api/client.ts';
import { ApiProblem } from '#ui/api/problem.ts';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { connectionsTexts } from './texts.ts';

/** Tests a stored connection and tells the result in a toast; the list shows the new status. */
export function useTestConnection({ name }: Connection) {
  const t = useTexts(connectionsTexts);
  const toasts = useToasts();
  const render = useRenderMessage();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (args: { params: { id: string } }) => call(endpoints.testConnection, args),
    onSuccess: (test) => {
      if (Object.keys(test.confirm).length > 0) toasts.done(t('testConfirm', { name }));
      else if (test.ok)
        toasts.done(t('testDone', { name }), test.findings.map((finding) => render(finding).text).join(' '));
      else if (test.problem) toasts.failed(t('testFailed', { name }), new ApiProblem(200, test.problem));
    },
    onError: (error) => toasts.failed(t('testFailed', { name }), error),
    onSettled: () => client.invalidateQueries({ queryKey: ['connections'] }),
  });
}
