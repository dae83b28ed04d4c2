import type { Language } from '#schemas/localised.ts';
import { formatDecimals, formatMoney } from '#ui/i18n/format.ts';
import type { EntryRow } from './entry-rows.ts';

function vatText(vat: { code: string | null; rate: string }, language: Language): string {
  const rate = `${formatDecimals(vat.rate, language)} %`;
  return vat.code ? `${vat.code} · ${rate}` : rate;
}

interface Props {
  readonly row: EntryRow & { kind: 'line' };
  readonly hasForeign: boolean;
  readonly language: Language;
}

/** Cells of one line of an entry. An empty side stays empty, as in a printed journal. */
export function LineCells({ row, hasForeign, language }: Props) {
  const line = row.item.entry.lines[row.index];
  if (!line) return null;
  const amount = (text: string) => (text === '0.00' ? '' : formatMoney(text, language));
  const foreign = line.currencyAmount;
  return (
    <>
      <td className="entries-blank" colSpan={5} />
      <td className="entries-account">{line.account}</td>
      <td className="entries-auxiliary" title={line.auxiliaryAccount ?? undefined}>
        {line.auxiliaryAccount}
      </td>
      <td className="entries-text" title={line.label}>
        {line.label}
      </td>
      <td className="entries-vat">{line.vat && vatText(line.vat, language)}</td>
      <td className="entries-amount entries-debit">{amount(line.debit)}</td>
      <td className="entries-amount entries-credit">{amount(line.credit)}</td>
      {hasForeign && (
        <td className="entries-amount entries-currency">
          {foreign && `${formatMoney(foreign.amount, language)} ${foreign.currency}`}
        </td>
      )}
    </>
  );
}
