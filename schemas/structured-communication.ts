/**
 * The structured communication of Belgian bank transfers: ten digits and two that check them, written
 * +++123/4567/89002+++. The check is the remainder of the ten digits by 97, and 97 where nothing remains.
 * Source: Febelfin, standard for credit transfers in euro (European transfer form), structured remittance information.
 */
const WRITTEN = /^[+*]{3}(\d{3})\/(\d{4})\/(\d{5})[+*]{3}$/;
const BASE_DIGITS = 10;

function checkDigits(base: string): string {
  const remainder = BigInt(base) % 97n;
  return (remainder === 0n ? 97n : remainder).toString().padStart(2, '0');
}

function write(twelve: string): string {
  return `+++${twelve.slice(0, 3)}/${twelve.slice(3, 7)}/${twelve.slice(7)}+++`;
}

/**
 * The twelve digits of a structured communication, with or without its signs; null for anything else and for one whose
 * check digits are wrong.
 */
export function readStructured(text: string): string | null {
  const trimmed = text.trim();
  const written = WRITTEN.exec(trimmed);
  const digits = written ? written.slice(1).join('') : trimmed;
  if (!/^\d{12}$/.test(digits)) return null;
  return checkDigits(digits.slice(0, BASE_DIGITS)) === digits.slice(BASE_DIGITS) ? digits : null;
}

/**
 * The structured communication of a document number: of its digits, in the order in which they stand. One that is a
 * structured communication already is written in its usual form.
 *
 * @returns null when there is no digit, or more than ten: cut, it would be another document's
 * @example structuredOf('2026-1043') // "+++002/0261/04371+++"
 */
export function structuredOf(number: string): string | null {
  const known = readStructured(number);
  if (known) return write(known);
  if (WRITTEN.test(number.trim())) return null;
  const digits = number.replaceAll(/\D/g, '');
  if (digits === '' || digits.length > BASE_DIGITS) return null;
  const base = digits.padStart(BASE_DIGITS, '0');
  return write(base + checkDigits(base));
}

/** Whether two texts that people or banks wrote name the same structured communication. */
export function isSameStructured(one: string, other: string): boolean {
  const digits = readStructured(one);
  return digits !== null && digits === readStructured(other);
}
