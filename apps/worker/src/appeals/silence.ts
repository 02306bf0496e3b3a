import type { Transition } from '@fairmark/domain/process';
import type { VisitContext } from '../processes/index.js';
import { loadCase } from './case.js';
import { replaceMember } from './replace.js';

/**
 * A member let the time for the vote pass: the seat goes to an alternate with a full window, and the silent member is never counted. When nobody is left who could take it, or
 * the whole panel is late, HR is told; nothing is decided by time-out.
 */
export async function replaceSilent(context: VisitContext): Promise<Transition | null> {
  const memberId = context.visit.payload['memberId'];
  if (typeof memberId !== 'string') return null;
  const replaced = await replaceMember(context, await loadCase(context), memberId, 'silent');
  return replaced && { outcome: 'replaced', ...replaced.transition };
}
