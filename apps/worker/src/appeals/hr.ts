import { ReplaceMember } from '@fairmark/contracts/appeals';
import { ExtendVisit } from '@fairmark/contracts/cycles';
import { AppealErrors } from '@fairmark/contracts/errors';
import type { NoticeSpec, Transition } from '@fairmark/domain/process';
import { relationsTo } from '@fairmark/persistence/access';
import { recordHrAct } from '@fairmark/persistence/cycles';
import { openTasks, type VisitRow } from '@fairmark/persistence/process';
import { moveOne } from '../deadlines/index.js';
import { mustWaitForPeople, visitOf } from '../hr/visit.js';
import { refuse, type DecisionContext } from '../processes/index.js';
import { loadCase, type AppealCase } from './case.js';
import { replaceMember } from './replace.js';

/** HR whose scope covers the person's department; never in the own case, and nobody who sits on its panel. */
export async function isHrOfAppeal({ tx, process, actorId }: DecisionContext): Promise<boolean> {
  const { relations } = await relationsTo(tx, actorId, 'appeal', process.refId);
  return relations.has('hr') && !relations.has('self') && !relations.has('panelMember');
}

/** More time for one step of the case, with a reason that those concerned read. HR never touches what is decided. */
export async function extendCase(context: DecisionContext): Promise<Transition> {
  const body = ExtendVisit.parse(context.body);
  const { visitId, by, to, reason } = body;
  const visit = await visitOf(context, visitId);
  mustWaitForPeople(visit, 'appeal');
  const item = await loadCase(context);
  const { dueAt } = await moveOne(context, visit, body);
  await record(context, item, 'extend', reason, { ...(by ? { by } : { to }), steps: [visit.step], dueAt });
  return {
    outcome: 'extended', details: { dueAt }, notices: await concerned(context, item, visit, 'hr.extended'),
    audit: [{ action: 'hr.extended', object: item.appeal.id, before: { visitId, dueAt: visit.dueAt }, after: { visitId, dueAt }, texts: { reason: { body: reason, ownerId: item.review.employeeId } } }],
  };
}

/** A member's seat goes to the next alternate of the draw: HR says whose seat, never who takes it. Nobody who has voted is replaced. */
export async function replaceByHr(context: DecisionContext): Promise<Transition> {
  const { memberId, reason } = ReplaceMember.parse(context.body);
  const item = await loadCase(context);
  if (!item.state.panel?.memberIds.includes(memberId)) refuse(AppealErrors.notPanelMember);
  const replaced = await replaceMember(context, item, memberId, 'hr');
  if (!replaced) return refuse(AppealErrors.panelTooSmall, { eligible: 0, needed: 1 });
  await record(context, item, 'replaceMember', reason, {});
  const told: NoticeSpec[] = [item.review.employeeId, memberId].map((employeeId) => ({ employeeId, kind: 'appeal.memberReplaced', link: `/appeals/${item.appeal.id}` }));
  const [seat, ...audit] = replaced.transition.audit;
  return {
    outcome: 'replaced', ...replaced.transition, notices: [...replaced.transition.notices, ...told],
    audit: [...(seat ? [{ ...seat, texts: { reason: { body: reason, ownerId: item.review.employeeId } } }] : []), ...audit],
  };
}

/** What HR did stands with the review and names the case, for everybody concerned to read. */
async function record({ tx, now, actorId }: DecisionContext, { appeal, review }: AppealCase, act: string, reason: string, detail: Record<string, unknown>): Promise<void> {
  await recordHrAct(tx, { cycleId: review.cycleId, reviewId: review.id, act, actorId, reason, detail: { ...detail, appealId: appeal.id }, at: now });
}

async function concerned({ tx }: DecisionContext, { appeal, review }: AppealCase, visit: VisitRow, kind: string): Promise<NoticeSpec[]> {
  const people = new Set([review.employeeId, ...(await openTasks(tx, visit.id)).map((task) => task.assigneeId)]);
  return [...people].map((employeeId) => ({ employeeId, kind, link: `/appeals/${appeal.id}` }));
}
