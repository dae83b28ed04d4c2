/** Printable ASCII: nothing to compose, nothing to clean, and every character set has it. Most cells are that. */
const PLAIN = /^[\x20-\x7e]*$/;

export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

/**
 * Makes a text that came from a shop fit to stand in a file: composed accents, every kind of line break as \n, no other
 * control character, then the replacements of the format.
 */
export function cleanText(text: string, replacements: Readonly<Record<string, string>>): string {
  if (isPlain(text)) return replaceAll(text, replacements);
  const plain = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, ' ');
  return replaceAll(plain, replacements);
}

export function replaceAll(text: string, replacements: Readonly<Record<string, string>>): string {
  let replaced = text;
  for (const [found, written] of Object.entries(replacements)) replaced = replaced.replaceAll(found, written);
  return replaced;
}

/** True for a text that a spreadsheet would run as a formula (OWASP, "CSV injection"). */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t]/.test(text);
}
