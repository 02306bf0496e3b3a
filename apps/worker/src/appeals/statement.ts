import { GiveStatement } from '@fairmark/contracts/appeals';
import { AppealErrors } from '@fairmark/contracts/errors';
import type { Transition, VisitSpec } from '@fairmark/domain/process';
import { freezePapers, insertStatement } from '@fairmark/persistence/appeals';
import { activeManagerAbove } from '@fairmark/persistence/changes';
import { refuse, type DecisionContext, type ProcessContext, type VisitContext } from '../processes/index.js';
import { timingOf } from '../reviews/deadlines.js';
import { advance, dayOf, loadCase, type AppealCase } from './case.js';

/** The manager of today may state the facts; somebody without a manager has nobody who could. */
export async function statementVisit(context: ProcessContext, { review }: AppealCase): Promise<VisitSpec[]> {
  const manager = await activeManagerAbove(context.tx, review, await dayOf(context, review.employeeId));
  if (!manager) return [];
  const timing = await timingOf(context.tx, review, 'statement', manager, context.now);
  return [{ step: 'statement', assignees: [{ employeeId: manager, why: 'lineManager' }], subjectId: review.employeeId, ...timing, timeout: 'moveOn' }];
}

/** The manager's statement, once on each level. The manager sees the grounds, not the deliberation. */
export async function giveStatement(context: DecisionContext): Promise<Transition> {
  const { tx, now, visit, actorId } = context;
  const { text, paperIds } = GiveStatement.parse(context.body);
  const item = await loadCase(context);
  const { id: appealId, reviewId } = item.appeal;
  const statementId = await insertStatement(tx, { appealId, level: item.state.level, authorId: actorId, kind: 'statement', body: text }, now);
  await advance(context, item, { type: 'statementGiven', at: now, statementId });
  if (!(await freezePapers(tx, { appealId, reviewId, ownerId: actorId, evidenceSet: null, paperIds }, now))) refuse(AppealErrors.paperUnknown);
  return {
    outcome: 'statementGiven', close: [{ visitId: visit.id, outcome: 'statementGiven', by: actorId }],
    audit: [{ action: 'appeal.statementGiven', object: appealId, after: { statementId, papers: paperIds.length }, texts: { text: { body: text, ownerId: actorId } } }],
  };
}

/** The window for the statement has ended; the panel goes on without one. */
export async function leaveUnstated({ visit, process }: VisitContext): Promise<Transition> {
  return { outcome: 'lapsed', close: [{ visitId: visit.id, outcome: 'lapsed' }], audit: [{ action: 'appeal.statementLapsed', object: process.refId }] };
}
