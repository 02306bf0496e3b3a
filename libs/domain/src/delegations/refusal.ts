import { delegationErrors } from '@fairmark/contracts/errors';
import { meet, type Delegation } from './delegation.js';

/** A delegation that somebody wants to make, with what decides whether it may be. */
export interface DelegationWish {
  wish: Omit<Delegation, 'id' | 'endedAt'>;
  now: string;
  /** Whether each of them is employed at the beginning and not disabled. */
  delegatorActive: boolean;
  delegateActive: boolean;
  /** All delegations that are not over, of anybody. */
  others: readonly Delegation[];
}

/** A longer absence is a change in the organisation, not a substitute. */
const LONGEST_MS = 366 * 86_400_000;

/** Why a delegation may not be made; null when it may. */
export function delegationRefusal({ wish, now, delegatorActive, delegateActive, others }: DelegationWish): { code: string; details: Record<string, unknown> } | null {
  const refused = (code: string, details: Record<string, unknown> = {}) => ({ code, details });
  if (wish.delegatorId === wish.delegateId) return refused(delegationErrors.oneself);
  if (wish.to <= wish.from || wish.to <= now || Date.parse(wish.to) - Date.parse(wish.from) > LONGEST_MS) return refused(delegationErrors.period);
  if (!delegatorActive) return refused(delegationErrors.delegatorInactive);
  if (!delegateActive) return refused(delegationErrors.delegateInactive);
  const span = { ...wish, endedAt: null };
  const other = others.find((one) => one.delegatorId === wish.delegatorId && meet(one, span));
  if (other) return refused(delegationErrors.overlap, { delegationId: other.id });
  return leadsTo(wish.delegateId, wish.delegatorId, span, others, new Set()) ? refused(delegationErrors.chain) : null;
}

type Span = Pick<Delegation, 'from' | 'to' | 'endedAt' | 'kinds'>;

/** Whether tasks of `fromId` would reach `toId` through substitutes of substitutes while and where `span` holds. */
function leadsTo(fromId: string, toId: string, span: Span, others: readonly Delegation[], seen: Set<string>): boolean {
  if (fromId === toId) return true;
  if (seen.has(fromId)) return false;
  seen.add(fromId);
  return others.some((one) => one.delegatorId === fromId && meet(one, span) && leadsTo(one.delegateId, toId, span, others, seen));
}
