import type { Language } from '#schemas/localised.ts';
import { formatMoney } from '#ui/i18n/format.ts';
import type { EntryRow } from './entry-rows.ts';

function vatText(vat: { code: string | null; rate: string; country: string | null }, decimalSign: string): string {
  const rate = `${vat.rate.replace('.', decimalSign)} %`;
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
  const decimalSign = formatMoney('0.00', language).slice(1, 2);
  const foreign = line.currencyAmount;
  return (
    <>
      <td />
      <td />
      <td />
      <td />
      <td />
      <td className="entries-code">{line.account}</td>
      <td className="entries-code" title={line.auxiliaryAccount ?? undefined}>
        {line.auxiliaryAccount}
      </td>
      <td title={line.label}>{line.label}</td>
      <td>{line.vat && vatText(line.vat, decimalSign)}</td>
      <td className="entries-amount">{amount(line.debit)}</td>
      <td className="entries-amount">{amount(line.credit)}</td>
      {hasForeign && (
        <td className="entries-amount">{foreign && `${formatMoney(foreign.amount, language)} ${foreign.currency}`}</td>
      )}
    </>
  );
}
