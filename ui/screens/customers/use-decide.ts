import type { Customer } from '#schemas/api/customers.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useRunLink } from './run-link.tsx';
import { decisionTexts } from './texts.ts';

/**
 * Keeps what a person decided about customers and says so.
 *
 * @param onDone gets the ids of the runs that try their documents again
 */
export function useDecide(onDone: (runs: readonly string[]) => void) {
  const t = useTexts(decisionTexts);
  const toasts = useToasts();
  const runLink = useRunLink();
  const decide = useApiMutation('decideCustomers', ['customers', 'holds', 'runs', 'flows']);
  return {
    isPending: decide.isPending,
    decide: (customers: readonly Customer[], decision: 'approve' | 'refuse') =>
      decide.mutate(
        { body: { which: customers.map(({ connection, key }) => ({ connection: connection.id, key })), decision } },
        {
          onSuccess: ({ decided, runs }) => {
            if (decision === 'approve') toasts.done(t('approved', { count: decided }), runLink(runs));
            else toasts.done(t('refused', { count: decided }));
            onDone(runs.map(({ id }) => id));
          },
          onError: (error) => toasts.failed(t('failed'), error),
        },
      ),
  };
}
