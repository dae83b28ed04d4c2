/** Amounts as whole cents in BigInt: arithmetic that shares nothing with the product's. */
export function cents(amount: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{1,2})0*)?$/.exec(amount);
  if (!match) throw new Error(`"${amount}" is no amount in cents`);
  const [, sign, whole = '0', fraction = ''] = match;
  const value = BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0'));
  return sign === '-' ? -value : value;
}

export function total(amounts: Iterable<string>): bigint {
  let sum = 0n;
  for (const amount of amounts) sum += cents(amount);
  return sum;
}
