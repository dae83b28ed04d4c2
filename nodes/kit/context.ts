import type { Notice } from '#schemas/documents/notice.ts';
import type { Mapping } from '#schemas/mapping/rule.ts';
import type { Message } from '#schemas/messages.ts';
import type { LogLevel } from '#schemas/outcome.ts';
import type { Period } from '#schemas/period.ts';
import type { HttpClient } from './http.ts';
import type { NetworkGuard } from './network.ts';
import type { Json, SourceItem } from './node-type.ts';

/** A line of a step's log. Excerpts go through the redactor before they are stored. */
export interface LogOptions {
  /** Key of the document it is about. */
  readonly document?: string;
  /** A request or an answer, cut short. */
  readonly excerpt?: string;
}
export type StepLog = Readonly<Record<LogLevel, (message: Message, options?: LogOptions) => void>>;

/** A connection as a node sees it during a call. The secrets live no longer than the call. */
export interface ConnectionAccess {
  readonly id: string;
  readonly type: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, string>>;
}

/** What every call to the outside gets. */
export interface CallContext {
  readonly http: HttpClient;
  readonly network: NetworkGuard;
  readonly log: StepLog;
  readonly signal: AbortSignal;
  /** The clock: nodes never read the machine's own, so that a run can be replayed. */
  readonly now: () => Date;
}

/** What the workspace keeps that mappings go by, as it was when the run started. */
export interface BooksFacts {
  /** The mapping tables that a setting names by their id; null when there are none of this id. */
  readonly mapping: (id: string) => Mapping | null;
  /** Last day of the closed period: nothing is booked on it or before; null when nothing is closed. */
  readonly closedUntil: string | null;
}

/** What a run hands to each of its nodes. */
export interface RunFacts {
  readonly runId: string;
  readonly flowName: string;
  /** IANA zone in which days are counted. */
  readonly zone: string;
  /** The days this run is about; null means everything. */
  readonly period: Period | null;
  readonly dryRun: boolean;
  /** How the run ended after which this one was started; null or missing when none did. */
  readonly parent?: Notice | null;
  /** Missing where there is no workspace (tests of one node): then there are no tables and nothing is closed. */
  readonly books?: BooksFacts;
}

/** Documents that other programs sent to this node and that were kept for it; of several states, the latest. */
export interface ReceivedDocuments {
  /** One page in the order in which they came. @param cursor null at the start, then what came as `next` */
  readonly page: (
    cursor: Json,
    limit: number,
  ) => Promise<{ readonly items: readonly SourceItem[]; readonly next: Json }>;
  readonly byKeys: (keys: readonly string[]) => Promise<readonly SourceItem[]>;
}

export interface SourceContext<Config> extends CallContext {
  readonly config: Config;
  readonly connection: ConnectionAccess;
  readonly run: RunFacts;
  /** Absent where nothing can have been received (headless runs). */
  readonly received?: ReceivedDocuments;
}

/** Mapping is pure: no network, no clock but the run's start. */
export interface MapContext<Config> {
  readonly config: Config;
  readonly run: RunFacts;
  readonly log: StepLog;
  readonly startedAt: Date;
}

export type RenderContext<Config> = MapContext<Config>;

/**
 * Answers of the outside that are worth keeping between runs (a VAT number that was checked), by texts of the node's
 * choice. What is put is kept at once, in a transaction of its own.
 */
export interface Memory {
  readonly get: (keys: readonly string[]) => Promise<ReadonlyMap<string, { readonly value: Json; readonly at: Date }>>;
  readonly put: (key: string, value: Json, keepUntil: Date) => Promise<void>;
}

/** How a customer of the source stands with the target. */
export const PARTY_STATES = ['linked', 'asked', 'approved', 'refused', 'creating', 'failed'] as const;
export type PartyState = (typeof PARTY_STATES)[number];

/**
 * A customer of the source and what the target calls it.
 * - linked: it is there, with `reference`
 * - asked: a person decides whether it is created; approved and refused are the answers
 * - creating: a creation was begun and its answer is not known: the target is asked before anything is sent again
 * - failed: the target refused it, with `problem`
 */
export interface PartyLink {
  /** Stable for the customer: the source's system, shop and customer id, or a guest's e-mail address. */
  readonly key: string;
  readonly state: PartyState;
  /** The target's own key of it. */
  readonly reference: string | null;
  readonly ledgerAccount: string | null;
  readonly auxiliaryAccount: string | null;
  readonly name: string;
  readonly vatNumber: string | null;
  readonly email: string | null;
  readonly problem: Message | null;
}

/** Links of the node's connection. What is saved is kept at once, in a transaction of its own. */
export interface PartyLinks {
  readonly find: (keys: readonly string[]) => Promise<ReadonlyMap<string, PartyLink>>;
  readonly save: (link: PartyLink) => Promise<void>;
}

/** What a node gets that asks the outside about documents on their way. */
export interface EnrichContext<Config> extends CallContext {
  readonly config: Config;
  /** Null for a node that needs no account. */
  readonly connection: ConnectionAccess | null;
  readonly run: RunFacts;
  readonly memory: Memory;
  readonly parties: PartyLinks;
}

export interface DeliverContext<Config> extends CallContext {
  readonly config: Config;
  /** Null for a delivery that needs no account (download). */
  readonly connection: ConnectionAccess | null;
  readonly run: RunFacts;
}
