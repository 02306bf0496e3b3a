import type { Vote } from './votes.js';

/** Exact sums of weights: `of` parts of `in` parts. */
interface Weighed {
  approved: bigint;
  /** Approved, or still to come. */
  possible: bigint;
  threshold: bigint;
}

/** Adds up votes by the weights of their seats; people of one seat share its weight equally. A seat that nobody holds counts against. */
export function weigh(votes: readonly Vote[], weightsBp: readonly number[], thresholdBp: number): Weighed {
  const holders = weightsBp.map((_, seat) => votes.filter(({ task }) => task.seat === seat || task.alsoSeats.includes(seat)));
  const whole = holders.reduce((product, { length }) => product * BigInt(Math.max(1, length)), 1n);
  const sum = (counts: (vote: Vote) => boolean): bigint =>
    holders.reduce((total, of, seat) => total + (BigInt(weightsBp[seat] ?? 0) * BigInt(of.filter(counts).length) * whole) / BigInt(Math.max(1, of.length)), 0n);
  return { approved: sum((vote) => vote.is === 'approved'), possible: sum((vote) => vote.is !== 'rejected'), threshold: BigInt(thresholdBp) * whole };
}

/** 票签: strictly more than the threshold passes; it fails as soon as it cannot pass any more. */
export function judgeWeights(votes: readonly Vote[], weightsBp: readonly number[], thresholdBp: number): 'waiting' | 'approved' | 'rejected' {
  const { approved, possible, threshold } = weigh(votes, weightsBp, thresholdBp);
  if (approved > threshold) return 'approved';
  return possible > threshold ? 'waiting' : 'rejected';
}
