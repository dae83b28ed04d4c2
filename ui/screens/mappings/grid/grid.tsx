import { useVirtualizer } from '@tanstack/react-virtual';
import { type Ref, useCallback, useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import { TABLE_NAMES } from '#schemas/mapping/names.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useMappingEditor, useWholeState } from '../editor-context.ts';
import { gridTexts } from '../grid-texts.ts';
import { columnsOf } from '../sheet/column.ts';
import type { After } from '../sheet/editor-store.ts';
import { isFiltering } from '../sheet/filter.ts';
import { rangeOf } from '../sheet/selection.ts';
import './grid.css';
import { Filters, Headings } from './grid-head.tsx';
import { GridRow } from './grid-row.tsx';
import { useGridKeys } from './use-grid-keys.ts';
import { useGridPointer } from './use-grid-pointer.ts';
import { HEAD_HEIGHT, LEAD_WIDTH, ROW_HEIGHT, spanOf, totalWidth } from './widths.ts';

export interface GridHandle {
  /** Puts the focus into the grid and the chosen cell into view. */
  readonly focus: () => void;
}

interface Props {
  readonly ref: Ref<GridHandle>;
  readonly onHelp: () => void;
  readonly onFind: () => void;
  readonly onPasted: (pasted: { added: number; left: number }) => void;
}

/** The ARIA pattern for cells that arrow keys walk through: the focus stays with the grid, which names its chosen cell. */
function gridOf(rows: number, columns: number, isReadOnly: boolean, active: string | undefined) {
  return {
    role: 'grid',
    tabIndex: 0,
    'aria-multiselectable': true,
    'aria-readonly': isReadOnly,
    'aria-rowcount': rows + 2,
    'aria-colcount': columns + 1,
    'aria-activedescendant': active,
  } as const;
}

/** A mapping table as a spreadsheet: drawn row by row as one scrolls, so that thousands of rows cost as much as fifty. */
export function Grid({ ref, onHelp, onFind, onPasted }: Props) {
  const t = useTexts(gridTexts);
  const language = useLanguage();
  const { store } = useMappingEditor();
  const state = useWholeState();
  const { table, editing, lists, isReadOnly } = state;
  const { filter, ticked } = state.views[table];
  const columns = columnsOf(table);
  const rows = store.rows();
  const hidden = store.hidden();
  const selection = store.selection();
  const range = rangeOf(selection);
  const frame = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const sheet = state.history.book[table];
  const numbers = useMemo(
    () => new Map([sheet.fallback, ...sheet.rows].map(({ id }, index) => [id, index + 1])),
    [sheet],
  );

  const virtual = useVirtualizer({
    count: rows.length - 1,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index + 1]?.id ?? index,
    overscan: 12,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
  });

  const reveal = () => {
    const { row, column } = store.selection().focus;
    if (row > 0) virtual.scrollToIndex(row - 1, { align: 'auto' });
    revealColumn(frame.current, spanOf(columnsOf(store.getState().table), column));
  };
  const focus = useCallback(() => grid.current?.focus({ preventScroll: true }), []);
  useImperativeHandle(ref, () => ({
    focus: () => {
      focus();
      reveal();
    },
  }));
  const keys = useGridKeys({ store, reveal, showHelp: onHelp, find: onFind, onPasted });
  const pointer = useGridPointer(store);

  const onTick = useCallback((id: string, isOn: boolean) => store.tick([id], isOn), [store]);
  const onReset = useCallback((id: string) => store.resetRows(new Set([id])), [store]);
  const onCancel = useCallback(() => {
    store.cancelEditing();
    focus();
  }, [store, focus]);
  const onDone = useCallback(
    (text: string, after: After) => {
      store.finishEditing(text, after);
      if (after !== 'stay' || document.activeElement === document.body) focus();
    },
    [store, focus],
  );
  // A cell that was left by a key hands on to the next one, which may be out of sight.
  const focusKey = `${table} ${selection.focus.row} ${selection.focus.column}`;
  const revealNow = useRef(reveal);
  revealNow.current = reveal;
  useEffect(() => {
    if (focusKey !== '' && grid.current?.contains(document.activeElement)) revealNow.current();
  }, [focusKey]);

  const chosen = rows[selection.focus.row];
  const column = columns[selection.focus.column];
  const exceptions = rows.slice(1);
  const tickedShown = exceptions.filter(({ id }) => ticked.has(id)).length;
  const draw = (index: number, start: number | null) => {
    const row = rows[index];
    if (!row) return null;
    const isInRange = index >= range.top && index <= range.bottom;
    const own = hidden.get(row.id);
    return (
      <GridRow
        key={row.id}
        row={row}
        index={index}
        number={numbers.get(row.id) ?? 0}
        start={start}
        columns={columns}
        left={isInRange ? range.left : -1}
        right={isInRange ? range.right : -2}
        focus={index === selection.focus.row ? selection.focus.column : -1}
        isTicked={ticked.has(row.id)}
        isReadOnly={isReadOnly}
        editing={editing?.row === row.id ? editing : null}
        hidden={own}
        hiddenBy={own ? (numbers.get(own.by) ?? 0) : 0}
        lists={lists}
        onTick={onTick}
        onReset={onReset}
        onDone={onDone}
        onCancel={onCancel}
      />
    );
  };

  return (
    <div ref={frame} className="sheet-frame">
      <table
        ref={grid}
        className="sheet-grid"
        {...gridOf(rows.length, columns.length, isReadOnly, chosen && column && `cell-${chosen.id}-${column.id}`)}
        aria-label={t('grid', { table: TABLE_NAMES[table][language] })}
        aria-description={t('gridHelp')}
        style={{ width: totalWidth(columns) }}
        {...keys}
        {...pointer}
      >
        <thead className="sheet-head">
          <Headings
            columns={columns}
            isReadOnly={isReadOnly}
            ticked={tickedShown === 0 ? 'none' : tickedShown === exceptions.length ? 'all' : 'some'}
            onTickAll={(isOn) =>
              store.tick(
                exceptions.map(({ id }) => id),
                isOn,
              )
            }
          />
          <Filters columns={columns} filter={filter} onFilter={store.filter} />
          {draw(0, null)}
        </thead>
        <tbody className="sheet-body" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => draw(index + 1, start - HEAD_HEIGHT))}
        </tbody>
      </table>
      {exceptions.length === 0 && (
        <div className="sheet-empty">{t(isFiltering(filter) && sheet.rows.length > 0 ? 'noMatch' : 'noRows')}</div>
      )}
    </div>
  );
}

/** Scrolls sideways until a column stands clear of the leading one, which stays. */
function revealColumn(frame: HTMLDivElement | null, { left, right }: { left: number; right: number }): void {
  if (!frame) return;
  const room = frame.clientWidth - LEAD_WIDTH;
  if (left < frame.scrollLeft) frame.scrollLeft = left;
  else if (right > frame.scrollLeft + room) frame.scrollLeft = Math.min(left, right - room);
}
