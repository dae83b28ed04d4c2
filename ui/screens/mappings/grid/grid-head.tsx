import { Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { gridTexts } from '../grid-texts.ts';
import type { Column } from '../sheet/column.ts';
import { type Filter, isFiltering, NO_FILTER } from '../sheet/filter.ts';
import { useColumnTexts } from './use-column-texts.ts';
import { LEAD_WIDTH, widthOf } from './widths.ts';

interface HeadingsProps {
  readonly columns: readonly Column[];
  readonly isReadOnly: boolean;
  /** Whether all rows shown, some, or none are ticked. */
  readonly ticked: 'all' | 'some' | 'none';
  readonly onTickAll: (isOn: boolean) => void;
}

/** Names of the columns, each with a sentence on what goes into it. */
export function Headings({ columns, isReadOnly, ticked, onTickAll }: HeadingsProps) {
  const t = useTexts(gridTexts);
  const { title, help } = useColumnTexts();
  const lastCondition = columns.findLastIndex(({ kind }) => kind === 'match');
  return (
    <tr className="sheet-row sheet-headings" aria-rowindex={1}>
      <th scope="col" className="sheet-lead" aria-colindex={1} style={{ width: LEAD_WIDTH }}>
        <input
          type="checkbox"
          className="sheet-check"
          tabIndex={-1}
          disabled={isReadOnly}
          checked={ticked === 'all'}
          ref={(box) => {
            if (box) box.indeterminate = ticked === 'some';
          }}
          aria-label={t('tickAll')}
          onChange={(event) => onTickAll(event.currentTarget.checked)}
        />
        <span>{t('row')}</span>
      </th>
      {columns.map((column, index) => (
        <Tooltip key={column.id} label={help(column)} disabled={help(column) === ''}>
          <th
            scope="col"
            aria-colindex={index + 2}
            className={index === lastCondition ? 'sheet-cell sheet-last-condition' : 'sheet-cell'}
            style={{ width: widthOf(column) }}
          >
            <span className="sheet-text" title={title(column)}>
              {title(column)}
            </span>
          </th>
        </Tooltip>
      ))}
    </tr>
  );
}

interface FiltersProps {
  readonly columns: readonly Column[];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

/** Under each heading, what its cells must hold. */
export function Filters({ columns, filter, onFilter }: FiltersProps) {
  const t = useTexts(gridTexts);
  const { title } = useColumnTexts();
  const lastCondition = columns.findLastIndex(({ kind }) => kind === 'match');
  return (
    <tr className="sheet-row" aria-rowindex={2}>
      <td className="sheet-lead" aria-colindex={1} style={{ width: LEAD_WIDTH }}>
        {isFiltering(filter) && (
          <button
            type="button"
            className="sheet-icon"
            title={t('clearFilters')}
            aria-label={t('clearFilters')}
            onClick={() => onFilter(NO_FILTER)}
          >
            <IconX size={14} aria-hidden />
          </button>
        )}
      </td>
      {columns.map((column, index) => (
        <td
          key={column.id}
          aria-colindex={index + 2}
          className={index === lastCondition ? 'sheet-cell sheet-last-condition' : 'sheet-cell'}
          style={{ width: widthOf(column), paddingInline: 3, cursor: 'auto' }}
        >
          <input
            className="sheet-filter"
            aria-label={t('filterColumn', { column: title(column) })}
            placeholder={t('filterHint')}
            maxLength={120}
            value={filter.columns[column.id] ?? ''}
            onChange={(event) =>
              onFilter({ ...filter, columns: { ...filter.columns, [column.id]: event.currentTarget.value } })
            }
          />
        </td>
      ))}
    </tr>
  );
}
