import type { SalesDocument, SalesLine } from '#schemas/documents/sales-document.ts';
import type { ProofConfig } from './arbitrary-documents.ts';
import { CENT, millionths, rateOf, toStep, total, UNIT } from './whole-numbers.ts';

/** A part of a line at one rate (null: without VAT): what the books should get of it, in millionths, VAT apart. */
export interface Slice {
  readonly line: SalesLine;
  readonly taxId: string | null;
  readonly net: bigint;
  readonly discount: bigint;
}

interface Stated {
  readonly line: SalesLine;
  readonly taxId: string | null;
  readonly net: bigint;
  readonly vat: bigint;
  /** In tenths. */
  readonly quantity: bigint;
}

function statedParts(line: SalesLine): Stated[] {
  const quantity = millionths(line.quantity) / (UNIT / 10n);
  if (line.taxes.length === 0) return [{ line, taxId: null, net: millionths(line.netAmount), vat: 0n, quantity }];
  return line.taxes.map(({ taxId, base, amount }) => ({
    ...{ line, taxId, quantity },
    net: millionths(base),
    vat: millionths(amount),
  }));
}

/** Net and VAT of one part by the unit price or by the line, as the handbook of the settings describes them. */
function reckonedPart({ net, vat, quantity }: Stated, rate: bigint, step: bigint, isGross: boolean, byUnit: boolean) {
  const count = byUnit ? quantity : 10n;
  const price = toStep((isGross ? net + vat : net) * 10n, count, step);
  const priceNet = isGross ? toStep(price * UNIT, UNIT + rate, step) : price;
  const priceVat = isGross ? price - priceNet : toStep(price * rate, UNIT, step);
  return { net: toStep(priceNet * count, 10n, step), vat: toStep(priceVat * count, 10n, step) };
}

/** Net of the parts of a rate when the rate is rounded once: cut down, and the missing steps given to who lost most. */
function reckonedTotal(parts: readonly Stated[], rate: bigint, step: bigint, isGross: boolean) {
  const divisor = isGross ? UNIT + rate : UNIT;
  const prices = parts.map(({ net, vat }) => (isGross ? net + vat : net));
  const whole = total(prices);
  const net = toStep(whole * UNIT, divisor, step);
  const vat = isGross ? toStep(whole - net, 1n, step) : toStep(net * rate, UNIT, step);
  const cut = prices.map((price, index) => {
    const numerator = price * UNIT;
    const unit = divisor * step;
    const lost = ((numerator % unit) + unit) % unit;
    return { index, lost, net: ((numerator - lost) / unit) * step };
  });
  let missing = (net - total(cut.map((one) => one.net))) / step;
  const byLoss = [...cut].sort((a, b) => (a.lost === b.lost ? b.index - a.index : a.lost > b.lost ? -1 : 1));
  const nets = cut.map((one) => one.net);
  for (const { index } of byLoss) {
    if (missing <= 0n) break;
    nets[index] = (nets[index] ?? 0n) + step;
    missing -= 1n;
  }
  return { nets, vat };
}

function reckonedDiscount(line: SalesLine, method: ProofConfig['rounding']['method'], step: bigint): bigint {
  const discount = millionths(line.discountAmount);
  if (method !== 'unit') return toStep(discount, 1n, step);
  const quantity = millionths(line.quantity) / (UNIT / 10n);
  return toStep(toStep(discount * 10n, quantity, step) * quantity, 10n, step);
}

export interface Amounts {
  readonly slices: readonly Slice[];
  /** VAT to book by tax, in whole cents. */
  readonly vat: ReadonlyMap<string, bigint>;
}

/** What lines and VAT of a document should be in the books, before the cents that miss its total. */
export function expectedAmounts(document: SalesDocument, { rounding }: ProofConfig): Amounts {
  const { method, decimals } = rounding;
  const parts = document.lines.flatMap(statedParts);
  const stated = new Map(document.taxes.map(({ id, amount }) => [id, millionths(amount)]));
  if (method === 'shop') {
    const slices = parts.map(({ line, taxId, net }) => ({
      line,
      taxId,
      net,
      discount: millionths(line.discountAmount),
    }));
    return { slices, vat: stated };
  }
  const step = 10n ** BigInt(6 - decimals);
  const slices: Slice[] = [];
  const vat = new Map<string, bigint>();
  for (const taxId of new Set(parts.map((part) => part.taxId))) {
    const own = parts.filter((part) => part.taxId === taxId);
    const rate = taxId === null ? 0n : rateOf(taxId);
    const one = own.map((part) => reckonedPart(part, rate, step, document.pricesIncludeTax, method === 'unit'));
    const all = reckonedTotal(own, rate, step, document.pricesIncludeTax);
    const nets = method === 'total' ? all.nets : one.map((part) => part.net);
    own.forEach(({ line }, index) => {
      slices.push({ line, taxId, net: nets[index] ?? 0n, discount: reckonedDiscount(line, method, step) });
    });
    if (taxId !== null)
      vat.set(taxId, toStep(method === 'total' ? all.vat : total(one.map((part) => part.vat)), 1n, CENT));
  }
  return { slices, vat };
}
