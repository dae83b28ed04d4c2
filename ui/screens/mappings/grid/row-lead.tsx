import { IconAlertTriangle, IconRestore } from '@tabler/icons-react';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { gridTexts } from '../grid-texts.ts';
import type { Row } from '../sheet/column.ts';
import type { Hidden } from '../sheet/reach.ts';
import { LEAD_WIDTH } from './widths.ts';

interface Props {
  readonly row: Row;
  /** Its place in the whole table; 1 is the default. */
  readonly number: number;
  readonly isTicked: boolean;
  readonly isReadOnly: boolean;
  readonly hidden: Hidden | undefined;
  /** Place of the row that hides it. */
  readonly hiddenBy: number;
  readonly onTick: (id: string, isOn: boolean) => void;
  readonly onReset: (id: string) => void;
}

/** What stands before a row: its tick, its number, what is to be said about the whole of it, and its reset. */
export function RowLead({ row, number, isTicked, isReadOnly, hidden, hiddenBy, onTick, onReset }: Props) {
  const t = useTexts(gridTexts);
  const hasValues = Object.keys(row.set).length > 0;
  return (
    <th scope="row" className="sheet-lead" aria-colindex={1} style={{ width: LEAD_WIDTH }}>
      <input
        type="checkbox"
        className="sheet-check"
        tabIndex={-1}
        checked={isTicked}
        disabled={isReadOnly}
        aria-label={t('tickRow', { row: number })}
        onChange={(event) => onTick(row.id, event.currentTarget.checked)}
      />
      <span className="sheet-number">{number}</span>
      {hidden && <HiddenMark hidden={hidden} by={hiddenBy} />}
      {hasValues && !isReadOnly && (
        <button
          type="button"
          className="sheet-icon"
          tabIndex={-1}
          style={{ marginInlineStart: 'auto' }}
          title={t('resetRow', { row: number })}
          aria-label={t('resetRow', { row: number })}
          onClick={() => onReset(row.id)}
        >
          <IconRestore size={14} aria-hidden />
        </button>
      )}
    </th>
  );
}

function HiddenMark({ hidden, by }: { readonly hidden: Hidden; readonly by: number }) {
  const t = useTexts(gridTexts);
  const text = hiddenText(t, hidden, by);
  return (
    <span title={text} role="img" aria-label={text} style={{ display: 'grid' }}>
      <IconAlertTriangle size={15} color="var(--mantine-color-orange-text)" aria-hidden />
    </span>
  );
}

/** Why a row does nothing, or may not do what was meant. */
export function hiddenText(
  t: ReturnType<typeof useTexts<typeof gridTexts>>,
  { isSame, isUnused }: Hidden,
  by: number,
): string {
  if (by === 1) return t('sameAsDefault');
  if (!isSame) return t('unused', { row: by });
  return isUnused ? t('sameAsUnused', { row: by }) : t('sameAs', { row: by });
}
