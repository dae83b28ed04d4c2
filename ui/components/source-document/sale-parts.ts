import type { z } from 'zod';
import { salesDocumentSchema } from '#schemas/documents/sales-document.ts';

/**
 * The parts of a sale that are shown. Only these are checked, so that a document stored before the schema grew is
 * still shown as a sale.
 */
export const salePartsSchema = salesDocumentSchema.pick({
  id: true,
  kind: true,
  number: true,
  currency: true,
  lines: true,
  taxes: true,
  payments: true,
  giftCards: true,
  total: true,
});
export type SaleParts = z.infer<typeof salePartsSchema>;
