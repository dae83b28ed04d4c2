import { useQueries } from '@tanstack/react-query';
import { endpoints } from '#schemas/api/index.ts';
import type { Lineage } from '#schemas/documents/journal-entry.ts';
import { call } from '#ui/api/client.ts';
import { apiQuery } from '#ui/api/queries.ts';
import { type SaleParts, salePartsSchema } from '#ui/components/source-document/sale-parts.ts';
import type { TracedLine } from '#ui/components/source-document/trace.ts';

/** The document that a part belongs to, and what people call the part ("2 × T-shirt"). */
export interface SourcePart {
  /** Id of the document in the run; null until it is known. */
  readonly document: string | null;
  readonly name: string | null;
}

function nameIn(sale: SaleParts, { part, id }: Lineage): string | null {
  switch (part) {
    case 'line': {
      const line = sale.lines.find((other) => other.id === id);
      return line ? `${line.quantity} × ${line.description}` : null;
    }
    case 'tax':
      return sale.taxes.find((tax) => tax.id === id)?.name ?? null;
    case 'payment':
      return sale.payments.find((payment) => payment.id === id)?.methodTitle ?? null;
    case 'gift-card':
      return sale.giftCards.find((card) => card.id === id)?.code ?? null;
    default:
      return sale.number;
  }
}

/** Documents of which the parts are named by name: a line that sums up a day's sales is about hundreds of them. */
const MOST_NAMED = 20;

/** The id of a source document of a run, by its key. */
async function findByKey(run: string, key: string, signal: AbortSignal): Promise<string | null> {
  const page = await call(endpoints.listRunDocuments, { params: { id: run }, query: { key, limit: 1 } }, signal);
  return page.items[0]?.id ?? null;
}

/** Where the parts of a line stand. Reads their documents; until one is there its parts have no name. */
export function useSourceParts(
  run: string,
  { sourceId }: TracedLine,
  parts: readonly Lineage[],
): (part: Lineage) => SourcePart {
  const keys = [...new Set(parts.flatMap(({ document }) => document ?? []))];
  const found = useQueries({
    queries: keys.map((key) => ({
      queryKey: ['runs', 'findByKey', run, key],
      queryFn: ({ signal }: { signal: AbortSignal }) => findByKey(run, key, signal),
    })),
  });
  const byKey = new Map(keys.map((key, index) => [key, found[index]?.data ?? null]));
  const isOwn = parts.some(({ document }) => document === undefined);
  const ids = [...new Set([...(isOwn ? [sourceId] : []), ...byKey.values()])].filter((id) => id !== null);
  const read = useQueries({
    queries: ids.slice(0, MOST_NAMED).map((document) => apiQuery('getRunDocument', { params: { id: run, document } })),
  });
  const sales = new Map(ids.map((id, index) => [id, salePartsSchema.safeParse(read[index]?.data?.body)]));
  return (part) => {
    const document = part.document === undefined ? sourceId : (byKey.get(part.document) ?? null);
    const sale = sales.get(document ?? '');
    return { document, name: sale?.success ? nameIn(sale.data, part) : null };
  };
}
