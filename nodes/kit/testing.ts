import type { Json } from './node-type.ts';
import type { WebhookCall } from './webhook.ts';

/** What a fake server can be told to do with its next answers. */
export type Fault =
  | { readonly kind: 'throttle'; readonly retryAfterSeconds: number }
  | { readonly kind: 'error'; readonly status: number }
  | { readonly kind: 'hang' }
  | { readonly kind: 'refuse-credentials' }
  | { readonly kind: 'cut-answer' }
  | { readonly kind: 'noise-before-json' }
  | { readonly kind: 'close' };

/** A faithful stand-in for an external system, on loopback. */
export interface FakeServer {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** Applies the fault to the next `times` calls, after letting `after` calls pass. */
  readonly misbehave: (fault: Fault, options?: { readonly times?: number; readonly after?: number }) => void;
  /** Number of calls received since the start. */
  readonly calls: () => number;
  /** For a system that gives rights one by one: the account has these from now on, and no others. */
  readonly grant?: (rights: readonly string[]) => void;
  /** For a system that tells of changes by itself. */
  readonly webhooks?: FakeRegistrations;
  readonly close: () => Promise<void>;
}

/** What may happen to a registration behind our back. */
export const MEDDLINGS = ['remove', 'switch-off', 'point-elsewhere', 'double'] as const;
export type Meddling = (typeof MEDDLINGS)[number];

/** The registered webhooks of a fake. */
export interface FakeRegistrations {
  readonly present: () => readonly { readonly address: string; readonly isActive: boolean }[];
  readonly meddle: (how: Meddling) => void;
  /** A call as the system would make it, signed with the secret, and the key of the document that it is about. */
  readonly sample: (secret: string) => { readonly call: WebhookCall; readonly key: string };
}

/**
 * What nodes/<folder>/testing/conformance.ts exports as `conformance` so that the live part of the conformance suite
 * runs against the folder's own fake.
 */
export interface ConformanceSetup {
  readonly startFake: () => Promise<FakeServer>;
  /** Sources to read page by page, with a config that makes at least two pages on the fake's data. */
  readonly sources?: readonly { readonly nodeType: string; readonly config: Json }[];
  /** Deliveries to make, each twice with the same idempotency key. */
  readonly deliveries?: readonly {
    readonly nodeType: string;
    readonly config: Json;
    /** How many times the target holds the document named `name`. */
    readonly countDelivered: (fake: FakeServer, name: string) => Promise<number>;
  }[];
}
