import { Anchor, Text } from '@mantine/core';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { vatReturnTexts } from './texts.ts';

interface Props {
  readonly amount: string;
  readonly lines: number;
  /** What the figure is, for who cannot see where it stands. */
  readonly name: string;
  readonly onOpen: () => void;
}

/** An amount that opens the lines behind it; without lines there is nothing to open. */
export function FigureButton({ amount, lines, name, onOpen }: Props) {
  const t = useTexts(vatReturnTexts);
  const format = useFormat();
  if (lines === 0) {
    return (
      <Text component="span" inherit c="dimmed">
        —
      </Text>
    );
  }
  return (
    <Anchor
      component="button"
      type="button"
      className="amount"
      fz="inherit"
      aria-label={`${t('showLines', { figure: name })}: ${format.money(amount)}`}
      title={t('lines', { count: lines })}
      onClick={onOpen}
    >
      {format.money(amount)}
    </Anchor>
  );
}
