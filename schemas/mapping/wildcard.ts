/**
 * A test for texts against a pattern in which * stands for any text; case does not count.
 * Linear in the text, whatever the pattern: patterns come from users, texts from customers.
 *
 * @example matcher('stripe*')('Stripe_Bancontact') // true
 */
export function matcher(pattern: string): (text: string) => boolean {
  const pieces = pattern.trim().toLowerCase().split('*');
  const first = pieces[0] ?? '';
  if (pieces.length === 1) return (text) => text.trim().toLowerCase() === first;
  const last = pieces.at(-1) ?? '';
  const middle = pieces.slice(1, -1);
  return (text) => {
    const lower = text.trim().toLowerCase();
    if (lower.length < first.length + last.length || !lower.startsWith(first) || !lower.endsWith(last)) return false;
    let at = first.length;
    for (const piece of middle) {
      const found = lower.indexOf(piece, at);
      if (found < 0) return false;
      at = found + piece.length;
    }
    return at <= lower.length - last.length;
  };
}
