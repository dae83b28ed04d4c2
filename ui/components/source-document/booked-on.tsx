import { Group, UnstyledButton } from '@mantine/core';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { sourceTexts } from './texts.ts';
import type { PartLine, TracedLine } from './trace.ts';

interface Props {
  readonly lines: readonly PartLine[];
  readonly onLine: (line: TracedLine) => void;
}

/** The lines of entries that a part of a document went into; a click goes to one of them. */
export function BookedOn({ lines, onLine }: Props) {
  const t = useTexts(sourceTexts);
  const format = useFormat();
  return (
    <Group gap={4} wrap="wrap">
      {lines.map(({ line, amount }) => {
        const account = line.entry.lines[line.index]?.account ?? '';
        const isCredit = amount.startsWith('-');
        const shown = format.money(amount.replace(/^-/, ''));
        return (
          <UnstyledButton
            key={`${line.documentId}/${line.index}`}
            className="source-chip"
            aria-label={t('openLine', { account, side: t(isCredit ? 'credit' : 'debit'), amount: shown })}
            onClick={() => onLine(line)}
          >
            {account} <span className="source-side">{t(isCredit ? 'C' : 'D')}</span> {shown}
          </UnstyledButton>
        );
      })}
    </Group>
  );
}
