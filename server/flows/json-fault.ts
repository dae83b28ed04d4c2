/**
 * Where a text stops being JSON, as "line 3". The engine's own words quote what stands there, and in a file of
 * connections that may be a secret: of them only the position is used, or the place of what they quote.
 */
export function describeJsonFault(text: string, error: unknown): string {
  const words = error instanceof Error ? error.message : '';
  const position = /at position (\d+)/.exec(words)?.[1];
  const quoted = /, (?:\.\.\.)?"((?:.|\n)*)"(?:\.\.\.)? is not valid JSON$/.exec(words)?.[1] ?? '';
  const at = position === undefined ? text.indexOf(quoted) + quoted.length / 2 : Number.parseInt(position, 10);
  return `line ${text.slice(0, Math.max(0, at)).split('\n').length}`;
}
