import { createRedactor } from '#nodes/kit/redact.ts';
import type { Message } from '#schemas/messages.ts';
import { connectionMessages } from './connection-messages.ts';

const redactNamed = createRedactor([]);
/** "https://user:password@host": what stands before the at sign of an address. */
const USER_INFO = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*@/i;

/**
 * Finds credentials that were pasted into fields that are no secrets: those are stored and shown in clear. The value
 * is not repeated in the message.
 */
export function findPlainCredentials(fields: Readonly<Record<string, unknown>>): Message[] {
  const holdsOne = (value: unknown) =>
    typeof value === 'string' && (USER_INFO.test(value.trim()) || redactNamed(value) !== value);
  const names = Object.keys(fields).filter((name) => holdsOne(fields[name]));
  return names.map((name) => connectionMessages.build.plain_credentials(name));
}
