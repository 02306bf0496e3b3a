import { named } from '../../check/facts.mjs';

const violation = named('decidedByTheSubject');

/** Acts that decide, or that choose who does. A submitter hands in again, takes back and reminds; none of that decides. */
const DECIDING = ['approve', 'reject', 'return', 'addBefore', 'addAfter', 'addBeside', 'removeAdded', 'transfer', 'consult', 'opinion', 'takeBack'];
const OWN = `
  select e.what, e.approval_id as "approvalId" from approval_entries e join approval_instances a on a.id = e.approval_id
  where e.what = any($1::text[]) and (a.subject_id in (e.actor_id, e.on_behalf_of) or a.submitter_id in (e.actor_id, e.on_behalf_of))`;
const HOLDS = `
  select v.approval_id as "approvalId", t.id from tasks t join visits v on v.id = t.visit_id join approval_instances a on a.id = v.approval_id
  where v.step <> 'resubmission' and t.assignee_id in (a.subject_id, a.submitter_id)`;

/** Nobody decided their own case, directly or through somebody, or was even asked to. @param {import('../../check/facts.mjs').Facts} facts */
export async function decidedByTheSubject({ read }) {
  const acts = (await read(OWN, [DECIDING])).map(({ what, approvalId }) => violation(`${what} in approval ${approvalId} by or for whom it is about`));
  return [...acts, ...(await read(HOLDS)).map(({ id, approvalId }) => violation(`task ${id} of approval ${approvalId} belongs to whom it is about`))];
}
