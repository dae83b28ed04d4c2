import { v7 as uuidv7 } from 'uuid';
import { documentHash } from '#flows/document-facts.ts';
import { type EntryLine, type JournalEntry, journalEntry } from '#schemas/documents/journal-entry.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import type { Message } from '#schemas/messages.ts';
import { decimal, formatAmount } from '#schemas/money.ts';
import type { Outcome, RunStatus } from '#schemas/outcome.ts';
import type { Database } from '../../db/database.ts';
import { document, outcome, payload, posting, run } from '../../db/schema/index.ts';

/* Sales, their entries and what became of them, written as the engine leaves them. */

export interface Sold {
  readonly number: string;
  readonly day: string;
  /** Without VAT, at 21 %: 100.00 is charged at 121.00. */
  readonly net: string;
  readonly isCredit?: boolean;
  readonly method?: string;
}

function vatOf(net: string): string {
  return formatAmount(decimal(net).times('0.21'));
}
export function totalOf(net: string): string {
  return formatAmount(decimal(net).plus(decimal(vatOf(net))));
}

export function saleOf({ number, day, net, isCredit = false, method = 'card' }: Sold): SalesDocument {
  const at = `${day}T10:00:00Z`;
  const [vat, total] = [vatOf(net), totalOf(net)];
  const line = { id: 'l1', category: 'goods' as const, description: 'x', sku: null, productId: null };
  const payment = { id: `p${number}`, method, methodTitle: method, paidAt: at, amount: total, currency: 'EUR' };
  return {
    ...{ kind: isCredit ? 'credit-note' : 'sale', id: number, number, status: 'completed' },
    source: { system: 'acme', shop: 'shop.example', url: null },
    ...{ createdAt: at, paidAt: at, completedAt: null, modifiedAt: null, currency: 'EUR', exchangeRate: null },
    ...{ pricesIncludeTax: true, buyer: { name: 'Client' } as SalesDocument['buyer'], vatExempt: null },
    ...{ creditReason: null, giftCards: [], total, unallocated: '0.00', original: null },
    lines: [
      {
        ...{ ...line, productCategory: null, quantity: '1', grossAmount: net, discountAmount: '0.00', netAmount: net },
        taxes: [{ taxId: 't1', base: net, amount: vat }],
      },
    ],
    taxes: [{ id: 't1', name: 'VAT', rate: '21.0000', country: 'BE', amount: vat }],
    payments: [{ ...payment, fee: null, feeCurrency: null, transactionId: null }],
  };
}

type Part = EntryLine['lineage'][number]['part'];

function lineOf(role: EntryLine['role'], signed: string, part: Part, id: string, rate?: string): EntryLine {
  const amount = decimal(signed);
  return {
    ...{ account: role, auxiliaryAccount: null, label: '', role, currencyAmount: null, dueDate: null, rule: 'r' },
    debit: formatAmount(amount.isNegative() ? decimal('0') : amount),
    credit: formatAmount(amount.isNegative() ? amount.negated() : decimal('0')),
    vat: rate === undefined ? null : { code: null, rate, country: 'BE' },
    lineage: [{ part, id, amount: formatAmount(amount) }],
  };
}

function entryOf(sold: Sold, kind: 'document' | 'payment', lines: EntryLine[]): JournalEntry {
  const { number, day, isCredit = false } = sold;
  const documentKind = kind === 'payment' ? 'payment' : isCredit ? 'credit-note' : 'sale';
  return journalEntry({
    ...{ id: `${number}:${kind}`, journal: kind === 'payment' ? 'BQ' : 'VTE', journalName: '', date: day },
    ...{ documentDate: day, pieceNumber: number, reference: '', label: '', currency: 'EUR', partyName: null, lines },
    source: { system: 'acme', documentKind, id: number, number, url: null },
  });
}

const negative = (amount: string) => formatAmount(decimal(amount).negated());

/** What the mapping makes of a sale: its entry, and that of its payment. */
export function entriesOf(sold: Sold): { readonly sale: JournalEntry; readonly payment: JournalEntry } {
  const { net, number, isCredit = false } = sold;
  const turn = (amount: string) => (isCredit ? negative(amount) : amount);
  const [total, vat] = [turn(totalOf(net)), turn(vatOf(net))];
  const sale = entryOf(sold, 'document', [
    lineOf('receivable', total, 'total', number),
    lineOf('revenue', negative(turn(net)), 'line', 'l1', '21'),
    lineOf('vat', negative(vat), 'tax', 't1', '21'),
  ]);
  const payment = entryOf(sold, 'payment', [
    lineOf('payment', total, 'payment', `p${number}`),
    lineOf('receivable', negative(total), 'payment', `p${number}`),
  ]);
  return { sale, payment };
}

export interface Fate {
  readonly outcome?: { readonly outcome: Outcome; readonly code: string } | null;
  readonly posted?: 'all' | 'sale' | 'none';
  readonly status?: 'posted' | 'uncertain' | 'intended';
  readonly isLeftOut?: boolean;
  /** What stands in the ledger was made of another state of the document. */
  readonly bookedAs?: Sold;
  /** The ledger says that it was made of the very state that is there now. */
  readonly isSame?: boolean;
  /** The body of the source document is no longer kept. */
  readonly isPruned?: boolean;
  readonly hasPaymentEntry?: boolean;
}

export interface Place {
  readonly workspaceId: string;
  readonly flowId: string;
  readonly target: string;
}

export async function seedRunOf(db: Database, place: Place, status: RunStatus = 'succeeded'): Promise<string> {
  const id = uuidv7();
  const { workspaceId, flowId } = place;
  const at = new Date('2026-11-10T12:00:00Z');
  const values = {
    id,
    workspaceId,
    flowId,
    version: 1,
    bindings: {},
    trigger: 'manual' as const,
    mode: 'live' as const,
  };
  await db.insert(run).values({ ...values, status, createdAt: at, startedAt: at, finishedAt: at });
  return id;
}

function messageOf(code: string): Message {
  return { code, params: {}, text: code, remedy: null, field: null };
}

/** A source document in a run, with its end and what is booked of it. */
export async function seedSold(
  db: Database,
  place: Place,
  runId: string,
  sold: Sold,
  fate: Fate = {},
): Promise<string> {
  const id = uuidv7();
  const body = saleOf(sold);
  const { posted = 'all', status = 'posted', hasPaymentEntry = posted === 'all' } = fate;
  const key = `acme:${body.kind}:${sold.number}`;
  const facts = { label: `Order ${sold.number}`, number: sold.number, currency: 'EUR', party: 'Client' };
  const hash = documentHash(body);
  await db.insert(document).values({
    ...{ ...facts, id, runId, nodeId: 'sales', key, kind: 'sales-document', rootId: id, hash },
    ...{ day: sold.day, total: body.total, isLeftOut: fate.isLeftOut ?? false },
  });
  if (!fate.isPruned) await db.insert(payload).values({ documentId: id, body });
  const end = fate.outcome === undefined ? { outcome: 'posted' as const, code: '' } : fate.outcome;
  if (end) {
    const message = end.code === '' ? null : messageOf(end.code);
    await db.insert(outcome).values({ documentId: id, runId, outcome: end.outcome, code: end.code || null, message });
  }
  const made = entriesOf(fate.bookedAs ?? sold);
  const entries = [...(posted === 'none' ? [] : [made.sale]), ...(hasPaymentEntry ? [made.payment] : [])];
  for (const entry of entries) {
    const entryId = uuidv7();
    await db.insert(document).values({
      ...{ ...facts, id: entryId, runId, nodeId: 'entries', key: `${key}:${entry.id}`, kind: 'journal-entry' },
      ...{ rootId: id, hash: documentHash(entry), day: entry.date, body: entry },
    });
    const isPosted = posted === 'all' || (posted === 'sale' && entry === made.sale);
    if (!isPosted) continue;
    await db.insert(posting).values({
      ...{
        ...place,
        sourceSystem: 'acme',
        sourceDocument: key,
        kind: entry.source.documentKind,
        status,
        runId,
        entryId,
      },
      ...{ rootId: id, number: entry.pieceNumber, day: entry.date, amount: '0.00', currency: 'EUR', hash: 'h' },
      sourceHash: fate.isSame ? hash : documentHash(saleOf(fate.bookedAs ?? sold)),
    });
  }
  return id;
}
