import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { ReviewEntry } from '#schemas/api/runs.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { BodyRow } from './body-row.tsx';
import './entries-table.css';
import './entries-stacked.css';
import { type EntryRow, hasForeignAmounts, hasOwnReferences, toRows } from './entry-rows.ts';
import { LineDrawer } from './line-drawer.tsx';
import { TableHead } from './table-head.tsx';
import { entriesTexts } from './texts.ts';
import { useIsNarrow } from './use-is-narrow.ts';
import { useRowKeys } from './use-row-keys.ts';

interface Props {
  readonly entries: readonly ReviewEntry[];
  /** Run they belong to, so that a line can name the parts of its source document; null outside a run. */
  readonly run: string | null;
  /** Given when entries can be ticked; without it the table is for reading only. */
  readonly onTick?: (ids: readonly string[], ticked: boolean) => void;
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

function sheetClass(layout: keyof typeof HEIGHTS, hasForeign: boolean, hasReferences: boolean): string {
  const look = ['entries-sheet', `entries-${layout}`];
  if (hasForeign) look.push('entries-foreign');
  if (!hasReferences) look.push('entries-repeated');
  return look.join(' ');
}

/**
 * Journal entries with their lines, grouped by entry, drawn row by row as one scrolls: ten thousand lines cost as
 * much as fifty. A click on a line explains it.
 */
export function EntriesTable({ entries, run, onTick, height = '60vh' }: Props) {
  const t = useTexts(entriesTexts);
  const language = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<(EntryRow & { kind: 'line' }) | null>(null);
  const hasForeign = useMemo(() => hasForeignAmounts(entries), [entries]);
  const hasReferences = useMemo(() => hasOwnReferences(entries), [entries]);
  const rows = useMemo(() => toRows(entries, folded), [entries, folded]);
  const layout = useIsNarrow(frame, hasForeign ? 1080 : 960) ? 'stacked' : 'columns';
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: (index) => HEIGHTS[layout][rows[index]?.kind ?? 'line'],
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
    scrollPaddingStart: 36,
  });

  const fold = useCallback((id: string, isFolded: boolean) => {
    setFolded((before) => {
      const after = new Set(before);
      if (isFolded) after.add(id);
      else after.delete(id);
      return after;
    });
  }, []);
  const foldAll = (isFolded: boolean) => setFolded(new Set(isFolded ? entries.map((entry) => entry.documentId) : []));
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

  return (
    <>
      <div ref={frame} className="entries-frame" style={{ height }}>
        <table
          className={sheetClass(layout, hasForeign, hasReferences)}
          {...treeGrid(rows.length, activeKey)}
          aria-label={t('table')}
          onKeyDown={onKeyDown}
        >
          <thead>
            <TableHead
              entries={entries}
              hasForeign={hasForeign}
              areAllFolded={folded.size >= entries.length}
              onFoldAll={foldAll}
              onTick={onTick}
            />
          </thead>
          <tbody className="entries-body" style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, start }) => {
              const row = rows[index];
              if (!row) return null;
              return (
                <BodyRow
                  key={row.key}
                  row={row}
                  index={index}
                  start={start}
                  isActive={row.key === activeKey}
                  hasForeign={hasForeign}
                  language={language}
                  t={t}
                  onPick={pick}
                  onFold={fold}
                  onTick={onTick}
                />
              );
            })}
          </tbody>
        </table>
      </div>
      <LineDrawer run={run} opened={opened} onClose={() => setOpened(null)} />
    </>
  );
}
