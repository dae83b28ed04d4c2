import type { JSONSchema } from 'json-schema-to-ts';
import type { Message, MessageCatalogue } from '#schemas/messages.ts';
import type { CallContext, ConnectionAccess } from './context.ts';
import type { ListId, ReadList } from './lists.ts';
import type { TypeTexts } from './texts.ts';

/** What a live test of a connection found. A failed test throws a PasserelleError with its remedy instead. */
export interface ConnectionReport {
  /** One or more facts worth showing: version of the shop, currency, rights. */
  readonly findings: readonly Message[];
  /** Values learnt by the test that the person must confirm and that are then stored (an SSH host key). */
  readonly confirm?: Readonly<Record<string, { readonly value: string; readonly question: Message }>>;
}

export interface ConnectionType {
  readonly id: string;
  readonly texts: TypeTexts;
  /** JSON Schema (an object) of all fields, secret ones included. */
  readonly fields: JSONSchema;
  /** Names of the fields that are encrypted at rest and never sent back. */
  readonly secrets: readonly string[];
  readonly messages: MessageCatalogue;
  /**
   * What the system allows, when it says so: calls a second on average, how many may come at once after a pause, and how
   * many batches may work on the connection at the same time (4 unless set). Shared by all workers.
   */
  readonly limits?: { readonly callsPerSecond?: number; readonly burst?: number; readonly batches?: number };
  /** Lists of the system that can be read live: settings and mapping tables are filled from them. */
  readonly lists?: Readonly<Partial<Record<ListId, ReadList>>>;
  /** Calls the system with these credentials, reading only. Throws a PasserelleError that says what to do. */
  readonly test: (context: CallContext & { readonly connection: ConnectionAccess }) => Promise<ConnectionReport>;
}

/** Declares what an account on an external system needs. Found by being exported through the folder's connector. */
export function defineConnectionType(type: ConnectionType): ConnectionType {
  return type;
}
