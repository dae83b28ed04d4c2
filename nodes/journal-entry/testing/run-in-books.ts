import type { MapResult } from '#nodes/kit/node-type.ts';
import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { type MappingRule, mappingRuleSchema } from '#schemas/mapping/rule.ts';
import type { Message } from '#schemas/messages.ts';
import { mapDocuments } from '../map-documents.ts';
import { context } from './run-mapping.ts';

/** Where and when a mapping runs. */
export interface Books {
  readonly config?: object;
  readonly rules?: readonly Pick<MappingRule, 'table' | 'match' | 'set'>[];
  readonly closedUntil?: string;
  readonly zone?: string;
  readonly startedAt?: string;
  /** Where its warnings are collected. */
  readonly warnings?: Message[];
}

const MAPPING = 'tables';

/** What a mapping makes of a document in books with tables, a closed period, a time zone and a day of their own. */
export function mapIn(books: Books, document: SalesDocument): MapResult {
  const rules = (books.rules ?? []).map((rule, index) =>
    mappingRuleSchema.parse({ id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`, ...rule }),
  );
  const usual = context({ ...(books.rules ? { mapping: MAPPING } : {}), ...books.config }, books.warnings);
  const made = {
    ...usual,
    run: {
      ...usual.run,
      zone: books.zone ?? usual.run.zone,
      books: {
        mapping: (id: string) => (id === MAPPING ? { id, name: 'Tables', revision: 1, rules } : null),
        closedUntil: books.closedUntil ?? null,
      },
    },
    startedAt: books.startedAt === undefined ? usual.startedAt : new Date(books.startedAt),
  };
  const [result] = mapDocuments(made, [{ key: 'doc', kind: 'sales-document', body: document }]);
  if (!result) throw new Error('no result');
  return result;
}

/** The entries of a document that must be bookable, the sale or credit note first. */
export function entriesIn(books: Books, document: SalesDocument): [JournalEntry, ...JournalEntry[]] {
  const result = mapIn(books, document);
  if (!('emit' in result)) throw new Error(`not emitted: ${JSON.stringify(result)}`);
  const [first, ...others] = result.emit.map(({ body }) => body as JournalEntry);
  if (!first) throw new Error('no entry');
  return [first, ...others];
}
