import type { FromSchema, JSONSchema } from 'json-schema-to-ts';
import type { DocumentByKind, DocumentKind } from '#schemas/documents/index.ts';
import type { Localised } from '#schemas/localised.ts';
import type { MappingRule } from '#schemas/mapping/rule.ts';
import type { Message, MessageCatalogue } from '#schemas/messages.ts';
import type { DeliverContext, EnrichContext, MapContext, RenderContext, SourceContext } from './context.ts';
import type { EntryRules } from './entry-rules.ts';
import type { TemplateExamples } from './template-examples.ts';
import type { TypeTexts } from './texts.ts';
import type { WebhookSupport } from './webhook.ts';

/** Anything that survives a round trip through JSON; cursors and states are kept in the database between batches. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface Port {
  readonly id: string;
  readonly kind: DocumentKind;
}

/** A document on an edge. The key is stable: reading the same document again gives the same key. */
export interface Envelope<Kind extends DocumentKind = DocumentKind> {
  readonly key: string;
  readonly kind: Kind;
  readonly body: DocumentByKind[Kind];
  /**
   * How its source document ends unless this entry is booked already: the day of a first booking is closed, but what
   * stands in the books is still recognised, and corrected on a day of its own.
   */
  readonly unlessBooked?: { readonly outcome: 'held' | 'failed'; readonly message: Message };
}

export type ConfigMigration = (config: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** The migration of a version whose settings mean the same in the next one. */
export const sameConfig: ConfigMigration = (config) => ({ ...config });

interface NodeTypeBase {
  /** Stable id, lower-case with dashes; also how a flow names it. */
  readonly id: string;
  /** Grows when config or behaviour changes in a way that a flow may notice. */
  readonly version: number;
  readonly texts: TypeTexts;
  /** Name of a Tabler icon ("shopping-cart"). */
  readonly icon: string;
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
  /** JSON Schema of an object; every property has a default unless it cannot have one. */
  readonly config: object;
  /** Id of the connection type this node works with. */
  readonly connection?: string;
  readonly messages: MessageCatalogue;
  /**
   * How a config made for an older version becomes one of the next, by the older version's number: a flow pinned to
   * version 1 goes through `migrations[1]`, then `migrations[2]` … Every older version has one: `sameConfig` says that
   * nothing is to be done. A flow of a version that has none is refused, never guessed at.
   */
  readonly migrations?: Readonly<Record<number, ConfigMigration>>;
  /** Mapping tables that a person can start from, by an id of the node type's choice ("be-pcmn"). */
  readonly mappingPresets?: Readonly<Record<string, MappingPreset>>;
}

/** Rules that a new set of mapping tables is filled with. */
export interface MappingPreset {
  readonly name: Localised;
  readonly rules: readonly Omit<MappingRule, 'id'>[];
}

/** Starts a run. It has no function: the engine itself acts on triggers. */
export interface TriggerNodeType extends NodeTypeBase {
  readonly kind: 'trigger';
}

/** Parks the run until a person confirms. The engine itself acts on it. */
export interface ReviewNodeType extends NodeTypeBase {
  readonly kind: 'review';
}

/** One thing read from a source. A `problem` makes it failed, a `skip` skipped; both keep what was read. */
export interface SourceItem {
  readonly key: string;
  readonly kind: DocumentKind;
  /** What a person calls it ("order 1043"). */
  readonly label: string;
  readonly body: DocumentByKind[DocumentKind] | null;
  readonly skip?: Message;
  readonly problem?: Message;
  /** What the source sent, for the log, when it could not be read; cut and redacted by the engine. */
  readonly excerpt?: string;
}

export interface SourcePage {
  readonly items: readonly SourceItem[];
  /** Where to go on; null when everything was read. */
  readonly next: Json;
  readonly progress?: { readonly done: number; readonly total: number };
}

/** What a source says it sold on one day: sales that are booked, without credit notes, on the day they were paid, else made. */
export interface SourceTotal {
  /** Calendar day in the run's zone: 2026-10-31. */
  readonly day: string;
  readonly currency: string;
  readonly documents: number;
  /** VAT included, decimal text. */
  readonly total: string;
}

/** That a document of a source is booked, for the source to note. */
export interface BookedMark {
  /** The key under which the source gave the document. */
  readonly key: string;
  /** Its piece number in the books. */
  readonly number: string;
  /** Its day in the books: 2026-10-31. */
  readonly day: string;
  /** What the target calls it; null when it has no name of its own for it. */
  readonly reference: string | null;
  /** The accounts that its customer has in the books; null when the entry has no customer. */
  readonly ledgerAccount: string | null;
  readonly auxiliaryAccount: string | null;
}

/** How a source notes what is booked. It is a courtesy: whether a document is booked is for our ledger alone to say. */
export interface MarkSupport<Config = unknown> {
  /** Off unless a person chose it. */
  readonly isWanted: (config: Config) => boolean;
  /** Notes up to 50 documents. It is called again after a failure: noting what is noted must change nothing. */
  readonly mark: (context: SourceContext<Config>, marks: readonly BookedMark[]) => Promise<void>;
}

export interface SourceNodeType<Config = unknown> extends NodeTypeBase {
  readonly kind: 'source';
  /** Reads one page from the cursor on, never "all". A page read twice gives the same keys. */
  readonly read: (context: SourceContext<Config>, cursor: Json) => Promise<SourcePage>;
  /**
   * Reads documents again by their keys, at most 100, in any order: after a webhook, or when held ones are tried again.
   * A document that belongs to one asked for (a refund of an order) may come along; one that is gone is left out. The
   * period of the run does not count here, the node's other rules do.
   */
  readonly fetch?: (context: SourceContext<Config>, keys: readonly string[]) => Promise<readonly SourceItem[]>;
  /**
   * What the source itself counts in a period, by its own reckoning (a sales report), without reading the documents: the
   * control "read = booked" is held against it.
   */
  readonly totals?: (context: SourceContext<Config>) => Promise<readonly SourceTotal[]>;
  /** How the source notes what is booked, where a person wants it. */
  readonly marks?: MarkSupport<Config>;
  /** How the system tells of changes by itself. Needs `fetch`: what it told of is read by key. */
  readonly webhooks?: WebhookSupport<Config>;
}

/** What became of one document in a mapping. */
export type MapResult =
  | { readonly emit: readonly Envelope[] }
  | { readonly skip: Message }
  | { readonly hold: Message }
  | { readonly fail: Message };

export interface MapNodeType<Config = unknown> extends NodeTypeBase {
  readonly kind: 'map';
  /** Pure: one result for each document of the batch, in order. A HoldError thrown for one is not caught here. */
  readonly run: (context: MapContext<Config>, batch: readonly Envelope[]) => MapResult[];
  /**
   * What is wrong with settings that their JSON Schema cannot tell (a template that names what does not exist), one
   * message each with the field's path. Called with settings that satisfy the schema, before a flow is published.
   */
  readonly check?: (config: Config) => readonly Message[];
  /** Carries its templates out on documents, for a form. The first document that a template can be about is taken. */
  readonly examples?: (context: MapContext<Config>, documents: readonly Envelope[]) => TemplateExamples;
}

/**
 * Asks an external system about documents on their way (is this VAT number valid, is this customer known) and passes
 * them on with the answer. It is called outside of any transaction, and again with the same documents after a crash:
 * what it does outside must be safe to repeat, or noted in `memory` or `parties` before it is done.
 */
export interface EnrichNodeType<Config = unknown> extends NodeTypeBase {
  readonly kind: 'enrich';
  /** One result for each document of the batch, in order. */
  readonly run: (context: EnrichContext<Config>, batch: readonly Envelope[]) => Promise<readonly MapResult[]>;
}

/** Bytes for a file of the run; the same `file` key appends. */
export interface FileWrite {
  readonly file: string;
  readonly bytes: Uint8Array;
}
export interface RenderedFile {
  readonly file: string;
  readonly name: string;
  readonly mediaType: string;
  readonly charset: string | null;
}
export interface RenderPage {
  readonly state: Json;
  readonly writes: readonly FileWrite[];
  /** Entries that this format cannot hold (too long an account, a letter the charset lacks): left out of the file. */
  readonly held: readonly { readonly key: string; readonly problem: Message }[];
  /** For each entry that was written, the file it went into. */
  readonly placed: readonly { readonly key: string; readonly file: string }[];
}

/**
 * Turns all entries of a run into files. Entries come in pages, by booking date and then as they were made.
 *
 * One whose output is `journal-entry` sums entries up: each of its "files" is one journal entry as JSON (UTF-8), which
 * goes on as a document.
 */
export interface RenderNodeType<Config = unknown> extends NodeTypeBase {
  readonly kind: 'render';
  /** What its format demands of entries. */
  readonly entryRules?: EntryRules | ((config: Config) => EntryRules);
  /**
   * Reads a finished file back and holds it against the entries that are in it: what differs, or null for a format that
   * cannot be read back.
   */
  readonly readBack?: (
    config: Config,
    bytes: Uint8Array,
    entries: readonly DocumentByKind['journal-entry'][],
  ) => readonly Message[] | null;
  readonly open: (context: RenderContext<Config>) => Json;
  readonly append: (
    context: RenderContext<Config>,
    state: Json,
    batch: readonly Envelope<'journal-entry'>[],
  ) => RenderPage;
  readonly close: (
    context: RenderContext<Config>,
    state: Json,
  ) => { readonly writes: readonly FileWrite[]; readonly files: readonly RenderedFile[] };
}

export interface DeliverItem {
  readonly envelope: Envelope;
  /** The bytes, for a file. */
  readonly bytes: Uint8Array | null;
  /** Stable for this document and target: the same for every attempt. */
  readonly idempotencyKey: string;
  /** True when an earlier attempt may have arrived. */
  readonly again: boolean;
}

/**
 * How this target protects against a document sent twice.
 * - natural-key: it recognises `idempotencyKey`; sending again is safe and gives the same reference
 * - unique-number: it refuses a document number that it has, and the node takes that refusal as "is there"
 * - lookup: it can be asked
 * - none: after a lost answer nobody but a person can tell
 */
export type Idempotency = 'natural-key' | 'unique-number' | 'lookup' | 'none';

export interface DeliverNodeType<Config = unknown> extends NodeTypeBase {
  readonly kind: 'deliver';
  /** What the target demands of entries. */
  readonly entryRules?: EntryRules | ((config: Config) => EntryRules);
  readonly idempotency: Idempotency | ((config: Config) => Idempotency);
  /**
   * Which books it delivers to, beside the connection, when one connection reaches several (a company, a dossier): the
   * same document is not delivered to the same books twice, whichever flow does it.
   */
  readonly booksOf?: (config: Config) => string;
  /** False for one that does not look at a file's bytes: they are then not brought into memory. */
  readonly readsBytes?: boolean;
  /** Calls that may be under way at once; 1 unless set. */
  readonly parallel?: number;
  /**
   * Milliseconds after a lost answer during which the call may still take effect at the target: it is not asked, and
   * nothing is sent again, before. 60,000 unless set.
   */
  readonly settleMs?: number | ((config: Config) => number);
  /** Delivers one document and returns the target's own reference. Throws a PasserelleError otherwise. */
  readonly deliver: (context: DeliverContext<Config>, item: DeliverItem) => Promise<{ readonly reference: string }>;
  /** Asks the target whether the document arrived; null when it did not. */
  readonly lookup?: (
    context: DeliverContext<Config>,
    item: DeliverItem,
  ) => Promise<{ readonly reference: string } | null>;
}

export type NodeType =
  | TriggerNodeType
  | ReviewNodeType
  | SourceNodeType
  | MapNodeType
  | EnrichNodeType
  | RenderNodeType
  | DeliverNodeType;
export type NodeKind = NodeType['kind'];

/**
 * The config type of a schema. The schema is constrained here and not where it is inferred: inferring a type parameter
 * against the whole of JSONSchema is more than the compiler will do.
 */
type ConfigOf<Schema> = [Schema] extends [JSONSchema] ? FromSchema<Schema> : never;

type Declared<Type extends NodeTypeBase, Schema> = Omit<Type, 'kind' | 'config'> & {
  readonly config: Schema;
};

/** Forgets the config's type once declared: the engine validates every config against its schema before a call. */
function erase(type: unknown, kind: NodeKind): NodeType {
  return { ...(type as NodeTypeBase), kind } as NodeType;
}

/** Declares what starts a run. */
export function defineTrigger(type: Omit<TriggerNodeType, 'kind'>): NodeType {
  return erase(type, 'trigger');
}
/** Declares a stop for a person's confirmation. */
export function defineReview(type: Omit<ReviewNodeType, 'kind'>): NodeType {
  return erase(type, 'review');
}
/**
 * Declares a source. Its config type follows from the JSON Schema.
 *
 * @example
 * export const orders = defineSource({ id: 'acme-orders', version: 1, config: configSchema, …,
 *   read: async ({ http, config }, cursor) => ({ items: […], next: null }) });
 */
export function defineSource<const Schema extends object | boolean>(
  type: Declared<SourceNodeType<ConfigOf<Schema>>, Schema>,
): NodeType {
  return erase(type, 'source');
}
/** Declares a mapping: documents in, documents out, nothing else. */
export function defineMap<const Schema extends object | boolean>(
  type: Declared<MapNodeType<ConfigOf<Schema>>, Schema>,
): NodeType {
  return erase(type, 'map');
}
/** Declares a question to the outside about documents on their way. */
export function defineEnrich<const Schema extends object | boolean>(
  type: Declared<EnrichNodeType<ConfigOf<Schema>>, Schema>,
): NodeType {
  return erase(type, 'enrich');
}
/** Declares a file format. */
export function defineRender<const Schema extends object | boolean>(
  type: Declared<RenderNodeType<ConfigOf<Schema>>, Schema>,
): NodeType {
  return erase(type, 'render');
}
/** Declares a way out. */
export function defineDelivery<const Schema extends object | boolean>(
  type: Declared<DeliverNodeType<ConfigOf<Schema>>, Schema>,
): NodeType {
  return erase(type, 'deliver');
}
