import { type KeyboardEvent, useState } from 'react';
import type { EntryRow } from './entry-rows.ts';

interface Actions {
  readonly rows: readonly EntryRow[];
  readonly scrollTo: (index: number) => void;
  readonly fold: (id: string, isFolded: boolean) => void;
  readonly tick: ((ids: readonly string[], ticked: boolean) => void) | undefined;
  readonly open: ((row: EntryRow & { kind: 'line' }) => void) | undefined;
}

const PAGE_ROWS = 15;

function target(key: string, active: number, last: number): number | null {
  const moves: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + PAGE_ROWS,
    PageUp: active - PAGE_ROWS,
    Home: 0,
    End: last,
  };
  const index = moves[key];
  return index === undefined ? null : Math.min(Math.max(index, 0), last);
}

/** Arrow keys move the active row, Space ticks its entry, Enter folds an entry or explains a line. */
export function useRowKeys({ rows, scrollTo, fold, tick, open }: Actions) {
  const [activeKey, setActiveKey] = useState<string | null>(null);
  function onKeyDown(event: KeyboardEvent) {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const active = rows.findIndex((row) => row.key === activeKey);
    const index = target(event.key, active, rows.length - 1);
    const row = rows[active];
    if (index !== null) {
      const next = rows[index];
      if (next) {
        setActiveKey(next.key);
        scrollTo(index);
      }
    } else if (row && event.key === ' ') tick?.([row.item.documentId], !row.item.ticked);
    else if (row && event.key === 'Enter') {
      if (row.kind === 'line') open?.(row);
      else fold(row.item.documentId, !row.isFolded);
    } else if (row && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      fold(row.item.documentId, event.key === 'ArrowLeft');
      setActiveKey(row.item.documentId);
    } else return;
    event.preventDefault();
  }

  return { activeKey, setActiveKey, onKeyDown };
}
