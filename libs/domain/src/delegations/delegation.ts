/** A standing substitute: `delegateId` may do tasks of `delegatorId` in `kinds` of process during `[from, to)`. Instants are ISO strings in UTC. */
export interface Delegation {
  id: string;
  delegatorId: string;
  delegateId: string;
  kinds: readonly string[];
  from: string;
  to: string;
  /** When it was ended before its time; null while it was not. */
  endedAt: string | null;
}

/** The instant from which it gives no right any more. */
export const endOf = ({ to, endedAt }: Pick<Delegation, 'to' | 'endedAt'>): string => (endedAt !== null && endedAt < to ? endedAt : to);

/** Whether it holds at an instant. It ends on time, also in the middle of a matter. */
export const holdsAt = (delegation: Delegation, at: string): boolean => delegation.from <= at && at < endOf(delegation);

/** Whether two delegations hold at some common instant for some common kind of process. */
export function meet(a: Pick<Delegation, 'from' | 'to' | 'endedAt' | 'kinds'>, b: Pick<Delegation, 'from' | 'to' | 'endedAt' | 'kinds'>): boolean {
  return a.from < endOf(b) && b.from < endOf(a) && a.kinds.some((kind) => b.kinds.includes(kind));
}

export type DelegationStateName = 'upcoming' | 'running' | 'over' | 'ended';

/** How a delegation stands at an instant. */
export function stateAt({ from, to, endedAt }: Pick<Delegation, 'from' | 'to' | 'endedAt'>, at: string): DelegationStateName {
  if (endedAt !== null && endedAt < to) return 'ended';
  if (at >= to) return 'over';
  return at < from ? 'upcoming' : 'running';
}
