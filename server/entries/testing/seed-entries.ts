import { v7 as uuidv7 } from 'uuid';
import { documentHash } from '#flows/document-facts.ts';
import { type EntryLine, entryTotal, type JournalEntryData, journalEntry } from '#schemas/documents/journal-entry.ts';
import { decimal, formatAmount } from '#schemas/money.ts';
import type { Database } from '../../db/database.ts';
import { document, payload } from '../../db/schema/index.ts';

const NAMES = ['Hélène Dupré', 'Jan De Smet', 'Zoë Müller', '=SUM(1;2) & fils', 'Łukasz Żak', 'Émile "le Grand"; SA'];

function amount(cents: number): string {
  return formatAmount(decimal(String(cents)).dividedBy(100));
}

interface Booked {
  readonly account: string;
  /** Signed cents, debit positive. */
  readonly cents: number;
  readonly role: EntryLine['role'];
  readonly more?: Partial<EntryLine>;
}

function lineOf({ account, cents, role, more }: Booked, label: string, id: string): EntryLine {
  return {
    ...{ account, auxiliaryAccount: null, label, role, vat: null, currencyAmount: null, dueDate: null, rule: 'preset' },
    debit: cents > 0 ? amount(cents) : '0.00',
    credit: cents < 0 ? amount(-cents) : '0.00',
    lineage: [{ part: 'total', id, amount: amount(cents) }],
    ...more,
  };
}

/** The lines of a sale with VAT at 21 %: customer, sales, shipping, VAT. Every fourth was made in dollars. */
function linesOf(number: number, id: string): EntryLine[] {
  const [net, shipping] = [10_000 + number, 500];
  const vat = Math.round(((net + shipping) * 21) / 100);
  const day = `2026-11-${String((number % 28) + 1).padStart(2, '0')}`;
  const foreign = (cents: number): Partial<EntryLine> =>
    number % 4 === 0 ? { currencyAmount: { currency: 'USD', amount: amount(cents * 2) } } : {};
  const treated = { code: 'V21', rate: '21', country: 'BE', regime: 'domestic' as const };
  const booked: Booked[] = [
    {
      ...{ account: '400000', cents: net + shipping + vat, role: 'receivable' },
      more: { auxiliaryAccount: `C${number}`, dueDate: day, matchingCode: `WEB-${number}` },
    },
    {
      ...{ account: '700000', cents: -net, role: 'revenue' },
      more: {
        vat: { ...treated, grids: ['03'] },
        analytics: [{ plan: 'SHOP', section: number % 2 === 0 ? 'WEB' : 'TILL', amount: amount(net) }],
      },
    },
    { account: '700800', cents: -shipping, role: 'shipping', more: { vat: { ...treated, grids: ['03'] } } },
    { account: '451000', cents: -vat, role: 'vat', more: { vat: { ...treated, grids: ['54'] } } },
  ];
  const name = NAMES[number % NAMES.length] ?? '';
  return booked.map((one) => ({ ...lineOf(one, `${name} ${number}`, id), ...one.more, ...foreign(one.cents) }));
}

/** An entry that has something in every column of the list. */
export function richEntry(number: number): JournalEntryData {
  const id = `rich-${number}`;
  const day = `2026-10-${String((number % 28) + 1).padStart(2, '0')}`;
  return {
    ...{ id, journal: number % 3 === 0 ? 'VEX' : 'VTE', journalName: number % 3 === 0 ? 'Export' : 'Ventes' },
    ...{ date: day, documentDate: '2026-10-01', pieceNumber: `2026-${number}`, reference: `REF${number}` },
    ...{ label: `Commande été ${number}`, currency: 'EUR', partyName: NAMES[number % NAMES.length] ?? null },
    ...(number % 4 === 0 ? { exchangeRate: '0.5' } : {}),
    source: { system: 'acme', documentKind: 'sale', id, number: `N${number}`, url: null, invoiceNumber: `F-${number}` },
    lines: linesOf(number, id),
  };
}

/**
 * Rich entries of a run that is there already, numbered from 1, each of a sale of its own.
 *
 * @returns ids of the entries, in the order of the list
 */
export async function seedEntries(db: Database, runId: string, count: number): Promise<string[]> {
  const made = Array.from({ length: count }, (_, at) => {
    const [sale, id] = [uuidv7(), uuidv7()];
    const entry = journalEntry(richEntry(at + 1));
    const total = formatAmount(entryTotal(entry));
    const facts = { runId, rootId: sale, number: entry.source.number, party: entry.partyName, currency: 'EUR', total };
    const label = `Sale ${at + 1}`;
    return {
      sale: {
        ...facts,
        id: sale,
        nodeId: 'sales',
        key: `rich${at + 1}`,
        kind: 'sales-document' as const,
        label,
        hash: 'h',
      },
      entry: {
        ...{
          ...facts,
          id,
          nodeId: 'entries',
          key: entry.id,
          kind: 'journal-entry' as const,
          number: entry.pieceNumber,
        },
        ...{ sortKey: entry.date, day: entry.date, label: entry.pieceNumber, body: entry, hash: documentHash(entry) },
      },
    };
  });
  for (let start = 0; start < made.length; start += 500) {
    const part = made.slice(start, start + 500);
    await db.insert(document).values(part.map(({ sale }) => sale));
    await db.insert(document).values(part.map(({ entry }) => entry));
    await db.insert(payload).values(part.map(({ sale }) => ({ documentId: sale.id, body: { id: sale.key } })));
  }
  const inOrder = made.toSorted((a, b) => a.entry.sortKey.localeCompare(b.entry.sortKey));
  return inOrder.map(({ entry }) => entry.id);
}
