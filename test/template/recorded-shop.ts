import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A case recorded from a real WooCommerce: the order and its refunds as the API gave them. */
export interface RecordedCase {
  readonly name: string;
  readonly order: RecordedOrder;
  readonly refunds: readonly RecordedRefund[];
}
export interface RecordedTaxLine {
  readonly rate_id: number;
  readonly rate_percent: number;
  readonly tax_total: string;
  readonly shipping_tax_total: string;
}
export interface RecordedOrder {
  readonly id: number;
  readonly number: string;
  readonly status: string;
  readonly currency: string;
  readonly total: string;
  readonly date_paid_gmt: string | null;
  readonly tax_lines: readonly RecordedTaxLine[];
}
export interface RecordedRefund {
  readonly id: number;
  readonly amount: string;
  readonly tax_lines: readonly RecordedTaxLine[];
}

const FOLDER = join(import.meta.dirname, '../../nodes/woocommerce/testing/fixtures/recorded');

export async function recordedCases(): Promise<RecordedCase[]> {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    files.map(async (name) => {
      const { order, refunds } = JSON.parse(await readFile(join(FOLDER, name), 'utf8')) as RecordedCase;
      return { name: name.replace('.json', ''), order, refunds };
    }),
  );
}
