import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import type { ReviewEntry } from '#schemas/api/runs.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { EntryCells } from './entry-row.tsx';
import './entries-table.css';
import { type EntryRow, hasForeignAmounts, toRows } from './entry-rows.ts';
import { LineDrawer } from './line-drawer.tsx';
import { LineCells } from './line-row.tsx';
import { TableHead } from './table-head.tsx';
import { entriesTexts } from './texts.ts';
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

function rowClass(row: EntryRow, isActive: boolean, canTick: boolean): string {
  const look = ['entries-row', 'entries-placed', `entries-${row.kind}`];
  if (isActive) look.push('entries-active');
  if (canTick && !row.item.ticked) look.push('entries-unticked');
  return look.join(' ');
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

const HEIGHTS = { entry: 38, line: 32 } as const;

/**
 * Journal entries with their lines, grouped by entry, drawn row by row as one scrolls: ten thousand lines cost as
 * much as fifty. A click on a line explains it.
 */
export function EntriesTable({ entries, run, onTick, height = '60vh' }: Props) {
  const t = useTexts(entriesTexts);
  const frame = useRef<HTMLDivElement>(null);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<(EntryRow & { kind: 'line' }) | null>(null);
  const hasForeign = useMemo(() => hasForeignAmounts(entries), [entries]);
  const rows = useMemo(() => toRows(entries, folded), [entries, folded]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: (index) => HEIGHTS[rows[index]?.kind ?? 'line'],
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 12,
    scrollPaddingStart: 36,
  });

  function fold(id: string, isFolded: boolean) {
    setFolded((before) => {
      const after = new Set(before);
      if (isFolded) after.add(id);
      else after.delete(id);
      return after;
    });
  }
  const foldAll = (isFolded: boolean) => setFolded(new Set(isFolded ? entries.map((entry) => entry.documentId) : []));
  const keys = useRowKeys({
    rows,
    fold,
    tick: onTick,
    open: setOpened,
    scrollTo: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
  });

  return (
    <>
      <div ref={frame} className="entries-frame" style={{ height }}>
        <table
          className={hasForeign ? 'entries-sheet entries-foreign' : 'entries-sheet'}
          {...treeGrid(rows.length, keys.activeKey)}
          aria-label={t('table')}
          onKeyDown={keys.onKeyDown}
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
                <tr
                  key={row.key}
                  id={`row-${row.key}`}
                  aria-level={row.kind === 'entry' ? 1 : 2}
                  aria-rowindex={index + 2}
                  aria-selected={row.key === keys.activeKey}
                  aria-expanded={row.kind === 'entry' ? !row.isFolded : undefined}
                  className={rowClass(row, row.key === keys.activeKey, onTick !== undefined)}
                  style={{ transform: `translateY(${start}px)` }}
                  onClick={() => {
                    keys.setActiveKey(row.key);
                    if (row.kind === 'line') setOpened(row);
                  }}
                >
                  {row.kind === 'entry' ? (
                    <EntryCells row={row} hasForeign={hasForeign} onFold={fold} onTick={onTick} />
                  ) : (
                    <LineCells row={row} hasForeign={hasForeign} />
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <LineDrawer run={run} opened={opened} onClose={() => setOpened(null)} />
    </>
  );
}
