import type { ListId } from '#nodes/kit/lists.ts';
import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import type { Message } from '#schemas/messages.ts';
import { controlMessages } from './control-messages.ts';

/**
 * Of the values asked for, those that a list of a connection has now; null when that list was never read, which says
 * nothing about any value.
 */
export type FindListed = (
  connection: string,
  list: ListId,
  values: readonly string[],
) => Promise<ReadonlySet<string> | null>;

interface Named {
  readonly list: 'accounts' | 'journals' | 'vat-codes';
  readonly value: string;
  readonly path: string;
}

const UNKNOWN = {
  accounts: controlMessages.build.account_unknown,
  journals: controlMessages.build.journal_unknown,
  'vat-codes': controlMessages.build.vat_code_unknown,
} as const;
const LISTS = ['accounts', 'journals', 'vat-codes'] as const;

function namedIn(entry: JournalEntry, takesVatCodes: boolean): Named[] {
  const ofLines = entry.lines.flatMap(({ account, vat }, index): Named[] => [
    { list: 'accounts', value: account, path: `lines/${index}/account` },
    ...(takesVatCodes && vat?.code
      ? [{ list: 'vat-codes' as const, value: vat.code, path: `lines/${index}/vat/code` }]
      : []),
  ]);
  return [{ list: 'journals', value: entry.journal, path: 'journal' }, ...ofLines];
}

/** What a target has of everything that entries name, asked once for all of them. */
export interface KnownValues {
  readonly faultOf: (entry: JournalEntry) => Message | null;
}

/**
 * Looks up what entries name in the lists of the target that were read. A value that has vanished there counts as
 * unknown.
 *
 * @param takesVatCodes false for a target that has no place for them
 */
export async function readKnownValues(
  entries: readonly JournalEntry[],
  { connection, title, takesVatCodes }: { connection: string; title: string; takesVatCodes: boolean },
  find: FindListed,
): Promise<KnownValues> {
  const all = entries.flatMap((entry) => namedIn(entry, takesVatCodes));
  const known = new Map<Named['list'], ReadonlySet<string> | null>();
  for (const list of LISTS) {
    const values = [...new Set(all.filter((one) => one.list === list).map(({ value }) => value))];
    known.set(list, values.length === 0 ? null : await find(connection, list, values));
  }
  return {
    faultOf: (entry) => {
      const stranger = namedIn(entry, takesVatCodes).find(({ list, value }) => {
        const values = known.get(list);
        return values ? !values.has(value) : false;
      });
      if (!stranger) return null;
      const { value, path } = stranger;
      return UNKNOWN[stranger.list]({ document: entry.source.number, value, target: title }, path);
    },
  };
}
