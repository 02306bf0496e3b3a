import { panelExclusions } from '@fairmark/domain/appeals';
import type { Transition } from '@fairmark/domain/process';
import { panelRelations } from '@fairmark/persistence/appeals';
import { activity } from '@fairmark/persistence/approvals';
import type { ChangeRow } from '@fairmark/persistence/changes';
import { openTasks, openVisits, type VisitRow } from '@fairmark/persistence/process';
import { organisationInApproval } from '../approvals/index.js';
import { approvalActOf, changeOf, joinTransitions } from '../changes/index.js';
import type { EventContext, ProcessContext } from '../processes/index.js';
import { moveTasks } from '../reviews/moveTasks.js';
import { admissibilityHost } from './admissibility.js';
import { dayOf, loadCase, type AppealCase } from './case.js';
import { replaceMember, type ReplacementCause } from './replace.js';
import { statementVisit } from './statement.js';

/**
 * Open steps of a case follow the organisation: another HR person checks the admission, the manager of today is asked for the statement, and the seat of a member who left or came to
 * have a part in the matter goes to the next alternate. Without effect when nothing of it concerns the case, so it may be sent as often as one likes.
 */
export async function followOrganisation(context: EventContext): Promise<Transition | null> {
  const item = await loadCase(context);
  const change = await changeOf(context);
  let transition: Transition = { outcome: 'followed', audit: [] };
  let changed = false;
  for (const visit of await openVisits(context.tx, context.process.workflowId)) {
    const followed = visit.approvalId ? await followAdmission(context, visit, transition, change) : visit.step === 'statement' ? await followStatement(context, item, visit, transition) : null;
    changed ||= followed !== null;
    transition = followed ?? transition;
  }
  const panel = await followPanel(context, item, transition);
  return panel ?? (changed ? transition : null);
}

async function followAdmission(context: ProcessContext, visit: VisitRow, transition: Transition, change: ChangeRow | null): Promise<Transition | null> {
  const followed = await organisationInApproval(context, admissibilityHost(), visit, approvalActOf(context, change));
  return followed && joinTransitions(transition, followed);
}

async function followStatement(context: ProcessContext, item: AppealCase, visit: VisitRow, transition: Transition): Promise<Transition | null> {
  const tasks = await openTasks(context.tx, visit.id);
  const to = (await statementVisit(context, item))[0]?.assignees[0];
  if (!to || tasks.length === 0 || tasks.some((task) => task.assigneeId === to.employeeId)) return null;
  await moveTasks(context, visit, tasks, to);
  return {
    ...transition, notices: [...(transition.notices ?? []), { employeeId: to.employeeId, kind: 'task.appeal.statement', link: `/visits/${visit.id}` }],
    audit: [...transition.audit, { action: 'visit.followed', object: visit.id, before: tasks.map((task) => task.assigneeId), after: { assignee: to.employeeId, why: to.why } }],
  };
}

async function followPanel(context: ProcessContext, before: AppealCase, transition: Transition): Promise<Transition | null> {
  let item = before;
  let followed: Transition | null = null;
  for (const { memberId, because } of await lostMembers(context, before)) {
    const replaced = await replaceMember(context, item, memberId, because);
    if (!replaced) break;
    item = replaced.item;
    const base: Transition = followed ?? transition;
    const { close, open, audit, notices } = replaced.transition;
    followed = { ...base, close: [...(base.close ?? []), ...close], open: [...(base.open ?? []), ...open], notices: [...(base.notices ?? []), ...notices], audit: [...base.audit, ...audit] };
  }
  return followed;
}

/** Members of the sitting panel who can decide no more. Whoever has voted in the open ballot has done their part. */
async function lostMembers(context: ProcessContext, { appeal, review, state }: AppealCase): Promise<{ memberId: string; because: ReplacementCause }[]> {
  if (state.phase !== 'deliberation' || !state.panel) return [];
  const waiting = state.panel.memberIds.filter((id) => !state.ballot?.votes.some((vote) => vote.memberId === id));
  const day = await dayOf(context, review.employeeId);
  const gone = new Set((await activity(context.tx, waiting, day)).filter((person) => !person.active).map((person) => person.personId));
  const excluded = panelExclusions(await panelRelations(context.tx, review.id, day, state.level === 2 ? appeal.id : null));
  return waiting.filter((id) => gone.has(id) || excluded.has(id)).map((memberId) => ({ memberId, because: gone.has(memberId) ? ('left' as const) : ('excluded' as const) }));
}
