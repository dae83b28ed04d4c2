import type { Message } from './messages.ts';

/** When trying again may help: never, after the usual back-off, or not before the given wait. */
export type Retry = 'never' | 'later' | { readonly afterMs: number };

/**
 * Every failure that a person will read. It carries a message (code, parameters, remedy) instead of a sentence,
 * so that it can be shown in the reader's language and grouped by cause. No secret may be put in it.
 */
export class PasserelleError extends Error {
  override readonly name: string = 'PasserelleError';
  readonly detail: Message;
  readonly retry: Retry;

  constructor(detail: Message, options: { retry?: Retry; cause?: unknown } = {}) {
    super(detail.remedy ? `${detail.text} ${detail.remedy}` : detail.text, { cause: options.cause });
    this.detail = detail;
    this.retry = options.retry ?? 'never';
  }
}

/** A setting, a flow or a file that is not as it must be; trying again changes nothing. */
export class SettingsError extends PasserelleError {
  override readonly name = 'SettingsError';
}

/** The external system refuses our credentials: the connection needs a person. */
export class AuthError extends PasserelleError {
  override readonly name = 'AuthError';
}

/** The external system answered and refuses this request. */
export class RemoteRefusedError extends PasserelleError {
  override readonly name = 'RemoteRefusedError';
}

/** The external system could not be reached or is out of order: worth another try. */
export class RemoteDownError extends PasserelleError {
  override readonly name = 'RemoteDownError';
  /** The system surely did nothing (no connection was made, or it said "too many calls"): what was sent did not arrive. */
  readonly notSent: boolean;
  constructor(detail: Message, options: { retry?: Retry; cause?: unknown; notSent?: boolean } = {}) {
    super(detail, { retry: options.retry ?? 'later', cause: options.cause });
    this.notSent = options.notSent ?? false;
  }
}

/**
 * One document cannot be booked as things stand, and a person can mend it: it is held, the others go on.
 * Thrown inside a mapping; the engine turns it into the document's outcome.
 */
export class HoldError extends PasserelleError {
  override readonly name = 'HoldError';
}

/** An error whose reader is a developer: a broken promise between two rooms. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value ${JSON.stringify(value)}`);
}
