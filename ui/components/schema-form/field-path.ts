import type { Message } from '#schemas/messages.ts';

type Path = readonly (string | number)[];

/** The key of a field's text: ["rules", 0, "account"] → "rules[].account". */
export function textKey(path: Path): string {
  return path.reduce<string>((key, part) => {
    if (typeof part === 'number') return `${key}[]`;
    return key === '' ? part : `${key}.${part}`;
  }, '');
}

/**
 * The path that a server message names, in one form whichever way it is written there
 * ("rules/0/account", "/rules/0/account", "rules[0].account", "config.rules.0.account").
 */
export function problemPath(field: string): string {
  return field
    .replaceAll(/\[(\d+)\]/g, '/$1')
    .replaceAll('.', '/')
    .replace(/^\/+/, '')
    .replace(/^(config|fields|settings)\//, '');
}

/** The first message for each field, by path. */
export function messagesByPath(problems: readonly Message[]): ReadonlyMap<string, Message> {
  const found = new Map<string, Message>();
  for (const problem of problems) {
    if (problem.field === null) continue;
    const path = problemPath(problem.field);
    if (!found.has(path)) found.set(path, problem);
  }
  return found;
}
