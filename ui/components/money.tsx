import { Text, type TextProps } from '@mantine/core';
import { useFormat } from '#ui/i18n/format.ts';

interface MoneyProps extends Omit<TextProps, 'children'> {
  /** Decimal text as on the wire; null shows nothing. */
  amount: string | null;
  currency?: string | null;
  /** Leaves a zero out, as in the debit and credit columns of a journal. */
  hideZero?: boolean;
}

/** An amount in the reader's format, with tabular figures, aligned right. */
export function Money({ amount, currency, hideZero = false, ...rest }: MoneyProps) {
  const format = useFormat();
  if (amount === null || (hideZero && /^-?0(\.0*)?$/.test(amount))) return null;
  return (
    <Text component="span" inherit className="amount" {...rest}>
      {format.money(amount)}
      {currency ? `\u00a0${currency}` : ''}
    </Text>
  );
}
