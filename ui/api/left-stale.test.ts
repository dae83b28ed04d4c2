import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { isLeftStale } from './left-stale.ts';
import { ApiProblem } from './problem.ts';
import { uiMessages } from './ui-messages.ts';

/** A query that is read twice: an answer or none at first, then a failure with this status. */
async function readTwice(first: string | null, status: number) {
  const client = new QueryClient();
  const answers = [first];
  const fail = () => {
    throw new ApiProblem(status, uiMessages.build.unreachable());
  };
  const observer = new QueryObserver(client, {
    queryKey: ['flows'],
    queryFn: () => answers.pop() ?? fail(),
    retry: false,
  });
  const leave = observer.subscribe(() => undefined);
  await observer.refetch();
  await observer.refetch();
  const [query] = client.getQueryCache().getAll();
  if (!query) throw new Error('no query was made');
  return { query, leave };
}

it('is true while a screen shows what was read before the server went away', async () => {
  const { query, leave } = await readTwice('flows', 0);
  expect(isLeftStale(query)).toBe(true);
  leave();
  expect(isLeftStale(query)).toBe(false);
});

it('is not true of a refusal, nor where nothing was read yet', async () => {
  expect(isLeftStale((await readTwice('flows', 404)).query)).toBe(false);
  expect(isLeftStale((await readTwice(null, 0)).query)).toBe(false);
});
