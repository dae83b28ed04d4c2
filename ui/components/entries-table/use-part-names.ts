import { useQuery } from '@tanstack/react-query';
import type { ReviewEntry } from '#schemas/api/runs.ts';
import type { Lineage } from '#schemas/documents/journal-entry.ts';
import { apiQuery } from '#ui/api/queries.ts';
import { type SaleParts, salePartsSchema } from './sale-parts.ts';

function nameIn(document: SaleParts, { part, id }: Lineage): string | null {
  switch (part) {
    case 'line': {
      const line = document.lines.find((other) => other.id === id);
      return line ? `${line.quantity} × ${line.description}` : null;
    }
    case 'tax':
      return document.taxes.find((tax) => tax.id === id)?.name ?? null;
    case 'payment':
      return document.payments.find((payment) => payment.id === id)?.methodTitle ?? null;
    case 'gift-card':
      return document.giftCards.find((card) => card.id === id)?.code ?? null;
    default:
      return document.number;
  }
}

/**
 * Names the parts of a source document as people know them ("2 × T-shirt") instead of by id. Reads that document only
 * when asked for; until it is there, and where it is none we know, the answer is null.
 */
export function usePartNames(
  run: string | null,
  source: ReviewEntry['entry']['source'],
): (part: Lineage) => string | null {
  const found = useQuery({
    ...apiQuery('listRunDocuments', { params: { id: run ?? '' }, query: { search: source.number, limit: 20 } }),
    enabled: run !== null,
  });
  const document = found.data?.items.find((item) => item.number === source.number)?.id;
  const read = useQuery({
    ...apiQuery('getRunDocument', { params: { id: run ?? '', document: document ?? '' } }),
    enabled: document !== undefined,
  });
  const parsed = salePartsSchema.safeParse(read.data?.body);
  return (part) => (parsed.success && parsed.data.id === source.id ? nameIn(parsed.data, part) : null);
}
