import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { BookedOn } from './booked-on.tsx';
import { sourceTexts } from './texts.ts';
import type { Part, PartLine, TracedLine } from './trace.ts';

export interface Tracing {
  readonly linesOf: (part: Part) => readonly PartLine[];
  readonly onLine: (line: TracedLine) => void;
  /** The part that somebody came from, to stand out. */
  readonly highlight: Part | null;
}

interface Props extends Tracing {
  readonly part: Part;
  readonly isSum?: boolean;
  readonly children: ReactNode;
}

function bringIntoView(row: HTMLTableRowElement | null): void {
  row?.scrollIntoView({ block: 'center' });
}

/** One part of a document, with the lines of entries made of it. */
export function SourceRow({ part, isSum = false, highlight, linesOf, onLine, children }: Props) {
  const t = useTexts(sourceTexts);
  const isHere = highlight?.part === part.part && highlight.id === part.id;
  return (
    <Table.Tr
      ref={isHere ? bringIntoView : null}
      className={[isHere ? 'source-here' : '', isSum ? 'source-sum' : ''].join(' ').trim() || undefined}
      aria-current={isHere ? 'location' : undefined}
      title={isHere ? t('here') : undefined}
    >
      {children}
      <Table.Td>
        <BookedOn lines={linesOf(part)} onLine={onLine} />
      </Table.Td>
    </Table.Tr>
  );
}
