import { SubmitPapers } from '@fairmark/contracts/appeals';
import { AppealErrors } from '@fairmark/contracts/errors';
import type { Transition } from '@fairmark/domain/process';
import { freezePapers, insertStatement } from '@fairmark/persistence/appeals';
import { refuse, type DecisionContext, type VisitContext } from '../processes/index.js';
import { advance, loadCase } from './case.js';

/** The person answers the request: evidence set 2, frozen. */
export async function submitPapers(context: DecisionContext): Promise<Transition> {
  const { tx, now, visit, actorId } = context;
  const { paperIds, text } = SubmitPapers.parse(context.body);
  const item = await loadCase(context);
  const { id: appealId, reviewId } = item.appeal;
  if (!(await freezePapers(tx, { appealId, reviewId, ownerId: actorId, evidenceSet: 2, paperIds }, now))) refuse(AppealErrors.paperUnknown);
  if (text) await insertStatement(tx, { appealId, level: item.state.level, authorId: actorId, kind: 'papersAnswer', body: text }, now);
  await advance(context, item, { type: 'papersIn', at: now, paperIds });
  return {
    outcome: 'papersIn', close: [{ visitId: visit.id, outcome: 'papersIn', by: actorId }],
    audit: [{ action: 'appeal.papersIn', object: appealId, after: { papers: paperIds }, ...(text ? { texts: { text: { body: text, ownerId: actorId } } } : {}) }],
  };
}

/** Nothing was handed in within the window: there is no set 2, and the case goes on. */
export async function leaveWithoutPapers(context: VisitContext): Promise<Transition> {
  const item = await loadCase(context);
  await advance(context, item, { type: 'papersIn', at: context.now, paperIds: [] });
  return { outcome: 'lapsed', close: [{ visitId: context.visit.id, outcome: 'lapsed' }], audit: [{ action: 'appeal.papersLapsed', object: item.appeal.id }] };
}
