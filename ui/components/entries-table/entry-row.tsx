import { ActionIcon, Checkbox } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import type { EntryRow } from './entry-rows.ts';
import { entriesTexts } from './texts.ts';

interface Props {
  readonly row: EntryRow & { kind: 'entry' };
  readonly hasForeign: boolean;
  readonly onFold: (id: string, isFolded: boolean) => void;
  readonly onTick: ((ids: readonly string[], ticked: boolean) => void) | undefined;
}

/** Cells of an entry's head row: what identifies it, and its sums. */
export function EntryCells({ row, hasForeign, onFold, onTick }: Props) {
  const t = useTexts(entriesTexts);
  const format = useFormat();
  const { entry, documentId, ticked } = row.item;
  const piece = entry.pieceNumber;
  const Chevron = row.isFolded ? IconChevronRight : IconChevronDown;
  return (
    <>
      <td className="entries-controls">
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          tabIndex={-1}
          aria-label={row.isFolded ? t('unfold', { piece }) : t('fold', { piece })}
          onClick={() => onFold(documentId, !row.isFolded)}
        >
          <Chevron size={16} />
        </ActionIcon>
        {onTick && (
          <Checkbox
            size="xs"
            tabIndex={-1}
            checked={ticked}
            aria-label={t('tickEntry', { piece })}
            onChange={(event) => onTick([documentId], event.currentTarget.checked)}
          />
        )}
      </td>
      <td title={entry.journalName}>{entry.journal}</td>
      <td>{format.day(entry.date)}</td>
      <td title={piece}>{piece}</td>
      <td title={entry.reference}>{entry.reference}</td>
      <td className="entries-party" title={entry.partyName ?? undefined}>
        {entry.partyName}
      </td>
      <td title={entry.label}>{entry.label}</td>
      <td />
      <td className="entries-amount">{format.money(row.debit)}</td>
      <td className="entries-amount">{format.money(row.credit)}</td>
      {hasForeign && <td className="entries-amount">{entry.currency}</td>}
    </>
  );
}
