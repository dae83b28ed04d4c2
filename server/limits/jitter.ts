/**
 * A wait, made up to a fifth shorter or longer: what failed together shall not come back together.
 *
 * @param random gives 0 … 1
 * @returns milliseconds
 */
export function withJitter(ms: number, random: () => number = Math.random): number {
  return Math.round(ms * (0.8 + 0.4 * random()));
}
