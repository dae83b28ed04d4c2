import type { JSONSchema } from 'json-schema-to-ts';
import type { Localised } from '#schemas/localised.ts';
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

/** A right on the system, as the system names it ("read_orders"), that a person gives an account for us. */
export interface Right {
  readonly id: string;
  readonly access: 'read' | 'write';
  /** What changes something there is optional, and says what for: without it everything else works. */
  readonly purpose?: Localised;
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
  /**
   * The rights to ask for where the system gives them one by one: what is read, and no more. The test of a connection
   * names each that is missing.
   */
  readonly rights?: readonly Right[];
  /**
   * Names of the fields that say whose account it is, where the system lets an account have one connection only: making
   * a second one there ends the first without a word.
   */
  readonly onlyOnePer?: readonly string[];
  /** Lists of the system that can be read live: settings and mapping tables are filled from them. */
  readonly lists?: Readonly<Partial<Record<ListId, ReadList>>>;
  /** Calls the system with these credentials, reading only. Throws a PasserelleError that says what to do. */
  readonly test: (context: CallContext & { readonly connection: ConnectionAccess }) => Promise<ConnectionReport>;
}

/** Declares what an account on an external system needs. Found by being exported through the folder's connector. */
export function defineConnectionType(type: ConnectionType): ConnectionType {
  return type;
}
