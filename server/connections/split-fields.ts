import { findConfigProblems } from '#nodes/kit/config.ts';
import type { ConnectionType } from '#nodes/kit/connection-type.ts';
import { Refusal } from '../http/refusal.ts';
import { connectionMessages } from './connection-messages.ts';
import { findPlainCredentials } from './plain-credentials.ts';
import { findMovedSecrets } from './same-place.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The fields of a connection, the secret ones apart. */
export interface SplitFields {
  readonly fields: Record<string, unknown>;
  readonly secrets: Record<string, string>;
}

/** A form sends a secret that was not retyped as empty text: that counts as left out. */
function withoutEmptySecrets(type: ConnectionType, given: Fields): Fields {
  const isLeftOut = (name: string, value: unknown) => type.secrets.includes(name) && (value === '' || value === null);
  return Object.fromEntries(Object.entries(given).filter(([name, value]) => !isLeftOut(name, value)));
}

/** What is stored already: secrets given anew replace the kept ones, unless the address has become another one. */
export interface Kept {
  readonly fields: Fields;
  readonly secrets: Readonly<Record<string, string>>;
}
export const NOTHING_KEPT: Kept = { fields: {}, secrets: {} };

/**
 * Checks the fields of a connection by its type's schema, fills in defaults and sets the secret ones apart.
 *
 * @throws Refusal 422 with one problem a field; no value is quoted in it
 */
export function splitFields(type: ConnectionType, given: Fields, kept: Kept): SplitFields {
  const all = { ...kept.secrets, ...withoutEmptySecrets(type, given) };
  const { config, problems: wrong } = findConfigProblems(type, all);
  const plain = Object.fromEntries(Object.entries(given).filter(([name]) => !type.secrets.includes(name)));
  const problems = [...wrong, ...findPlainCredentials(plain), ...findMovedSecrets(type, kept, given)];
  if (problems.length > 0) {
    throw new Refusal(422, connectionMessages.build.bad_fields({ count: String(problems.length) }), problems);
  }
  const split: SplitFields = { fields: {}, secrets: {} };
  for (const [name, value] of Object.entries(config as Fields)) {
    if (!type.secrets.includes(name)) split.fields[name] = value;
    else if (typeof value === 'string') split.secrets[name] = value;
    else if (value !== null && value !== undefined) split.secrets[name] = JSON.stringify(value);
  }
  return split;
}
