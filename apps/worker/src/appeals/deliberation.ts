import { ProposeDecision, RequestPapers } from '@fairmark/contracts/appeals';
import { AppealErrors } from '@fairmark/contracts/errors';
import { proposalRefusal, type AppealState } from '@fairmark/domain/appeals';
import { stepRule } from '@fairmark/domain/plans';
import type { Deadline, Transition, VisitSpec } from '@fairmark/domain/process';
import { insertProposal, insertStatement } from '@fairmark/persistence/appeals';
import { dueOf, openVisits } from '@fairmark/persistence/process';
import { sql } from '@fairmark/persistence/database';
import { refuse, type DecisionContext, type ProcessContext } from '../processes/index.js';
import { timingOf } from '../reviews/deadlines.js';
import { advance, loadCase, stepOf, type AppealCase } from './case.js';
import { scorerOf } from './rescorer.js';
import { statementVisit } from './statement.js';

export const voteStep = ({ level }: AppealState): 'vote' | 'secondLevelVote' => (level === 1 ? 'vote' : 'secondLevelVote');

/** The panel hears the case; the manager has a window for a statement. */
export async function openDeliberation(context: ProcessContext, item: AppealCase, transition: Transition, { statement }: { statement: boolean }): Promise<Transition> {
  const said = statement ? await statementVisit(context, item) : [];
  return { ...transition, step: stepOf(item.state), open: [...(transition.open ?? []), await deliberationVisit(context, item), ...said] };
}

/** The visit of the whole panel: proposals, the request for papers, and the time within which it decides. A passed deadline is told to HR; nothing is decided by it. */
async function deliberationVisit({ tx, now }: ProcessContext, { review, state }: AppealCase): Promise<VisitSpec> {
  const members = state.panel?.memberIds ?? [];
  const rule = stepRule(review.plan, voteStep(state));
  let deadline: Deadline = { duration: rule.duration };
  if (state.secondLevel) {
    // The second level decides within its days of the filing, admission included.
    const due = await dueOf(tx, members[0] ?? null, state.secondLevel.filedAt, deadline);
    if (due.dueAt > now) deadline = { at: due.dueAt, zone: due.zone, duration: rule.duration };
  }
  return {
    step: voteStep(state), subjectId: review.employeeId, deadline, timeout: 'handToHr', remindBefore: rule.remindBefore, payload: { level: state.level },
    assignees: members.map((employeeId) => ({ employeeId, why: 'panelMember' })),
  };
}

/** A member says what should be decided: outcome, items, new values, facts, rule and reason. */
export async function propose(context: DecisionContext): Promise<Transition> {
  const { tx, now, actorId } = context;
  const body = ProposeDecision.parse(context.body);
  const item = await loadCase(context);
  const rescorer = body.outcome === 'backToScoring' ? (body.rescorer ?? null) : null;
  const draft = { proposalId: '', byId: actorId, outcome: body.outcome, items: body.items, rescorer, reasonsId: '' };
  const refusal = proposalRefusal(item.state, draft);
  if (refusal && item.state.panel?.memberIds.includes(actorId) && !item.state.ballot) refuse(refusal);
  const scorerId = rescorer ? await scorerOf(context, item, rescorer, body.items.map((one) => one.item.key)) : null;
  const { outcome, items, facts, rule, reason } = body;
  const proposalId = await insertProposal(tx, { appealId: item.appeal.id, level: item.state.level, authorId: actorId, outcome, items, rescorer, scorerId, facts, rule, reason }, now);
  await advance(context, item, { type: 'proposed', at: now, proposal: { ...draft, proposalId, reasonsId: proposalId } });
  return {
    outcome: 'proposed', details: { proposalId },
    audit: [{ action: 'appeal.proposed', object: item.appeal.id, after: { proposalId, outcome, items, scorerId }, texts: { facts: { body: facts, ownerId: actorId }, rule: { body: rule, ownerId: actorId }, reason: { body: reason, ownerId: actorId } } }],
  };
}

/** The one request for papers of the whole case. */
export async function requestPapers(context: DecisionContext): Promise<Transition> {
  const { tx, now, actorId } = context;
  const { text } = RequestPapers.parse(context.body);
  const item = await loadCase(context);
  await advance(context, item, { type: 'papersAsked', at: now, byId: actorId });
  await insertStatement(tx, { appealId: item.appeal.id, level: item.state.level, authorId: actorId, kind: 'papersRequest', body: text }, now);
  const { employeeId } = item.review;
  const papers: VisitSpec = { step: 'papers', assignees: [{ employeeId, why: 'subject' }], subjectId: employeeId, ...(await timingOf(tx, item.review, 'papers', employeeId, now)), timeout: 'moveOn' };
  return { outcome: 'papersRequested', open: [papers], audit: [{ action: 'appeal.papersRequested', object: item.appeal.id, texts: { text: { body: text, ownerId: actorId } } }] };
}

/**
 * Proposals are fixed and everybody votes, each with an own clock. The panel waits for the papers that it asked for and for the manager's statement; a window that ended is not
 * waited for. The visit of the whole panel stays as the clock of the decision.
 */
export async function openBallot(context: DecisionContext): Promise<Transition> {
  const { tx, now, process, visit, actorId } = context;
  const item = await loadCase(context);
  const pending = (await openVisits(tx, process.workflowId)).some((open) => open.step === 'statement');
  if (pending && item.state.papers !== 'asked' && item.state.proposals.length > 0) refuse(AppealErrors.statementPending);
  const next = await advance(context, item, { type: 'ballotOpened', at: now, byId: actorId });
  await tx.run(sql`update tasks set state = 'notNeeded', decided_at = ${now} where visit_id = ${visit.id} and state = 'open' and assignee_id <> ${actorId}`);
  return {
    outcome: 'ballotOpened', decided: [{ visitId: visit.id, employeeId: actorId, decision: 'ballotOpened' }], open: ballotVisits(next),
    audit: [{ action: 'appeal.ballotOpened', object: item.appeal.id, after: { ballot: 1, proposals: next.state.ballot?.proposalIds ?? [] } }],
  };
}

/** One visit for each seat in the open ballot: a member who is silent is replaced, and the next one gets a full window. */
export function ballotVisits({ review, state }: AppealCase, memberIds: readonly string[] = state.panel?.memberIds ?? []): VisitSpec[] {
  const { duration, remindBefore } = stepRule(review.plan, 'voteSilence');
  return memberIds.map((employeeId) => ({
    step: voteStep(state), subjectId: review.employeeId, assignees: [{ employeeId, why: 'panelMember' }], deadline: { duration }, timeout: 'handToHr', remindBefore,
    payload: { level: state.level, ballot: state.ballot?.number ?? 1, memberId: employeeId },
  }));
}
