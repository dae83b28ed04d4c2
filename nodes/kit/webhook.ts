import type { ConnectionAccess, SourceContext } from './context.ts';
import type { Json, SourceItem } from './node-type.ts';

/** One call that a system made to us. */
export interface WebhookCall {
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** As received: signatures are computed over these bytes. */
  readonly body: Uint8Array;
}

/** What a webhook tells. It is only a hint: the documents are read again from the source, unless it brings them itself. */
export interface WebhookHint {
  /**
   * What makes this delivery the same as another one: the sender's id of it or, better, what names the state that it
   * tells of. A delivery whose id is known already is taken note of and dropped.
   */
  readonly deliveryId: string;
  readonly topic: string;
  /** Keys of the source documents that it is about. */
  readonly keys: readonly string[];
  /** The documents themselves, where the sender is no system that could be asked again. Read through `received`. */
  readonly documents?: readonly SourceItem[];
}

/** One document that changed at the source, as a sweep finds it. */
export interface SourceChange {
  readonly key: string;
  /** The same as the `deliveryId` of a webhook that tells of this state. */
  readonly deliveryId: string;
  /** When it changed, by the system's clock. */
  readonly at: Date;
}

/** How a source's system tells of changes. */
export interface WebhookSupport<Config = unknown> {
  /**
   * Makes the system's registrations what they must be: present, active, with this address and secret, each once. Called
   * when a flow is switched on and from time to time after: what somebody removed or the system switched off is mended.
   * Absent where a person enters address and secret into the other program.
   *
   * @param known what an earlier call returned; null the first time
   * @returns what is to be known the next time, and whether something had to be mended
   */
  readonly register?: (
    context: SourceContext<Config>,
    wanted: { readonly address: string; readonly secret: string },
    known: Json,
  ) => Promise<{ readonly known: Json; readonly repaired: boolean }>;
  /**
   * Removes what `register` made: what is known, and whatever else points at the address, because a call to `register`
   * may have died before its result was kept. One that is gone already is no error.
   */
  readonly remove?: (context: SourceContext<Config>, address: string | null, known: Json) => Promise<void>;
  /** Whether the call is signed with the secret: in constant time, before anything of it is read. */
  readonly verify: (call: WebhookCall, secret: string, now: Date) => boolean;
  /** Whether it is the unsigned call by which the system tries an address. It is answered kindly and does nothing. */
  readonly isGreeting?: (call: WebhookCall) => boolean;
  /**
   * What a verified call tells; null when it is not about a document of this node.
   *
   * @throws PasserelleError for one that makes no sense; the sender is told why
   */
  readonly read: (call: WebhookCall, connection: Pick<ConnectionAccess, 'fields'>) => WebhookHint | null;
  /**
   * One page of what changed at or after an instant of the system's clock: finds what no webhook told of. Absent where
   * the system cannot be asked.
   */
  readonly changes?: (
    context: SourceContext<Config>,
    since: Date,
    cursor: Json,
  ) => Promise<{ readonly changes: readonly SourceChange[]; readonly next: Json }>;
}
