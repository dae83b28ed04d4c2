import { Group, Select, Skeleton, Stack } from '@mantine/core';
import { IconListDetails } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { endpoints } from '#schemas/api/index.ts';
import type { LogLine, Run } from '#schemas/api/runs.ts';
import { LOG_LEVELS, type LogLevel } from '#schemas/outcome.ts';
import { call } from '#ui/api/client.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorState } from '#ui/components/error-state.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { LogLineView } from './log-line.tsx';
import { RemovedNote } from './source-note.tsx';
import { useStepTitle } from './steps-panel.tsx';
import { logTexts, removedTexts } from './texts.ts';

function useLogs(run: string, node: string | null, level: LogLevel | null) {
  return useInfiniteQuery({
    queryKey: ['runs', 'runLogs', run, node, level],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(
        endpoints.listRunLogs,
        {
          params: { id: run },
          query: { after: pageParam, limit: 500, node: node ?? undefined, level: level ?? undefined },
        },
        signal,
      ),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** What every step noted, in order of time; the next page is read when one scrolls near the end. */
export function LogsTab({ run }: { readonly run: Run }) {
  const t = useTexts(logTexts);
  const removed = useTexts(removedTexts);
  const days = run.removed.logAfterDays;
  const titleOf = useStepTitle();
  const [node, setNode] = useState<string | null>(null);
  const [level, setLevel] = useState<LogLevel | null>(null);
  const logs = useLogs(run.id, node, level);
  const pages = logs.data?.pages;
  const lines = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  const titles = new Map(run.steps.map((step) => [step.node, titleOf(step)]));
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Select
          w={240}
          aria-label={t('step')}
          placeholder={t('allSteps')}
          clearable
          data={run.steps.map((step) => ({ value: step.node, label: titleOf(step) }))}
          value={node}
          onChange={setNode}
        />
        <Select
          w={200}
          aria-label={t('level')}
          placeholder={t('allLevels')}
          clearable
          data={LOG_LEVELS.map((name) => ({ value: name, label: t(`level_${name}`) }))}
          value={level}
          onChange={(value) => setLevel(LOG_LEVELS.find((name) => name === value) ?? null)}
        />
      </Group>
      {logs.isPending && <Skeleton h={260} />}
      {logs.isError && <ErrorState error={logs.error} onRetry={() => logs.refetch()} />}
      {days !== null && <RemovedNote text={removed('log', { days })} />}
      {logs.isSuccess && lines.length === 0 && days === null && (
        <EmptyState icon={IconListDetails} title={t('emptyTitle')} text={t('emptyText')} />
      )}
      {lines.length > 0 && (
        <LogLines
          lines={lines}
          titles={titles}
          onEnd={() => {
            if (logs.hasNextPage && !logs.isFetching) void logs.fetchNextPage();
          }}
        />
      )}
    </Stack>
  );
}

interface LinesProps {
  readonly lines: readonly LogLine[];
  readonly titles: ReadonlyMap<string, string>;
  readonly onEnd: () => void;
}

function LogLines({ lines, titles, onEnd }: LinesProps) {
  const t = useTexts(logTexts);
  const frame = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: () => 64,
    getItemKey: (index) => lines[index]?.id ?? index,
    overscan: 10,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= lines.length - 20) onEnd();
  }, [last, lines.length, onEnd]);
  return (
    <section ref={frame} className="run-log" aria-label={t('lines')}>
      <ol className="run-log-lines" style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ index, key, start }) => {
          const line = lines[index];
          if (!line) return null;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className="run-log-line"
              style={{ transform: `translateY(${start}px)` }}
            >
              <LogLineView line={line} stepTitle={line.node ? (titles.get(line.node) ?? line.node) : null} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}
