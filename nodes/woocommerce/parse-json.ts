/** Where data begins after noise: a list of objects, an object, or an empty list at the very end. */
const DATA_START = /\[\s*\{\s*"|\{\s*"|\[\s*\]\s*$/;

/** PostgreSQL stores neither U+0000 nor half a surrogate pair (an emoji that a plugin cut in two). */
function storable(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value;
}

function tryParse(text: string): { readonly json: unknown } | null {
  try {
    return { json: JSON.parse(text, storable) };
  } catch {
    return null;
  }
}

/**
 * Reads a shop's answer. Plugins write PHP notices or HTML before the data, and editors leave a byte order mark; both are
 * dropped when whole data follows. Only the first place where data can begin is tried: in an answer that was cut off,
 * a later one would pass an inner list off as the whole.
 *
 * @returns null when there is no data in it
 */
export function parseNoisyJson(text: string): { readonly json: unknown } | null {
  const trimmed = text.replace(/^\uFEFF+/, '').trim();
  const whole = tryParse(trimmed);
  if (whole || trimmed.startsWith('{') || trimmed.startsWith('[')) return whole;
  const start = trimmed.search(DATA_START);
  return start < 0 ? null : tryParse(trimmed.slice(start));
}
