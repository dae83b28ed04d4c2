import { IconAlertTriangle, IconPointFilled, IconUnlink } from '@tabler/icons-react';
import { isFault, type Mark } from '../sheet/marks.ts';

interface Props {
  readonly mark: Mark;
  /** What it says, for who cannot see it; sighted people read it when they point at it or choose the cell. */
  readonly text: string;
}

/** What is to be said about a cell: an icon each, never a colour alone. */
export function CellMark({ mark, text }: Props) {
  const isBad = isFault(mark);
  const Icon = isBad ? IconAlertTriangle : mark === 'gone' ? IconUnlink : IconPointFilled;
  const color = isBad ? 'var(--mantine-color-red-text)' : 'var(--mantine-color-orange-text)';
  return (
    <span className="sheet-mark" title={text} role="img" aria-label={text}>
      <Icon
        size={mark === 'unlisted' ? 10 : 15}
        color={mark === 'unlisted' ? 'var(--mantine-color-dimmed)' : color}
        aria-hidden
      />
    </span>
  );
}
