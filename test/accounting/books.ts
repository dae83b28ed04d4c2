import { documentHash } from '#flows/document-facts.ts';
import { type PostedFact, postingKeyOf, postingText } from '#flows/ledger.ts';
import type { MapsResult, Tracked } from '#flows/run-maps.ts';
import { type SettlePorts, settlePosted } from '#flows/settle-posted.ts';
import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { booked } from './check-entry.ts';
import { mapBatch } from './map-batch.ts';

/** A ledger in memory: what runs of a flow book of the same documents, one after the other, by the engine's own rules. */
export class Books {
  readonly entries: JournalEntry[] = [];
  readonly held: string[] = [];
  private readonly facts = new Map<string, PostedFact>();
  private readonly config: object;
  private readonly corrections: SettlePorts['corrections'];

  constructor(config: object, corrections: SettlePorts['corrections']) {
    this.config = config;
    this.corrections = corrections;
  }

  /** Maps documents and books what is new or has changed. */
  async run(documents: readonly SalesDocument[]): Promise<void> {
    const results = mapBatch(documents, this.config);
    const hashes = new Map(documents.map((document) => [keyOf(document), documentHash(document)]));
    const emitted: Tracked[] = results.flatMap((result, index) => {
      const document = documents[index];
      if (!document) return [];
      if ('emit' in result) return result.emit.map((envelope) => ({ root: keyOf(document), envelope }));
      if ('hold' in result) this.held.push(result.hold.code);
      return [];
    });
    const maps: MapsResult = { emitted: new Map([['map', emitted]]), verdicts: new Map(), counts: new Map() };
    const settled = await settlePosted(maps, {
      findPostings: async (keys) => new Map(keys.flatMap((key) => this.factOf(postingText(key)))),
      readEntries: async (ids) =>
        new Map(this.entries.filter(({ id }) => ids.includes(id)).map((one) => [one.id, one])),
      sourceHash: (root) => hashes.get(root) ?? '',
      corrections: this.corrections,
      today: '2026-11-21',
      includePosted: false,
    });
    for (const verdict of settled.verdicts.values())
      if (verdict.outcome === 'held') this.held.push(verdict.message.code);
    for (const one of settled.emitted.get('map') ?? []) this.post(one, hashes.get(one.root) ?? '');
  }

  private factOf(key: string): [string, PostedFact][] {
    const fact = this.facts.get(key);
    return fact ? [[key, fact]] : [];
  }

  private post({ root, envelope }: Tracked, sourceHash: string): void {
    const entry = envelope.body as JournalEntry;
    const key = postingText(postingKeyOf(entry, root));
    const before = this.facts.get(key);
    this.entries.push(entry);
    this.facts.set(key, {
      ...{ status: 'posted', day: '2026-11-21', isUneven: false, sourceHash },
      hash: entry.correction?.stateHash ?? documentHash(entry),
      revision: entry.correction?.revision ?? 0,
      of: before?.of ?? entry.pieceNumber,
      entryIds: [...(before?.entryIds ?? []), entry.id],
    });
  }
}

function keyOf({ kind, id }: SalesDocument): string {
  return `shop:${kind}:${id}`;
}

/** What entries come to on each account and rate; what is zero is left out. */
export function balancesOf(entries: readonly JournalEntry[]): Record<string, string> {
  const sums = new Map<string, bigint>();
  for (const line of entries.flatMap(({ lines }) => lines)) {
    const key = `${line.account} ${line.auxiliaryAccount} ${line.vat?.rate}`;
    sums.set(key, (sums.get(key) ?? 0n) + booked(line));
  }
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0n).map(([key, sum]) => [key, String(sum)]));
}
