import type { Envelope } from '#nodes/kit/node-type.ts';
import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { PasserelleError } from '#schemas/errors.ts';
import { correctEntry } from './correct-entry.ts';
import { documentHash } from './document-facts.ts';
import { alreadyPosted, type FindPostings, type PostedFact, postingKeyOf, postingText } from './ledger.ts';
import { runMessages } from './messages.ts';
import type { MapsResult, Tracked, Verdict } from './run-maps.ts';
import { saleKeyOf, waitingForSale } from './sale-first.ts';

export interface SettlePorts {
  readonly findPostings: FindPostings;
  /** Entries as they were booked, by their ids. */
  readonly readEntries: (ids: readonly string[]) => Promise<ReadonlyMap<string, JournalEntry>>;
  /** Hash of a source document of this batch, by its key. */
  readonly sourceHash: (root: string) => string;
  readonly corrections: 'difference' | 'reversal' | 'hold';
  /** The day in the flow's zone on which a correction is dated. */
  readonly today: string;
  /** What was posted before is booked once more, by somebody's deliberate choice. */
  readonly includePosted: boolean;
  /** What is booked plays no part, and nothing waits for it: a replay compares versions. */
  readonly ignoresLedger?: boolean;
}

type EntryEnvelope = Envelope<'journal-entry'>;
type Answer = { readonly book: readonly EntryEnvelope[] } | Verdict;

function isEntry(one: Tracked): one is Tracked & { readonly envelope: EntryEnvelope } {
  return one.envelope.kind === 'journal-entry';
}

function keyOf({ envelope, root }: Tracked): string {
  return postingText(postingKeyOf(envelope.body as JournalEntry, root));
}

/** Whether the document is, to the last letter, what was booked. */
function isUnchanged(entry: JournalEntry, sourceHash: string, fact: PostedFact): boolean {
  return fact.sourceHash === sourceHash || fact.hash === documentHash(entry);
}

function correct(
  { key, body }: EntryEnvelope,
  fact: PostedFact,
  booked: readonly JournalEntry[],
  ports: SettlePorts,
): Answer {
  const { number } = body.source;
  const changed = runMessages.build.changed_since_posted({ number, day: fact.day });
  if (ports.corrections === 'hold' || fact.isUneven) return { outcome: 'held', message: changed };
  try {
    const made = correctEntry(body, ports.corrections, {
      booked: { of: fact.of, entries: booked, nextRevision: fact.revision + 1 },
      day: ports.today,
      stateHash: documentHash(body),
    });
    if (made.length === 0) {
      return { outcome: 'skipped', message: runMessages.build.changed_same_amounts({ number, day: fact.day }) };
    }
    return {
      book: made.map((entry) => ({
        key: `${key}:C${entry.correction?.revision}`,
        kind: 'journal-entry' as const,
        body: entry,
      })),
    };
  } catch (error) {
    if (error instanceof PasserelleError) return { outcome: 'held', message: error.detail };
    throw error;
  }
}

function judge(
  one: Tracked & { readonly envelope: EntryEnvelope },
  fact: PostedFact | undefined,
  booked: ReadonlyMap<string, JournalEntry>,
  ports: SettlePorts,
): Answer {
  const { envelope, root } = one;
  if (!fact || (ports.includePosted && fact.status === 'posted')) return { book: [envelope] };
  if (fact.status !== 'posted' || isUnchanged(envelope.body, ports.sourceHash(root), fact)) {
    return { outcome: 'skipped', message: alreadyPosted(envelope.body, fact) };
  }
  const entries = fact.entryIds.flatMap((id) => booked.get(id) ?? []);
  // Without what was booked nobody can tell the difference; the first booking is proof and is never thrown away.
  if (entries.length < fact.entryIds.length) {
    const { number } = envelope.body.source;
    return { outcome: 'held', message: runMessages.build.changed_since_posted({ number, day: fact.day }) };
  }
  return correct(envelope, fact, entries, ports);
}

function isStopped(verdict: Verdict | undefined): boolean {
  return verdict?.outcome === 'held' || verdict?.outcome === 'failed';
}

const WEIGHT = { skipped: 1, held: 2, failed: 3 } as const;

/**
 * Documents of which the mappings make nothing any more and that are booked: an order emptied since. Passed over, its sale
 * would stand in the books for good.
 */
async function holdEmptied(maps: MapsResult, ports: SettlePorts): Promise<MapsResult> {
  const emptied = [...maps.emitted.values()].flat().flatMap(({ root, envelope }) => {
    if (envelope.kind !== 'sales-document' || maps.verdicts.get(root)?.outcome !== 'skipped') return [];
    const { kind, source, number } = envelope.body as SalesDocument;
    return [{ root, number, key: { sourceSystem: source.system, sourceDocument: root, kind } }];
  });
  if (emptied.length === 0 || ports.ignoresLedger) return maps;
  const facts = await ports.findPostings(emptied.map(({ key }) => key));
  const verdicts = new Map(maps.verdicts);
  for (const { root, number, key } of emptied) {
    const fact = facts.get(postingText(key));
    if (fact?.status !== 'posted' || fact.sourceHash === ports.sourceHash(root)) continue;
    const message = runMessages.build.changed_since_posted({ number, day: fact.day });
    verdicts.set(root, { outcome: 'held', message });
  }
  return { ...maps, verdicts };
}

/**
 * Holds what the mappings made against the ledger: what is booked and unchanged is dropped, what has changed since is
 * replaced by the entries that correct it, and the rest goes on. A document of which nothing is left is skipped; one of
 * which an entry must be held is held whole, and so is one whose sale must be booked first and is not, or one that is
 * booked and of which nothing is left to book.
 */
export async function settlePosted(given: MapsResult, ports: SettlePorts): Promise<MapsResult> {
  const maps = await holdEmptied(given, ports);
  const entries = [...maps.emitted.values()].flat().filter(isEntry);
  if (entries.length === 0) return maps;
  const sales = ports.ignoresLedger ? [] : entries.flatMap(({ envelope }) => saleKeyOf(envelope.body) ?? []);
  const own = entries.map(({ envelope, root }) => postingKeyOf(envelope.body, root));
  const facts = await ports.findPostings([...own, ...sales]);
  if (facts.size === 0 && sales.length === 0) return maps;

  const changed = entries.flatMap((one) => {
    const fact = facts.get(keyOf(one));
    const isCandidate = fact?.status === 'posted' && !ports.includePosted;
    return isCandidate && !isUnchanged(one.envelope.body, ports.sourceHash(one.root), fact) ? fact.entryIds : [];
  });
  const booked = changed.length === 0 ? new Map<string, JournalEntry>() : await ports.readEntries(changed);

  const verdicts = new Map(maps.verdicts);
  const left = new Set<string>();
  const emitted = new Map<string, Tracked[]>();
  for (const [node, tracked] of maps.emitted) {
    const kept = tracked.flatMap((one): Tracked[] => {
      if (!isEntry(one)) return [one];
      const answer = judge(one, facts.get(keyOf(one)), booked, ports);
      if ('book' in answer) {
        left.add(one.root);
        return answer.book.map((envelope) => ({ root: one.root, envelope }));
      }
      const known = verdicts.get(one.root);
      if (!known || WEIGHT[answer.outcome] > WEIGHT[known.outcome]) verdicts.set(one.root, answer);
      return [];
    });
    emitted.set(node, kept);
  }
  for (const root of left) {
    if (verdicts.get(root)?.outcome === 'skipped' && !maps.verdicts.has(root)) verdicts.delete(root);
  }
  if (sales.length > 0) {
    const kept = [...emitted.values()].flat().filter(({ root }) => !isStopped(verdicts.get(root)));
    for (const [root, verdict] of waitingForSale(kept, facts, (one) => facts.get(keyOf(one))))
      verdicts.set(root, verdict);
  }
  const whole = [...emitted].map(
    ([node, tracked]) => [node, tracked.filter(({ root }) => !isStopped(verdicts.get(root)))] as const,
  );
  return { ...maps, emitted: new Map(whole), verdicts };
}
