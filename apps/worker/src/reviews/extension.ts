import type { Duration } from '@fairmark/contracts/common';
import { PLAN_STEPS, type PlanStep } from '@fairmark/contracts/plans';
import { stepRule } from '@fairmark/domain/plans';
import { stepInfo, type Transition } from '@fairmark/domain/process';
import { sql } from '@fairmark/persistence/database';
import { extendDeadline } from '@fairmark/persistence/process';
import { escalate } from '../processes/escalate.js';
import type { VisitContext } from '../processes/index.js';
import type { ReviewPart } from './handlers.js';
import { loadReview } from './review.js';

type Expire = ReviewPart['expire'][string];

/**
 * The plan's policy `extend`: the deadline moves once, then the step ends as it would without the extension, or the next manager is asked. Approvals extend by
 * their own definition.
 */
export function withExtensions(expire: ReviewPart['expire']): ReviewPart['expire'] {
  const steps = PLAN_STEPS.filter((step) => stepInfo('review', step));
  return { ...expire, ...Object.fromEntries(steps.map((step) => [step, extendFirst(step, expire[step])])) };
}

function extendFirst(step: PlanStep, own: Expire | undefined): Expire {
  return async (context) => {
    const { visit, process, tx } = context;
    const { timeout } = stepRule((await loadReview(tx, process.refId)).plan, step);
    if (visit.approvalId || timeout.kind !== 'extend') return own ? own(context) : null;
    if (visit.payload['extended'] !== true) return extendOnce(context, timeout.by);
    return (await own?.(context)) ?? (stepInfo('review', step)?.actor === 'others' ? escalate(context) : null);
  };
}

async function extendOnce({ tx, now, visit, tasks }: VisitContext, by: Duration): Promise<Transition> {
  const dueAt = await extendDeadline(tx, visit, by, now, { cause: 'policy', at: now });
  await tx.run(sql`update visits set payload = payload || '{"extended": true}' where id = ${visit.id}`);
  return {
    outcome: 'extended', audit: [{ action: 'visit.extended', object: visit.id, before: { dueAt: visit.dueAt }, after: { dueAt, by: 'plan' } }],
    notices: tasks.map((task) => ({ employeeId: task.assigneeId, kind: `reminder.${visit.step}`, link: `/visits/${visit.id}` })),
  };
}
