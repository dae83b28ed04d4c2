import type { Notice } from '#schemas/documents/notice.ts';
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

export interface DeliverContext<Config> extends CallContext {
  readonly config: Config;
  /** Null for a delivery that needs no account (download). */
  readonly connection: ConnectionAccess | null;
  readonly run: RunFacts;
}
