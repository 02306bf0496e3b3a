/**
 * Splits a whole number by weights so that the parts sum to it exactly.
 * Rule: largest remainder; equal remainders go to the earlier entry. All weights zero: nothing is given.
 * @param total whole, not negative (basis points, cents)
 * @param weights whole, not negative
 */
export function apportion(total: number | bigint, weights: readonly (number | bigint)[]): number[] {
  const whole = BigInt(total);
  const parts = weights.map((weight) => BigInt(weight));
  const sum = parts.reduce((all, weight) => all + weight, 0n);
  if (sum === 0n) return parts.map(() => 0);
  const floors = parts.map((weight) => (whole * weight) / sum);
  const left = Number(whole - floors.reduce((all, floor) => all + floor, 0n));
  const order = parts
    .map((weight, index) => ({ index, remainder: (whole * weight) % sum }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  const lucky = new Set(order.slice(0, left).map(({ index }) => index));
  return floors.map((floor, index) => Number(floor) + (lucky.has(index) ? 1 : 0));
}
