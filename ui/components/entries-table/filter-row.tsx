import { memo } from 'react';
import { ENTRY_COLUMN_TITLES, type EntryColumn, type EntryFilter } from '#schemas/api/entry-columns.ts';
import { useTyped } from '#ui/components/use-typed.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { COLUMN_LOOKS } from './columns.ts';
import { toolTexts } from './tool-texts.ts';

interface Props {
  readonly columns: readonly EntryColumn[];
  readonly filter: EntryFilter;
  readonly onFilter: (filter: EntryFilter) => void;
}

/** A field over each column; what is typed acts once the typing pauses. */
export const FilterRow = memo(function FilterRow({ columns, filter, onFilter }: Props) {
  return (
    <tr className="entries-row entries-filters">
      <td className="entries-controls" />
      {columns.map((column) => (
        <ColumnFilter
          key={column}
          column={column}
          typed={filter[column] ?? ''}
          onTyped={(text) => onFilter({ ...filter, [column]: text || undefined })}
        />
      ))}
    </tr>
  );
});

interface ColumnProps {
  readonly column: EntryColumn;
  readonly typed: string;
  readonly onTyped: (text: string) => void;
}

function ColumnFilter({ column, typed, onTyped }: ColumnProps) {
  const t = useTexts(toolTexts);
  const language = useLanguage();
  const [text, type] = useTyped(typed, onTyped);
  const isAmount = COLUMN_LOOKS[column].isAmount ?? false;
  return (
    <td>
      <input
        className="entries-filter"
        aria-label={t('filterOf', { name: ENTRY_COLUMN_TITLES[column][language] })}
        placeholder={isAmount ? t('filterAmount') : undefined}
        maxLength={100}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
      />
    </td>
  );
}
