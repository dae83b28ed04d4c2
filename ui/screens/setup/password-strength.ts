export const MIN_PASSWORD = 10;

/** A hint, not a rule: length counts most, variety a little; few different characters count for nothing. */
export function passwordStrength(password: string): 0 | 1 | 2 | 3 {
  if (password.length < MIN_PASSWORD) return 0;
  const different = new Set(password).size;
  if (different < 6) return 1;
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(password)).length;
  const score = password.length + 2 * (kinds - 1);
  if (score >= 20) return 3;
  return score >= 14 ? 2 : 1;
}
