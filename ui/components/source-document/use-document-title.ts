import { useTexts } from '#ui/i18n/use-texts.ts';
import { salePartsSchema } from './sale-parts.ts';
import { sourceTexts } from './texts.ts';

interface Titled {
  readonly label: string;
  readonly number: string | null;
}

/** What a document is called at the head of its page: "Vente 2962"; the connector's own word ("order 2962") only as a last resort. */
export function useDocumentTitle(): (document: Titled, body: unknown) => string {
  const t = useTexts(sourceTexts);
  return (document, body) => {
    const sale = salePartsSchema.safeParse(body);
    if (sale.success) return t(sale.data.kind, { number: sale.data.number });
    return document.number ?? document.label;
  };
}
