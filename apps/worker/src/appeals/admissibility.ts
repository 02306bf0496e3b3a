import { DecideAdmissibility } from '@fairmark/contracts/appeals';
import { AppealErrors } from '@fairmark/contracts/errors';
import { refusalUnfounded } from '@fairmark/domain/appeals';
import { timedBy } from '@fairmark/domain/approval';
import type { Transition } from '@fairmark/domain/process';
import { insertStatement, panelRelations, seatedHr } from '@fairmark/persistence/appeals';
import { openVisits } from '@fairmark/persistence/process';
import { refuse, type DecisionContext, type ProcessContext } from '../processes/index.js';
import { actInApproval, startApproval, withApproval, type ApprovalHost } from '../approvals/index.js';
import { advance, closeCase, dayOf, loadCase, type AppealCase } from './case.js';
import { drawPanel } from './draw.js';
import { openDeliberation } from './deliberation.js';

/** The case is opened: HR who had no part in the result looks whether it is heard. */
export async function openAppealCase(context: ProcessContext): Promise<Transition> {
  return askAdmission(context, await loadCase(context), { outcome: 'opened', step: 'admissibility', audit: [] });
}

/** Opens the check of admissibility, on either level. */
export async function askAdmission(context: ProcessContext, { review }: AppealCase, transition: Transition): Promise<Transition> {
  const { part } = await startApproval(context, {
    purpose: 'appealAdmissibility', timed: (definition) => timedBy(definition, review.plan.steps.admissibility), step: 'admissibility', scope: { subjectId: review.employeeId, departmentId: review.departmentId },
    subjectIds: [review.employeeId], submitterId: review.employeeId, excludedIds: await involved(context, review.id, await dayOf(context, review.employeeId)),
  });
  return withApproval(transition, part);
}

/** Who had a part in the result. A seat of HR in the calibration alone is none: the chair decides there. */
async function involved({ tx }: ProcessContext, reviewId: string, day: string): Promise<string[]> {
  const { scorerIds, calibratorIds, signerIds, inputIds } = await panelRelations(tx, reviewId, day, null);
  const seated = new Set(await seatedHr(tx, reviewId));
  return [...new Set([...scorerIds, ...calibratorIds.filter((id) => !seated.has(id)), ...signerIds, ...inputIds])];
}

/** HR admits the case, or refuses it on one of three grounds, as the definition in use says; with what ships the first decision counts. Nothing is admitted or refused by time-out. */
export async function decideAdmissibility(context: DecisionContext): Promise<Transition> {
  const body = DecideAdmissibility.parse(context.body);
  const { actorId, assigneeId, visit } = context;
  if (body.decision === 'refuse') mustBeFounded(await loadCase(context), body.ground);
  const act = body.decision === 'admit' ? ({ type: 'approve', actorId, assigneeId } as const) : ({ type: 'reject', actorId, assigneeId, comment: body.text } as const);
  return actInApproval(context, admissibilityHost(body.decision === 'refuse' ? body.ground : 'noGround'), visit, act);
}

/** What follows from the check. A refusal without a ground of its own (several people voted) says that there is none. */
export const admissibilityHost = (ground: 'late' | 'noGround' | 'repeat' = 'noGround'): ApprovalHost => ({
  async ended(context, { outcome, visit, actorId, comment }) {
    const item = await loadCase(context);
    const transition = outcome === 'approved' ? await admit(context, item) : await refuseCase(context, item, { ground, text: comment ?? '', actorId });
    // The approval closes its own visits and says who decided.
    const own = new Set((await openVisits(context.tx, context.process.workflowId)).filter((open) => open.approvalId !== null && open.approvalId === visit?.approvalId).map((open) => open.id));
    return { ...transition, close: (transition.close ?? []).filter((closing) => !own.has(closing.visitId)) };
  },
});

/** Late and repeat are facts, which the filing has checked: only a case that came in wrongly could have them. */
function mustBeFounded({ state }: AppealCase, ground: 'late' | 'noGround' | 'repeat'): void {
  const refusal = refusalUnfounded(ground, { windowEndsAt: null, receivedAt: state.filedAt, filedBefore: false });
  if (refusal) refuse(refusal, { ground });
}

async function admit(context: ProcessContext, item: AppealCase): Promise<Transition> {
  const draw = await drawPanel(context, item);
  if (!draw.ok) return refuse(AppealErrors.panelTooSmall, draw.details);
  const next = await advance(context, item, { type: 'admitted', at: context.now, memberIds: draw.memberIds, alternateIds: draw.alternateIds });
  return openDeliberation(context, next, {
    outcome: 'admitted', audit: [{ action: 'appeal.admitted', object: item.appeal.id, after: { level: next.state.level, seed: draw.seed, members: draw.memberIds, alternates: draw.alternateIds, eligible: draw.eligible } }],
    notices: [{ employeeId: item.review.employeeId, kind: 'appeal.admitted', link: `/appeals/${item.appeal.id}` }],
  }, { statement: true });
}

async function refuseCase(context: ProcessContext, item: AppealCase, { ground, text, actorId }: { ground: 'late' | 'noGround' | 'repeat'; text: string; actorId: string | null }): Promise<Transition> {
  const { tx, now } = context;
  if (actorId && text) await insertStatement(tx, { appealId: item.appeal.id, level: item.state.level, authorId: actorId, kind: 'refusal', body: text }, now);
  const next = await advance(context, item, { type: 'refused', at: now, ground });
  return closeCase(context, next, { outcome: 'refused', audit: [{ action: 'appeal.refused', object: item.appeal.id, after: { ground, level: item.state.level }, texts: { text: { body: text, ownerId: item.review.employeeId } } }] });
}
