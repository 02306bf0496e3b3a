/**
 * What each kind of decision leaves behind, one row per decision: how many rows there are, and how many decisions were applied. Both by workflow and person.
 * `$1` is the cycle.
 */
const commands = (where) => `
  select c.workflow_id as "workflowId", c.actor_id as "actorId", count(*)::int as n from commands c left join visits v on v.id = c.visit_id
  where c.state = 'applied' and (${where}) group by 1, 2`;
const ofReview = (table, person, where = 'true') => `
  select r.workflow_id as "workflowId", x.${person} as "actorId", count(*)::int as n from ${table} x join reviews r on r.id = x.review_id where r.cycle_id = $1::uuid and ${where} group by 1, 2`;
const ofAppeal = (table, person) => `
  select a.workflow_id as "workflowId", x.${person} as "actorId", count(*)::int as n from ${table} x join appeals a on a.id = x.appeal_id join reviews r on r.id = a.review_id where r.cycle_id = $1::uuid group by 1, 2`;
const act = (name, action) => ({ name, rows: ofReview('result_acts', 'actor_id', `x.act = '${name}'`), decisions: commands(`v.step = 'acknowledgement' and c.action = '${action}'`) });

export const EFFECTS = [
  {
    name: 'goals put forward', rows: ofReview('goal_sheets', 'author_id'),
    decisions: commands(`(c.action = 'submit' and v.step in ('goalProposal', 'goalDrafting')) or (c.action = 'edit' and v.step = 'goalApproval') or (c.action = 'decide' and v.step = 'goalArbitration')
      or (c.action = 'object' and v.step in ('goalConfirmation', 'goalObjection') and c.body ? 'proposal') or c.action = 'requestGoalChange'`),
  },
  { name: 'check-in', rows: ofReview('check_ins', 'author_id'), decisions: commands("c.action = 'checkIn' and c.visit_id is null") },
  { name: 'score sheet', rows: ofReview('score_sheets', 'scorer_id', "x.source = 'scoring'"), decisions: commands("v.step = 'scoring' and c.action = 'submit' and c.answer->>'outcome' = 'scored'") },
  act('seen', 'seen'), act('accepted', 'accept'), act('revoked', 'revoke'),
  { name: 'buffer check-in', rows: ofReview('(select i.*, b.review_id from buffer_check_ins i join buffers b on b.id = i.buffer_id)', 'recorded_by', 'x.held_at is not null'), decisions: commands("v.step = 'improvement' and c.action = 'checkIn'") },
  { name: 'appeal', rows: ofReview('appeals', 'filed_by'), decisions: commands("v.step in ('acknowledgement', 'bufferOutcome') and c.action = 'appeal'") },
  { name: 'proposal of a panel', rows: ofAppeal('appeal_proposals', 'author_id'), decisions: commands("v.step in ('vote', 'secondLevelVote') and c.action = 'propose'") },
  { name: 'vote', rows: ofAppeal('appeal_votes', 'member_id'), decisions: commands("v.step in ('vote', 'secondLevelVote') and c.action = 'vote'") },
];
