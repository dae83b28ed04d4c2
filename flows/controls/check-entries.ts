import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import type { Message } from '#schemas/messages.ts';
import type { MapsResult, Tracked, Verdict } from '../run-maps.ts';
import { type FindListed, readKnownValues } from './check-lists.ts';
import { findNumberFaults, type NumberedEntry, type Numbering } from './check-numbers.ts';
import { findTextFault } from './check-texts.ts';
import { controlMessages } from './control-messages.ts';
import type { WayOut } from './ways-out.ts';

/** A way out of one run: its target in the ledger, and the account on the system behind it. */
export interface TargetWay extends WayOut {
  readonly target: string;
  /** Whose lists say what is known there; null for a file. */
  readonly connection: string | null;
}

/** What the checks ask of the world. */
export interface ControlPorts {
  readonly ways: readonly TargetWay[];
  readonly listed: FindListed;
  /** Entries with one of these numbers: made earlier in this run for the same way, or claimed or posted at its target. */
  readonly numbered: (way: TargetWay, numbers: readonly string[]) => Promise<readonly NumberedEntry[]>;
  /** Last day of the closed period; null when nothing is closed. */
  readonly closedUntil: string | null;
}

/** An entry, the source document that it was made of, and the node that made it. */
export interface MadeEntry extends Numbering {
  readonly node: string;
}

/** Why an entry may not be booked at its date; null when it may. */
export function findClosedFault(entry: JournalEntry, closedUntil: string | null): Message | null {
  if (closedUntil === null || entry.date > closedUntil) return null;
  const { source, date: day } = entry;
  return controlMessages.build.period_closed({ document: source.number, day, closedUntil }, 'date');
}

type Faults = Map<string, Message>;

function noteFirst(faults: Faults, root: string, fault: Message | null): void {
  if (fault && !faults.has(root)) faults.set(root, fault);
}

async function checkWay(way: TargetWay, entries: readonly MadeEntry[], ports: ControlPorts, faults: Faults) {
  const own = entries.filter(({ node }) => way.feeders.includes(node));
  const summed = entries.filter(({ node }) => way.summed.includes(node) && !way.feeders.includes(node));
  for (const { root, entry } of own) noteFirst(faults, root, findTextFault(entry, way, false));
  for (const { root, entry } of summed) noteFirst(faults, root, findTextFault(entry, way, true));
  const all = [...own, ...summed].filter(({ root }) => !faults.has(root));
  if (way.connection !== null && all.length > 0) {
    const takesVatCodes = !(way.rules.ignores ?? []).includes('vat-code');
    const place = { connection: way.connection, title: way.title, takesVatCodes };
    const known = await readKnownValues(
      all.map(({ entry }) => entry),
      place,
      ports.listed,
    );
    for (const { root, entry } of all) noteFirst(faults, root, known.faultOf(entry));
  }
  const numbered = own.filter(({ root }) => !faults.has(root));
  if (numbered.length === 0) return;
  const taken = await ports.numbered(way, [...new Set(numbered.map(({ entry }) => entry.pieceNumber))]);
  for (const [root, fault] of findNumberFaults(numbered, taken, way.rules.fiscalYearEnd)) {
    noteFirst(faults, root, fault);
  }
}

/** The first reason not to book a document, by root; in the order in which a person would mend them. */
export async function findFaults(entries: readonly MadeEntry[], ports: ControlPorts): Promise<Map<string, Message>> {
  const faults: Faults = new Map();
  for (const { root, entry } of entries) noteFirst(faults, root, findClosedFault(entry, ports.closedUntil));
  for (const way of ports.ways) await checkWay(way, entries, ports, faults);
  return faults;
}

function madeEntries(maps: MapsResult): MadeEntry[] {
  return [...maps.emitted].flatMap(([node, tracked]) =>
    tracked.flatMap(({ root, envelope }) =>
      envelope.kind === 'journal-entry' ? [{ node, root, entry: envelope.body as JournalEntry }] : [],
    ),
  );
}

/** Without what these documents made; those that failed already stay failed. */
function stopDocuments(maps: MapsResult, stopped: ReadonlyMap<string, Verdict>): MapsResult {
  if (stopped.size === 0) return maps;
  const verdicts = new Map<string, Verdict>(maps.verdicts);
  for (const [root, verdict] of stopped) {
    if (verdicts.get(root)?.outcome !== 'failed') verdicts.set(root, verdict);
  }
  const without = (tracked: readonly Tracked[]) => tracked.filter(({ root }) => !stopped.has(root));
  const emitted = new Map([...maps.emitted].map(([node, tracked]) => [node, without(tracked)] as const));
  return { ...maps, emitted, verdicts };
}

/** Documents with an entry that a mapping made for what is booked already, and that is not. */
function stopUnbooked(maps: MapsResult): MapsResult {
  const stopped = new Map<string, Verdict>();
  for (const { root, envelope } of [...maps.emitted.values()].flat()) {
    if (envelope.unlessBooked && !stopped.has(root)) stopped.set(root, envelope.unlessBooked);
  }
  return stopDocuments(maps, stopped);
}

/**
 * Holds what the mappings made against what its targets demand, before anybody confirms it and before anything leaves:
 * lengths and forms, accounts, journals and VAT codes that the target does not have, piece numbers taken, closed periods.
 * A document of which one entry must be held is held whole. Comes after what is booked already has been dropped.
 */
export async function checkEntries(maps: MapsResult, ports: ControlPorts): Promise<MapsResult> {
  const open = stopUnbooked(maps);
  const entries = madeEntries(open);
  if (entries.length === 0) return open;
  const faults = await findFaults(entries, ports);
  return stopDocuments(open, new Map([...faults].map(([root, message]) => [root, { outcome: 'held', message }])));
}
