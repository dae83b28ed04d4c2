import { ActionIcon, Checkbox } from '@mantine/core';
import { IconChevronsDown, IconChevronsUp } from '@tabler/icons-react';
import type { ReviewEntry } from '#schemas/api/runs.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { commonCurrency } from './entry-rows.ts';
import { entriesTexts } from './texts.ts';

const LEFT = ['journal', 'date', 'piece', 'reference', 'account', 'auxiliary', 'label', 'vat'] as const;
const RIGHT = ['debit', 'credit'] as const;

interface Props {
  readonly entries: readonly ReviewEntry[];
  readonly hasForeign: boolean;
  readonly areAllFolded: boolean;
  readonly onFoldAll: (isFolded: boolean) => void;
  readonly onTick: ((ids: readonly string[], ticked: boolean) => void) | undefined;
}

/** Column heads; the first one folds everything and ticks everything that is shown. */
export function TableHead({ entries, hasForeign, areAllFolded, onFoldAll, onTick }: Props) {
  const t = useTexts(entriesTexts);
  const ticked = entries.filter((entry) => entry.ticked).length;
  const currency = commonCurrency(entries);
  const Icon = areAllFolded ? IconChevronsDown : IconChevronsUp;
  return (
    <tr aria-rowindex={1} className="entries-row entries-head">
      <th scope="col" className="entries-controls">
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={areAllFolded ? t('unfoldAll') : t('foldAll')}
          onClick={() => onFoldAll(!areAllFolded)}
        >
          <Icon size={16} />
        </ActionIcon>
        {onTick && (
          <Checkbox
            size="xs"
            aria-label={t('tickShown')}
            checked={entries.length > 0 && ticked === entries.length}
            indeterminate={ticked > 0 && ticked < entries.length}
            onChange={(event) =>
              onTick(
                entries.map((entry) => entry.documentId),
                event.currentTarget.checked,
              )
            }
          />
        )}
      </th>
      {LEFT.map((name) => (
        <th key={name} scope="col" className={`entries-wide entries-${name}`}>
          {t(name)}
        </th>
      ))}
      {RIGHT.map((name) => (
        <th key={name} scope="col" className={`entries-amount entries-${name}`}>
          {currency ? `${t(name)} (${currency})` : t(name)}
        </th>
      ))}
      {hasForeign && (
        <th scope="col" className="entries-amount entries-wide">
          {t('currencyAmount')}
        </th>
      )}
    </tr>
  );
}
