import type { LineCategory, SalesDocument, SalesLine } from '#schemas/documents/sales-document.ts';
import { Decimal, ZERO } from '#schemas/money.ts';
import { mapLineTaxes, type RatedTax } from './map-line-taxes.ts';
import { type TaxTable, unknownTax } from './map-taxes.ts';
import type { FeeRecord, LineRecord, LinesRecord, Meta, ShippingRecord } from './records.ts';
import { plainText, plainTextOrNull } from './text.ts';
import { amountText, quantityText } from './wire-values.ts';

/** What the lines of one document have in common. */
export interface LineScope {
  /** How messages call the document: "1043". */
  readonly document: string;
  readonly table: TaxTable;
  readonly sign: 1 | -1;
}

type AnyLine = LineRecord | ShippingRecord | FeeRecord;

const WRAPPING = /emballage[s]?[ -]cadeau|papier cadeau|gift[ -]?wrap|cadeauverpakking|geschenkverpakking/i;

/** A refund's line names the line it gives back; the lineage then points at the sale's own line. */
function lineIdOf(line: AnyLine): string {
  const original = line.meta_data.find((meta: Meta) => meta.key === '_refunded_item_id')?.value;
  const text = typeof original === 'number' ? String(original) : original;
  return typeof text === 'string' && /^[1-9]\d*$/.test(text) ? text : line.id;
}

function ratedTaxes(line: AnyLine, scope: LineScope, path: string): RatedTax[] {
  const rated: RatedTax[] = [];
  for (const [index, tax] of line.taxes.entries()) {
    const rate = scope.table.rates.get(tax.id);
    if (rate) rated.push({ id: tax.id, amount: tax.total.times(scope.sign), rate });
    else if (!tax.total.isZero()) throw unknownTax(scope.document, tax.id, `${path}/taxes/${index}`);
  }
  // A rate that does not apply to this line is listed with nothing beside those that do.
  const charged = rated.filter((tax) => !tax.amount.isZero());
  return charged.length > 0 ? charged : rated.slice(0, 1);
}

function amountsOf(line: AnyLine, gross: Decimal, scope: LineScope, path: string) {
  const net = line.total.times(scope.sign);
  return {
    grossAmount: amountText(gross),
    discountAmount: amountText(gross.minus(net)),
    netAmount: amountText(net),
    taxes: mapLineTaxes(net, ratedTaxes(line, scope, path)),
  };
}

function mapGoods(line: LineRecord, scope: LineScope, path: string): SalesLine {
  return {
    id: lineIdOf(line),
    // A gift card that is sold looks like any product; the mapping knows which ones are.
    category: 'goods',
    description: plainText(line.name),
    sku: plainTextOrNull(line.sku),
    productId: line.product_id && line.product_id !== '0' ? line.product_id : null,
    productCategory: null,
    quantity: quantityText(line.quantity.times(scope.sign)),
    ...amountsOf(line, (line.subtotal ?? line.total).times(scope.sign), scope, path),
  };
}

function mapExtra(line: AnyLine, name: string, category: LineCategory, scope: LineScope, path: string): SalesLine {
  return {
    id: lineIdOf(line),
    category,
    description: plainText(name),
    sku: null,
    productId: null,
    productCategory: null,
    quantity: '1',
    ...amountsOf(line, line.total.times(scope.sign), scope, path),
  };
}

/**
 * Who ships, by the title that the customer saw: several carriers share one key ("flat_rate"), and the shop's list of
 * ways to ship goes by titles too. Null when the line has none.
 */
export function carrierOf(line: ShippingRecord | undefined): SalesDocument['carrier'] | null {
  const title = plainText(line?.method_title ?? '');
  return title === '' ? null : { id: title, name: title };
}

/**
 * Products, shipping and fees of an order or a refund as lines, in the shop's order. All amounts of WooCommerce's lines
 * exclude VAT, also in a shop that enters its prices with VAT included.
 *
 * @throws HoldError when a line charges a tax that the document does not list
 */
export function mapLines(record: LinesRecord, scope: LineScope): SalesLine[] {
  return [
    ...record.line_items.map((line, index) => mapGoods(line, scope, `line_items/${index}`)),
    ...record.shipping_lines.map((line, index): SalesLine => {
      const carrier = record.shipping_lines.length > 1 ? carrierOf(line) : null;
      const extra = mapExtra(line, line.method_title, 'shipping', scope, `shipping_lines/${index}`);
      return carrier ? { ...extra, carrier } : extra;
    }),
    ...record.fee_lines.map((line, index) => {
      const category = WRAPPING.test(plainText(line.name)) ? 'wrapping' : 'fee';
      return mapExtra(line, line.name, category, scope, `fee_lines/${index}`);
    }),
  ];
}

/** Net amounts and taxes of a document added up; the taxes are those of the document, not of its lines. */
export function sumLinesAndTaxes(lines: readonly SalesLine[], taxes: TaxTable['taxes']): Decimal {
  let total = ZERO;
  for (const line of lines) total = total.plus(new Decimal(line.netAmount));
  for (const tax of taxes) total = total.plus(new Decimal(tax.amount));
  return total;
}
