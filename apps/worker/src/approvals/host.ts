import type { Transition } from '@fairmark/domain/process';
import type { ApprovalCase } from '@fairmark/persistence/approvals';
import type { VisitRow } from '@fairmark/persistence/process';
import type { ProcessContext } from '../processes/index.js';
import { applyApproval } from './apply.js';
import { withApproval } from './merge.js';
import type { ApprovalAct, ApprovalOutcome, ApprovalStep } from './request.js';

/** How a case ended, or that it went back to who submitted. */
export interface Ended {
  outcome: Exclude<ApprovalOutcome, 'running'>;
  approvalId: string;
  item: ApprovalCase;
  /** The visit in which it was decided; null for a withdrawal of the whole case. */
  visit: VisitRow | null;
  /** Null when a deadline or a change of the organisation ended it. */
  actorId: string | null;
  comment: string | undefined;
  /** It was approved before and is taken back: what followed from it has to be undone. */
  undo: boolean;
}

/**
 * The matter that is approved: what follows from an outcome, in the transaction of whatever led to it. Any operator can end a case (the last of several approvers
 * may be taken out), so every act, deadline and event of the organisation goes through the host.
 */
export interface ApprovalHost {
  ended(context: ProcessContext, ended: Ended): Promise<Transition>;
  /** A returned case waits for somebody else now: its submitter has left. Only where the matter has no step of its own for writing again. */
  awaits?(context: ProcessContext, item: ApprovalCase, approvalId: string): Promise<Transition>;
}

/** Applies an act and lets the matter follow what came of it. `extra` is what the act itself did besides. */
export async function actInApproval(context: ProcessContext, host: ApprovalHost, at: VisitRow | string, act: ApprovalAct, extra: Partial<Transition> = {}): Promise<Transition> {
  const step = await applyApproval(context, at, act);
  return withApproval(await followed(context, host, at, act, step, extra), step.part);
}

/** A change of the organisation; null when it does not concern the case. */
export async function organisationInApproval(context: ProcessContext, host: ApprovalHost, at: VisitRow | string, act: Extract<ApprovalAct, { type: 'organisationChanged' | 'handOver' }>): Promise<Transition | null> {
  const step = await applyApproval(context, at, act);
  return step.changed ? withApproval(await followed(context, host, at, act, step, {}), step.part) : null;
}

async function followed(context: ProcessContext, host: ApprovalHost, at: VisitRow | string, act: ApprovalAct, step: ApprovalStep, extra: Partial<Transition>): Promise<Transition> {
  const own: Transition = { outcome: step.ended ? step.outcome : act.type, audit: [], ...extra };
  if (step.awaits !== null && host.awaits) return { ...own, ...(await host.awaits(context, step.item, step.approvalId)) };
  if (!step.ended || step.outcome === 'running') return own;
  const visit = typeof at === 'string' ? null : at;
  const actorId = 'actorId' in act ? act.actorId : null;
  const comment = 'comment' in act ? act.comment : undefined;
  const transition = await host.ended(context, { outcome: step.outcome, approvalId: step.approvalId, item: step.item, visit, actorId, comment, undo: step.undo });
  return { ...own, ...transition, audit: [...own.audit, ...transition.audit], notices: [...(own.notices ?? []), ...(transition.notices ?? [])] };
}
