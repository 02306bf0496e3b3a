import { VoteOnAppeal } from '@fairmark/contracts/appeals';
import type { Transition } from '@fairmark/domain/process';
import { insertVote } from '@fairmark/persistence/appeals';
import { timingOf } from '../reviews/deadlines.js';
import type { DecisionContext } from '../processes/index.js';
import { advance, closeCase, closings, loadCase, type AppealCase } from './case.js';
import { ballotVisits } from './deliberation.js';
import { scorerOf } from './rescorer.js';

/** One vote. The last one of a ballot decides, or opens the second ballot between the two leading proposals. */
export async function vote(context: DecisionContext): Promise<Transition> {
  const { tx, now, visit, actorId } = context;
  const { proposalId, ballot } = VoteOnAppeal.parse(context.body);
  const item = await loadCase(context);
  const next = await advance(context, item, { type: 'voted', at: now, memberId: actorId, proposalId, ballot });
  await insertVote(tx, { appealId: item.appeal.id, level: item.state.level, ballot: item.state.pastBallots.length + 1, memberId: actorId, proposalId }, now);
  const voted: Transition = {
    outcome: 'voted', close: [{ visitId: visit.id, outcome: 'voted', by: actorId }],
    audit: [{ action: 'appeal.voted', object: item.appeal.id, after: { ballot: item.state.pastBallots.length + 1, proposalId } }],
  };
  return follow(context, item, next, voted);
}

async function follow(context: DecisionContext, before: AppealCase, next: AppealCase, voted: Transition): Promise<Transition> {
  const { state } = next;
  if (state.phase === 'rescoring') return sendBack(context, next, voted);
  if (state.phase === 'decided') return decided(context, next, voted);
  if (state.phase === 'closed') return closeCase(context, next, { ...voted, outcome: 'decided', audit: [...voted.audit, decisionAudit(next)], notices: [noticeOf(next)] });
  if (state.ballot?.number === before.state.ballot?.number) return voted;
  return { ...voted, outcome: 'secondBallot', open: ballotVisits(next), audit: [...voted.audit, { action: 'appeal.ballotOpened', object: next.appeal.id, after: { ballot: 2, proposals: state.ballot?.proposalIds ?? [] } }] };
}

/** Decided on the first level: the person can call the second one, or accept the decision. */
async function decided(context: DecisionContext, next: AppealCase, voted: Transition): Promise<Transition> {
  const { employeeId } = next.review;
  const timing = await timingOf(context.tx, next.review, 'secondLevelFiling', employeeId, context.now);
  return {
    ...voted, outcome: 'decided', step: 'decided', close: await closings(context, 'decided'),
    open: [{ step: 'secondLevelFiling', assignees: [{ employeeId, why: 'subject' }], subjectId: employeeId, ...timing, timeout: 'moveOn' }],
    audit: [...voted.audit, decisionAudit(next)], notices: [noticeOf(next)],
  };
}

/** Back to scoring: only the named items, by the named scorer; the case comes back to the same panel. */
async function sendBack(context: DecisionContext, { appeal, review, state }: AppealCase, voted: Transition): Promise<Transition> {
  const items = (state.sentBack?.items ?? []).map((item) => item.key);
  const scorerId = state.sentBack ? await scorerOf(context, { appeal, review, state }, state.sentBack.rescorer, items) : '';
  return {
    ...voted, outcome: 'sentBack', step: 'rescoring', close: await closings(context, 'sentBack'),
    open: [{ step: 'rescoring', assignees: [], subjectId: review.employeeId, deadline: null, timeout: 'none' }],
    signals: [{ workflowId: review.workflowId, name: 'appealSentBack', body: { appealId: appeal.id, items, scorerId } }],
    audit: [...voted.audit, { action: 'appeal.sentBack', object: appeal.id, after: { items, scorerId } }],
    notices: [{ employeeId: review.employeeId, kind: 'appeal.sentBack', link: `/appeals/${appeal.id}` }],
  };
}

const noticeOf = ({ appeal, review }: AppealCase) => ({ employeeId: review.employeeId, kind: 'appeal.decided', link: `/appeals/${appeal.id}` });

function decisionAudit({ appeal, state }: AppealCase): Transition['audit'][number] {
  return { action: 'appeal.decided', object: appeal.id, after: { ...state.decisions.at(-1) } };
}
