import type { HttpTargetConfig } from '../config.ts';

/** How a receiver recognises what it has: the four ways that the delivery node can be told of. */
export type Manner = HttpTargetConfig['recognises'];

/** One document that the receiver holds. */
export interface Booking {
  readonly key: string;
  /** Piece number of an entry, id of another document. */
  readonly number: string;
  /** File name of what the conformance suite sends. */
  readonly name: string;
  readonly reference: string;
  readonly body: string;
}

export interface Verdict {
  readonly status: number;
  readonly answer: Readonly<Record<string, string>>;
}

interface Sent {
  readonly journal?: string;
  readonly pieceNumber?: string;
  readonly id?: string;
  readonly name?: string;
}

/** The receiver's books: what it holds, and what it answers to one more call. */
export class Ledger {
  readonly bookings: Booking[] = [];
  readonly #manner: Manner;
  readonly #byKey = new Map<string, Booking>();
  readonly #byNumber = new Map<string, Booking>();

  constructor(manner: Manner) {
    this.#manner = manner;
  }

  /** Takes a document in, unless this receiver is of a kind that notices that it has it. */
  take(key: string, body: string): Verdict {
    const sent = JSON.parse(body) as Sent;
    const number = sent.pieceNumber ?? sent.id ?? '';
    // Books number their pieces by journal.
    const unique = `${sent.journal ?? ''} ${number}`;
    const known = this.#manner === 'key' ? this.#byKey.get(key) : undefined;
    if (known) return { status: 200, answer: { reference: known.reference } };
    const taken = this.#manner === 'number' ? this.#byNumber.get(unique) : undefined;
    if (taken) return { status: 409, answer: { reference: taken.reference, idempotencyKey: taken.key } };
    const reference = `R${this.bookings.length + 1}`;
    const booking = { key, number, name: sent.name ?? '', reference, body };
    this.bookings.push(booking);
    this.#byKey.set(key, booking);
    this.#byNumber.set(unique, booking);
    return { status: 201, answer: { reference } };
  }

  /** The answer to "do you have it?"; only one kind of receiver knows that question. */
  find(key: string): Verdict {
    const booking = this.#manner === 'lookup' ? this.#byKey.get(key) : undefined;
    return booking
      ? { status: 200, answer: { reference: booking.reference } }
      : { status: 404, answer: { message: 'no such document' } };
  }
}
