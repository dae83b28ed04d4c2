import { expect, test } from 'vitest';
import type { ListedRun } from '#schemas/api/runs.ts';
import { foldEmpty } from './fold-empty.ts';

const counts = { total: 0, pending: 0, posted: 0, previewed: 0, skipped: 0, held: 0, failed: 0 };

function run(id: string, change: Partial<ListedRun> = {}): ListedRun {
  return {
    id,
    flow: { id: 'f', name: 'Sales' },
    version: 1,
    trigger: 'schedule',
    mode: 'live',
    period: null,
    status: 'succeeded',
    counts,
    createdAt: '2026-11-01T00:00:00.000Z',
    startedAt: null,
    finishedAt: null,
    matches: [],
    ...change,
  };
}
const busy = run('busy', { counts: { ...counts, total: 1, posted: 1 } });
const shown = (runs: readonly ListedRun[]) =>
  foldEmpty(runs).map((group) => (group.kind === 'run' ? group.run.id : group.runs.map(({ id }) => id)));

test('F-08 runs in a row that found nothing to do are one line, those that did something stand out', () => {
  expect(shown([run('a'), run('b'), busy, run('c'), run('d'), run('e')])).toEqual([
    ['a', 'b'],
    'busy',
    ['c', 'd', 'e'],
  ]);
});

test('F-08 one that found nothing to do on its own stays as it is', () => {
  expect(shown([busy, run('a'), { ...busy, id: 'other' }])).toEqual(['busy', 'a', 'other']);
  expect(shown([])).toEqual([]);
});

test('F-08 one that failed, was cancelled, still goes on or was searched for is never folded', () => {
  const others = (['failed', 'cancelled', 'running', 'queued', 'in-review', 'partial'] as const).map((status) =>
    run(status, { status }),
  );
  const matches = [{ documentId: 'x' }] as unknown as ListedRun['matches'];
  expect(shown([...others, run('found', { matches }), run('too', { matches })])).toHaveLength(8);
});
