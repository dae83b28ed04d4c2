import { expect, test } from 'vitest';
import type { SourceContext } from '#nodes/kit/context.ts';
import type { SourceNodeType } from '#nodes/kit/node-type.ts';
import type { Notice } from '#schemas/documents/notice.ts';
import type { Message } from '#schemas/messages.ts';
import { connector } from './index.ts';

const node = connector.nodeTypes[0] as SourceNodeType;
const notice: Notice = {
  id: 'r1/7',
  kind: 'run-ended',
  at: '2026-03-01T12:00:00.000Z',
  flow: { id: 'f1', name: 'Sales' },
  run: {
    id: 'r1',
    status: 'failed',
    path: '/runs/r1',
    trigger: 'schedule',
    version: 3,
    startedAt: null,
    finishedAt: '2026-03-01T12:00:00.000Z',
  },
  counts: { total: 0, pending: 0, posted: 0, previewed: 0, skipped: 0, held: 0, failed: 0 },
  causes: [],
  problem: null,
};

function contextOf(parent: Notice | null): { context: SourceContext<unknown>; said: string[] } {
  const said: string[] = [];
  const write = (message: Message) => said.push(message.code);
  const context: SourceContext<unknown> = {
    http: { send: () => Promise.reject(new Error('a notice needs no call')) },
    network: { allowPrivate: false, resolve: () => Promise.reject(new Error('a notice needs no call')) },
    log: { debug: write, info: write, warning: write, error: write },
    signal: new AbortController().signal,
    now: () => new Date(),
    config: {},
    connection: { id: '', type: '', fields: {}, secrets: {} },
    run: { runId: 'r2', flowName: 'Alert', zone: 'Europe/Brussels', period: null, dryRun: false, parent },
  };
  return { context, said };
}

test('the end of the run that started this one is its one document', async () => {
  const { context } = contextOf(notice);
  expect(await node.read(context, null)).toEqual({
    items: [{ key: 'r1/7', kind: 'notice', label: 'Sales: failed', body: notice }],
    next: null,
  });
  expect(await node.fetch?.(context, ['r1/7'])).toHaveLength(1);
  expect(await node.fetch?.(context, ['r1/8'])).toEqual([]);
});

test('a run that no other one started has nothing to tell, and says so', async () => {
  const { context, said } = contextOf(null);
  expect(await node.read(context, null)).toEqual({ items: [], next: null });
  expect(said).toEqual(['run-notice.nothing_ended']);
});
