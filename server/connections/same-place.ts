import type { ConnectionType } from '#nodes/kit/connection-type.ts';
import type { Message } from '#schemas/messages.ts';
import { connectionMessages } from './connection-messages.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The fields that say which machine gets the secrets, by the names that connectors give them. */
const PLACE_FIELDS = ['url', 'host', 'port'];

/** What of an address decides who answers: a folder or a closing slash may change. */
function placeOf(value: unknown): string {
  const text = String(value ?? '').trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  return URL.canParse(withScheme) ? new URL(withScheme).origin : text;
}

/**
 * What is wrong with sending stored secrets to where the given fields lead: one problem for each secret that has to be
 * typed again because the address is another one. Stored secrets are never shown; without this, whoever may change a
 * connection could have them sent to a machine of his own.
 *
 * @param kept what is stored
 * @param given the changes, secrets included
 */
export function findMovedSecrets(
  type: ConnectionType,
  kept: { readonly fields: Fields; readonly secrets: Readonly<Record<string, string>> },
  given: Fields,
): Message[] {
  const isMoved = PLACE_FIELDS.some((name) => name in given && placeOf(given[name]) !== placeOf(kept.fields[name]));
  if (!isMoved) return [];
  const isTyped = (name: string) => typeof given[name] === 'string' && given[name] !== '';
  const needed = type.secrets.filter((name) => (kept.secrets[name] ?? '') !== '' && !isTyped(name));
  return needed.map((name) => connectionMessages.build.type_again(name));
}
