/** "12.500000" as the column keeps it → "12.50": at least two decimals, no more than there are. */
export function showAmount(text: string): string {
  return text.replace(/(\.\d\d\d*?)0+$/, '$1');
}
