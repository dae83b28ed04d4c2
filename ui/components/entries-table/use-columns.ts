import { useLocalStorage } from '@mantine/hooks';
import { useMemo } from 'react';
import { z } from 'zod';
import { ENTRY_COLUMNS, type EntryColumn, entryColumnSchema } from '#schemas/api/entry-columns.ts';
import { useSession } from '#ui/api/session.ts';

/** What an accountant looks at first; the others are a click away. */
const USUAL: readonly EntryColumn[] = [
  ...(['journal', 'date', 'piece', 'account', 'auxiliary', 'party', 'label'] as const),
  ...(['vatCode', 'vatRate', 'debit', 'credit'] as const),
];

const keptSchema = z.object({ shown: z.array(entryColumnSchema), order: z.array(entryColumnSchema) });
type Kept = z.infer<typeof keptSchema>;
const USUAL_CHOICE: Kept = { shown: [...USUAL], order: [...ENTRY_COLUMNS] };

/** What was kept, made whole: columns that came since stand at the end, those that are gone are left away. */
function readKept(text: string | undefined): Kept {
  try {
    const { shown, order } = keptSchema.parse(JSON.parse(text ?? ''));
    const known = [...new Set(order)];
    return { shown, order: [...known, ...ENTRY_COLUMNS.filter((column) => !known.includes(column))] };
  } catch {
    return USUAL_CHOICE;
  }
}

export interface ColumnChoice {
  /** The chosen columns in their order. */
  readonly columns: readonly EntryColumn[];
  /** All of them in their order. */
  readonly order: readonly EntryColumn[];
  readonly show: (column: EntryColumn, isShown: boolean) => void;
  /** One place to the left (-1) or to the right (1). */
  readonly move: (column: EntryColumn, by: -1 | 1) => void;
  readonly reset: () => void;
}

/** Which columns a person has chosen, and their order; kept for that person in this browser. */
export function useColumns(): ColumnChoice {
  const user = useSession()?.user?.id ?? 'nobody';
  const [kept, keep] = useLocalStorage<Kept>({
    key: `passerelle.entries.columns.${user}`,
    defaultValue: USUAL_CHOICE,
    getInitialValueInEffect: false,
    deserialize: readKept,
  });
  return useMemo(() => {
    const { shown, order } = kept;
    const columns = order.filter((column) => shown.includes(column));
    return {
      columns,
      order,
      // At least one column stays: a table without any could not be mended by looking at it.
      show: (column, isShown) => {
        const others = shown.filter((other) => other !== column);
        if (isShown || others.length > 0) keep({ order, shown: isShown ? [...others, column] : others });
      },
      move: (column, by) => {
        const from = order.indexOf(column);
        const moved = order.toSpliced(from, 1).toSpliced(Math.max(0, from + by), 0, column);
        keep({ shown, order: moved });
      },
      reset: () => keep(USUAL_CHOICE),
    };
  }, [kept, keep]);
}
