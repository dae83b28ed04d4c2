import { SettingsError } from '#schemas/errors.ts';
import { messages } from './messages.ts';

/** Values of the {placeholders} of a file name; dates as yyyyMMdd. */
export interface FileNameFacts {
  readonly siren: string;
  readonly company: string;
  readonly closingDate: string;
  readonly from: string;
  readonly to: string;
  readonly journal: string;
  readonly flow: string;
  readonly run: string;
}
const KNOWN: readonly string[] = ['siren', 'company', 'closingDate', 'from', 'to', 'journal', 'flow', 'run'];

function isKnown(name: string): name is keyof FileNameFacts {
  return KNOWN.includes(name);
}

/** @throws SettingsError when the pattern names a placeholder that does not exist */
export function checkFileNamePattern(pattern: string): void {
  const unknown = [...pattern.matchAll(/\{([^}]*)\}/g)].find(([, name]) => !isKnown(name ?? ''));
  if (!unknown) return;
  const known = ['%D %M %y %Y', ...KNOWN.map((name) => `{${name}}`)].join(' ');
  throw new SettingsError(messages.build.placeholder_unknown({ name: pattern, placeholder: unknown[0], known }));
}

/** A name that Windows, macOS and Linux accept: no path, no reserved sign, at most 255 bytes with the extension kept. */
function makeSafe(name: string): string {
  const plain = [...name.toWellFormed().normalize('NFC')]
    .map((character) => (/[\\/:*?"<>|\p{Cc}]/u.test(character) ? '-' : character))
    .join('')
    .replace(/[. ]+$/, '')
    .replace(/^[. ]+/, '');
  const dot = plain.lastIndexOf('.');
  const extension = dot > 0 && plain.length - dot <= 10 ? plain.slice(dot) : '';
  const stem = [...plain.slice(0, plain.length - extension.length)];
  while (Buffer.byteLength(stem.join('') + extension) > 255) stem.pop();
  return stem.join('') + extension || 'export.txt';
}

/**
 * The name of a file.
 *
 * @param pattern with %D %M %y %Y (day, month, year of the run) and {placeholders}
 * @param today ISO date of the run in the flow's zone
 * @example fileName('{siren}FEC{closingDate}.txt', '2026-11-03', facts) // "123456789FEC20261231.txt"
 */
export function fileName(pattern: string, today: string, facts: FileNameFacts): string {
  const tokens: Readonly<Record<string, string>> = {
    '%D': today.slice(8),
    '%M': today.slice(5, 7),
    '%y': today.slice(2, 4),
    '%Y': today.slice(0, 4),
  };
  const filled = pattern.replace(/%[DMyY]|\{(\w+)\}/g, (found, name: string | undefined) =>
    name === undefined ? (tokens[found] ?? found) : isKnown(name) ? facts[name] : found,
  );
  return makeSafe(filled);
}

/** Gives every file its own name: the second "a.txt" becomes "a-2.txt", whatever the case of its letters. */
export function distinctNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let candidate = name;
    for (let count = 2; taken.has(candidate.toLowerCase()); count += 1) {
      candidate = name.replace(/(\.[^.]*)?$/, (extension) => `-${count}${extension}`);
    }
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}
