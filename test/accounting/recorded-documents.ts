import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseShopAddress } from '#nodes/woocommerce/address.ts';
import { mapOrder } from '#nodes/woocommerce/map-order.ts';
import { inOrderMade, mapRefund } from '#nodes/woocommerce/map-refund.ts';
import { NO_RATES } from '#nodes/woocommerce/map-taxes.ts';
import { orderSchema, refundSchema } from '#nodes/woocommerce/records.ts';
import { recordedCase } from '#nodes/woocommerce/testing/shop-data.ts';
import { DEFAULT_CONFIG } from '#nodes/woocommerce/testing/shop-test.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';

const FOLDER = join(import.meta.dirname, '../../nodes/woocommerce/testing/fixtures/recorded');
const scope = { address: parseShopAddress('https://shop.test'), config: DEFAULT_CONFIG, rates: NO_RATES };

/** An order that a real shop answered with, and its refunds, as the shop's own connector maps them. */
export interface Recorded {
  readonly name: string;
  readonly sale: SalesDocument;
  readonly notes: readonly SalesDocument[];
}

function mapped(name: string): Recorded {
  const recorded = recordedCase(name);
  const order = orderSchema.parse(recorded.order);
  const sale = mapOrder(order, scope);
  const notes: SalesDocument[] = [];
  for (const refund of inOrderMade(recorded.refunds.map((raw) => refundSchema.parse(raw)))) {
    notes.push(mapRefund(refund, { order, sale }, [...notes], scope));
  }
  return { name, sale, notes };
}

export function recordedDocuments(): Recorded[] {
  return readdirSync(FOLDER).map((file) => mapped(file.replace(/\.json$/, '')));
}
