const AMOUNT = /^([+-]?)(\d{1,16}|\d{1,3}(?:[ .,'’]\d{3}){1,5})(?:([.,])(\d{1,6}))?$/;
const CURRENCY = /^(?:[€$£]|(?:EUR|USD|GBP|CHF)(?= ))\s*|\s*(?:[€$£]|EUR|USD|GBP|CHF)$/gi;

function isGrouped(whole: string): boolean {
  return /\D/.test(whole);
}

/**
 * The amounts that a person may mean: "12,5" and "12.50 EUR" are 12.5; "1.234" is a thousand and something to one
 * reader and a little more than one to another, so it is both. Amounts are found whatever their sign.
 *
 * @returns decimal texts without a sign, none when the text is no amount
 */
export function typedAmounts(text: string): string[] {
  const plain = text.trim().replaceAll(/\s/g, ' ').replaceAll(CURRENCY, '').trim();
  const match = AMOUNT.exec(plain);
  if (!match) return [];
  const [, , whole = '', sign, decimals] = match;
  // A mark that groups digits is not the one that begins the decimals: "1,234,56" is no amount.
  if (sign !== undefined && isGrouped(whole) && whole.includes(sign)) return [];
  const digits = whole.replaceAll(/\D/g, '');
  if (decimals !== undefined) {
    const amounts = [`${digits}.${decimals}`];
    if (decimals.length === 3 && !isGrouped(whole) && whole.length <= 3) amounts.push(`${digits}${decimals}`);
    return amounts;
  }
  const [, ones, rest] = /^(\d{1,3})[.,](\d{3})$/.exec(whole) ?? [];
  return ones === undefined ? [digits] : [digits, `${ones}.${rest}`];
}
