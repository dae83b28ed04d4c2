import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { BodyRow } from './body-row.tsx';
import { gridOf } from './columns.ts';
import './entries-table.css';
import './entries-stacked.css';
import { type EntryRow, toRows } from './entry-rows.ts';
import { FilterRow } from './filter-row.tsx';
import { TableHead } from './table-head.tsx';
import { entriesTexts } from './texts.ts';
import { TraceDrawer } from './trace-drawer.tsx';
import type { EntriesView } from './use-entries-view.ts';
import { useFolds } from './use-folds.ts';
import { useIsNarrow } from './use-is-narrow.ts';
import { useRowKeys } from './use-row-keys.ts';

interface Props {
  readonly view: EntriesView;
  /** Given when entries can be ticked; without it the table is for reading only. */
  readonly onTick?: (ids: readonly string[], ticked: boolean) => void;
  /** Ticks all that the filters leave. */
  readonly onTickShown?: (ticked: boolean) => void;
  /** CSS height of the scrolling frame. */
  readonly height?: string;
}

/** The ARIA pattern for a table whose rows unfold and that arrow keys walk through. */
function treeGrid(rows: number, activeKey: string | null) {
  return {
    role: 'treegrid',
    tabIndex: 0,
    'aria-rowcount': rows + 1,
    'aria-activedescendant': activeKey ? `row-${activeKey}` : undefined,
  } as const;
}

/** Pixels a row, as in the style sheet: in columns, and where there is no room for them. */
const HEIGHTS = { columns: { entry: 38, line: 32 }, stacked: { entry: 58, line: 50 } } as const;
/** A frame this narrow shows two lines a row; a wider one scrolls sideways when more columns are chosen than fit. */
const NARROW = 720;
/** Rows before the end at which more is fetched. */
const SIGHT = 60;

/**
 * Journal entries with their lines, grouped by entry, drawn row by row as one scrolls: ten thousand lines cost as
 * much as fifty. A click on a line says where it comes from.
 */
export function EntriesTable({ view, onTick, onTickShown, height = '60vh' }: Props) {
  const { loaded, filter, tools } = view;
  const { items, sums, fetchMore } = loaded;
  const t = useTexts(entriesTexts);
  const language = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  const { folded, fold, foldAll } = useFolds(items);
  const [opened, setOpened] = useState<(EntryRow & { kind: 'line' }) | null>(null);
  const rows = useMemo(() => toRows(items, folded), [items, folded]);
  const isStacked = useIsNarrow(frame, NARROW);
  const columns = isStacked ? null : tools.choice.columns;
  const grid = useMemo(() => gridOf(tools.choice.columns), [tools.choice.columns]);
  const heights = HEIGHTS[isStacked ? 'stacked' : 'columns'];
  const hasFilters = tools.hasFilterRow && columns !== null;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: (index) => heights[rows[index]?.kind ?? 'line'],
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
    scrollPaddingStart: hasFilters ? 70 : 36,
  });
  const shown = virtual.getVirtualItems();
  const end = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (end + SIGHT >= rows.length) fetchMore();
  }, [end, rows.length, fetchMore]);
  const { activeKey, setActiveKey, onKeyDown } = useRowKeys({
    rows,
    fold,
    tick: onTick,
    open: setOpened,
    scrollTo: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
  });

  const pick = useCallback(
    (row: EntryRow) => {
      setActiveKey(row.key);
      if (row.kind === 'line') setOpened(row);
    },
    [setActiveKey],
  );
  const traced = useMemo(() => opened && { ...opened.item, index: opened.index }, [opened]);
  const close = useCallback(() => setOpened(null), []);
  const layout = isStacked ? {} : { '--entries-columns': grid.template, minWidth: grid.width };

  return (
    <>
      <div ref={frame} className="entries-frame" style={{ height }}>
        <table
          className={`entries-sheet entries-${isStacked ? 'stacked' : 'columns'}`}
          style={layout}
          {...treeGrid(rows.length, activeKey)}
          aria-label={t('table')}
          onKeyDown={onKeyDown}
        >
          <thead>
            <TableHead
              columns={columns}
              sums={sums}
              areAllFolded={folded.size > 0 && folded.size >= items.length}
              onFoldAll={foldAll}
              onTickShown={onTickShown}
            />
            {hasFilters && <FilterRow columns={columns} filter={filter} onFilter={tools.onFilter} />}
          </thead>
          <tbody className="entries-body" style={{ height: virtual.getTotalSize() }}>
            {shown.map(({ index, start }) => {
              const row = rows[index];
              if (!row) return null;
              return (
                <BodyRow
                  key={row.key}
                  {...{ row, index, start, columns, language, t, onTick }}
                  isActive={row.key === activeKey}
                  onPick={pick}
                  onFold={fold}
                />
              );
            })}
          </tbody>
        </table>
      </div>
      <TraceDrawer run={tools.run} opened={traced} onClose={close} />
    </>
  );
}
