import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';

/** How long nothing must be written any more before a lost connection is given up, in milliseconds. */
const QUIET_MS = 20;
/** Within a transaction there is more to come: what its work does next, and the rollback. */
const QUIET_IN_TRANSACTION_MS = 250;

/** What ReadyForQuery ends with. Source: https://www.postgresql.org/docs/current/protocol-message-formats.html */
const READY = Buffer.from([0x5a, 0, 0, 0, 5]);
const IDLE = 'I'.charCodeAt(0);

class ConnectionLostError extends Error {
  readonly code = 'CONNECTION_CLOSED';
  constructor() {
    super('the connection to the database was lost');
  }
}

/**
 * A socket that breaks the news of its end gently. The driver (postgres 3.4) lets go of a closed socket at once, and the
 * rollback of the transaction that was cut is then written to nothing: an exception that nobody can catch, which ends the
 * process, and a connection that never writes again (its issues 1154 and 1208, open). So whatever is under way is told
 * first that the connection is lost, as an error; what is still written after that gets the same answer; and only when
 * nothing more comes, the driver learns that the socket is closed and makes a new one.
 *
 * It has what the driver uses of a socket.
 */
export class PatientSocket extends EventEmitter {
  readonly #socket: Socket;
  #isInTransaction = false;
  #lost: { readonly hadError: boolean } | null = null;
  /** Whether an answer was being waited for when the connection was lost, or something was written after: it is known. */
  #isNoticed = false;
  #isOver = false;
  #quiet: NodeJS.Timeout | null = null;

  constructor(socket: Socket) {
    super();
    this.#socket = socket;
    socket.on('data', (data: Buffer) => {
      this.#note(data);
      this.emit('data', data);
    });
    socket.on('drain', () => this.emit('drain'));
    // Kept apart: there may be nobody left to hear it.
    socket.on('error', (error) => this.#tell(error));
    socket.on('close', (hadError) => this.#lose(hadError));
  }

  get readyState(): string {
    return this.#isOver ? 'closed' : this.#socket.readyState;
  }

  write(data: Uint8Array, written?: () => void): boolean {
    this.#isNoticed = true;
    if (this.#lost === null && this.#socket.writable) return this.#socket.write(data, written);
    setImmediate(() => this.#tell(new ConnectionLostError()));
    this.#waitForQuiet();
    return true;
  }

  end(data: Uint8Array): void {
    this.#socket.end(data);
  }

  destroy(): void {
    this.#socket.destroy();
  }

  setKeepAlive(enable: boolean, delay: number): void {
    this.#socket.setKeepAlive(enable, delay);
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  #tell(error: Error): void {
    if (!this.#isOver && this.listenerCount('error') > 0) this.emit('error', error);
  }

  #lose(hadError: boolean): void {
    this.#lost = { hadError };
    if (!hadError) this.#tell(new ConnectionLostError());
    this.#waitForQuiet();
  }

  /** Whether the server is in the middle of a transaction, by the last byte of its last complete answer. */
  #note(data: Buffer): void {
    const end = data.length - 1;
    if (end < READY.length || data.compare(READY, 0, READY.length, end - READY.length, end) !== 0) return;
    this.#isInTransaction = data[end] !== IDLE;
    this.#isNoticed = false;
  }

  #waitForQuiet(): void {
    if (this.#quiet) clearTimeout(this.#quiet);
    // What works in the transaction finds out with its next statement, the commit if nothing else.
    if (this.#lost === null || (this.#isInTransaction && !this.#isNoticed)) return;
    const { hadError } = this.#lost;
    const wait = this.#isInTransaction ? QUIET_IN_TRANSACTION_MS : QUIET_MS;
    this.#quiet = setTimeout(() => {
      this.#isOver = true;
      this.emit('close', hadError);
    }, wait);
  }
}
