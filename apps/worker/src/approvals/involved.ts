import { relationsTo } from '@fairmark/persistence/access';
import { loadApproval } from '@fairmark/persistence/approvals';
import { sql } from '@fairmark/persistence/database';
import type { DecisionContext } from '../processes/index.js';

const approvalIn = ({ visit, process }: DecisionContext): string | null => visit.approvalId ?? (process.kind === 'approval' ? process.refId : null);

/** Somebody who has or had a task in the case, or decided one for somebody else. */
export async function wasAsked(context: DecisionContext): Promise<boolean> {
  const { tx, actorId } = context;
  const row = await tx.one(sql`
    select 1 from tasks t join visits v on v.id = t.visit_id where v.approval_id = ${approvalIn(context)}::uuid and (t.assignee_id = ${actorId} or t.decided_by = ${actorId}) limit 1`);
  return row !== undefined;
}

/** The one who submitted the case. */
export async function isSubmitter(context: DecisionContext): Promise<boolean> {
  const approvalId = approvalIn(context);
  return approvalId !== null && (await loadApproval(context.tx, approvalId)).state.submitterId === context.actorId;
}

/** HR of the scope; never in a case that is about themselves. */
async function isHr({ tx, actorId, visit, process }: DecisionContext): Promise<boolean> {
  const { relations } = visit.id ? await relationsTo(tx, actorId, 'visit', visit.id) : await relationsTo(tx, actorId, 'approval', process.refId);
  return relations.has('hr') && !relations.has('self');
}

export const isSubmitterOrHr = async (context: DecisionContext): Promise<boolean> => (await isSubmitter(context)) || isHr(context);

export const isConcerned = async (context: DecisionContext): Promise<boolean> => (await wasAsked(context)) || isSubmitterOrHr(context);
