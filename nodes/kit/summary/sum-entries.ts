import { z } from 'zod';
import { type EntryLine, entryLineSchema, type JournalEntry, journalEntry } from '#schemas/documents/journal-entry.ts';
import { decimal, formatAmount } from '#schemas/money.ts';
import type { Grain } from './grain.ts';

/**
 * A sum of entries as it is kept between two pages: no larger for a thousand documents than for ten, as long as they use
 * the same accounts.
 */
export const summarySchema = z.object({
  key: z.string(),
  head: z.object({
    id: z.string(),
    journal: z.string(),
    journalName: z.string(),
    currency: z.string(),
    pieceNumber: z.string(),
    payoutId: z.string().optional(),
    vatCountry: z.string().optional(),
    source: z.object({
      system: z.string(),
      documentKind: z.enum(['sale', 'credit-note', 'payment', 'payout']),
      id: z.string(),
      number: z.string(),
      url: z.string().nullable(),
    }),
  }),
  /** Latest booking day. */
  date: z.string(),
  lastPiece: z.string(),
  count: z.int(),
  lines: z.array(entryLineSchema),
});
export type Summary = z.infer<typeof summarySchema>;

/**
 * What lines must share to be one line of the sum. Debit and credit stay apart: a sum hides nothing, and its two sides are
 * the totals of the documents. Customers with accounts of their own stay apart likewise.
 */
function lineKey(line: EntryLine): string {
  const { account, auxiliaryAccount, debit, role, vat, paymentMode, currencyAmount, rule } = line;
  const side = debit === '0.00' ? 'credit' : 'debit';
  return JSON.stringify([account, auxiliaryAccount, side, role, vat, paymentMode, currencyAmount?.currency, rule]);
}

function plus(left: string, right: string, decimals = 2): string {
  return formatAmount(decimal(left).plus(decimal(right)), decimals);
}

function sumAnalytics(left: EntryLine['analytics'], right: EntryLine['analytics']): EntryLine['analytics'] {
  if (!left || !right) return left ?? right;
  const parts = new Map(left.map((part) => [`${part.plan}\n${part.section}`, part]));
  for (const part of right) {
    const name = `${part.plan}\n${part.section}`;
    const known = parts.get(name);
    parts.set(name, known ? { ...known, amount: plus(known.amount, part.amount) } : part);
  }
  return [...parts.values()];
}

/** Decimals that a text carries: thousandths of a dinar must not be lost. */
function decimalsOf(amount: string): number {
  return Math.max(2, amount.split('.')[1]?.length ?? 0);
}

function sumCurrency(left: EntryLine, right: EntryLine): EntryLine['currencyAmount'] {
  const [a, b] = [left.currencyAmount, right.currencyAmount];
  if (!a || !b) return null;
  const decimals = Math.max(decimalsOf(a.amount), decimalsOf(b.amount));
  return { currency: a.currency, amount: plus(a.amount, b.amount, decimals) };
}

function addLine(lines: Map<string, EntryLine>, line: EntryLine, documentId: string): void {
  const name = lineKey(line);
  const known = lines.get(name);
  // Due dates and matching codes are a single document's; the share tells where the amount of the first came from.
  const { matchingCode: _code, analytics, ...own } = line;
  const signed = line.debit === '0.00' ? `-${line.credit}` : line.debit;
  if (!known) {
    const lineage = [{ part: 'total' as const, id: documentId, amount: signed }];
    lines.set(name, { ...own, ...(analytics && { analytics }), dueDate: null, lineage });
    return;
  }
  const [share] = known.lineage;
  const amount = plus(share?.amount ?? '0', signed);
  const summed = sumAnalytics(known.analytics, analytics);
  lines.set(name, {
    ...known,
    debit: plus(known.debit, line.debit),
    credit: plus(known.credit, line.credit),
    currencyAmount: sumCurrency(known, line),
    ...(summed && { analytics: summed }),
    lineage: [{ part: 'total', id: share?.id ?? documentId, amount }],
  });
}

/** The sum with one more entry in it. */
export function addToSummary(summary: Summary | undefined, key: string, entry: JournalEntry): Summary {
  const { id, journal, journalName, currency, pieceNumber, payoutId, vatCountry, source, date } = entry;
  const begun: Summary = summary ?? {
    key,
    head: {
      ...{ id: `sum:${id}`, journal, journalName, currency, pieceNumber, source },
      ...(payoutId && { payoutId }),
      ...(vatCountry && { vatCountry }),
    },
    date,
    lastPiece: pieceNumber,
    count: 0,
    lines: [],
  };
  const lines = new Map(begun.lines.map((line) => [lineKey(line), line]));
  for (const line of entry.lines) addLine(lines, line, begun.head.id);
  const latest = date.localeCompare(begun.date) > 0 ? date : begun.date;
  return { ...begun, date: latest, lastPiece: pieceNumber, count: begun.count + 1, lines: [...lines.values()] };
}

/**
 * The entry that stands for all that were added. It bears the number of the first piece, which no other sum can bear, and
 * names first and last as its reference; a sum of one document names that one.
 */
export function closeSummary(summary: Summary, grain: Grain): JournalEntry {
  const { head, date, count, lastPiece, lines } = summary;
  const [year, month, day] = date.split('-');
  const place = grain === 'payout' ? (head.payoutId ?? '') : `${day}/${month}/${year}`;
  const label = `${head.journalName || head.journal} ${place} (${count})`;
  return journalEntry({
    ...head,
    date,
    documentDate: date,
    reference: count === 1 ? head.pieceNumber : `${head.pieceNumber}-${lastPiece}`,
    label,
    partyName: null,
    lines: lines.map((line) => ({ ...line, label })),
  });
}
