import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { Language } from '#schemas/localised.ts';
import { formatMoney, formatShortDay } from '#ui/i18n/format.ts';
import type { Translate } from '#ui/i18n/use-texts.ts';
import type { EntryRow } from './entry-rows.ts';
import type { entriesTexts } from './texts.ts';

interface Props {
  readonly row: EntryRow & { kind: 'entry' };
  readonly hasForeign: boolean;
  readonly language: Language;
  readonly t: Translate<typeof entriesTexts>;
  readonly onFold: (id: string, isFolded: boolean) => void;
  readonly onTick: ((ids: readonly string[], ticked: boolean) => void) | undefined;
}

/**
 * Cells of an entry's head row: what identifies it, and its sums. Plain elements, and texts handed down: dozens of
 * these are made anew at every step of scrolling.
 */
export function EntryCells({ row, hasForeign, language, t, onFold, onTick }: Props) {
  const { entry, documentId, ticked } = row.item;
  const piece = entry.pieceNumber;
  const Chevron = row.isFolded ? IconChevronRight : IconChevronDown;
  return (
    <>
      <td className="entries-controls">
        <button
          type="button"
          className="entries-fold"
          tabIndex={-1}
          aria-label={row.isFolded ? t('unfold', { piece }) : t('fold', { piece })}
          onClick={() => onFold(documentId, !row.isFolded)}
        >
          <Chevron size={16} />
        </button>
        {onTick && (
          <input
            type="checkbox"
            className="entries-check"
            tabIndex={-1}
            checked={ticked}
            aria-label={t('tickEntry', { piece })}
            onChange={(event) => onTick([documentId], event.currentTarget.checked)}
          />
        )}
      </td>
      <td className="entries-journal" title={entry.journalName}>
        {entry.journal}
      </td>
      <td className="entries-date">{formatShortDay(entry.date, language)}</td>
      <td className="entries-piece" title={piece}>
        {piece}
      </td>
      <td className="entries-reference" title={entry.reference}>
        {entry.reference}
      </td>
      <td className="entries-party" colSpan={2} title={entry.partyName ?? undefined}>
        {entry.partyName}
      </td>
      <td className="entries-text" colSpan={2} title={entry.label}>
        {entry.label}
      </td>
      <td className="entries-amount entries-debit">{formatMoney(row.debit, language)}</td>
      <td className="entries-amount entries-credit">{formatMoney(row.credit, language)}</td>
      {hasForeign && <td className="entries-amount entries-currency">{entry.currency}</td>}
    </>
  );
}
