import { actionRegistry, ownActions } from '@fairmark/contracts/actions';
import type { GoalChangeRoom, MyReviewTask } from '@fairmark/contracts/reviews';
import type { Relation } from '@fairmark/domain/access';
import type { Executor } from '@fairmark/persistence/database';
import type { OwnTask, ReviewHead } from '@fairmark/persistence/reviews';
import { offeredInVisit } from '../approvals/offered.js';

/** Why of a task with which HR appoints somebody: it offers no decision. */
const APPOINTS = 'hrAppoints';
/** Acts of employee and manager in the period. */
const BOTH = ['requestGoalChange', 'checkIn'];
/** Acts of the members of a calibration session, offered on its page. */
const OF_SESSION = ['requestCorrection', 'confirmCorrection'];

/** The reader's tasks in this review with the actions that each offers: of a case those that the engine takes from them, else those of the step. */
export async function tasksWithActions(read: Executor, tasks: readonly OwnTask[], readerId: string): Promise<MyReviewTask[]> {
  const offered: MyReviewTask[] = [];
  for (const { why, approvalId, nodeVisit, ...task } of tasks) offered.push({ ...task, actions: why === APPOINTS ? [] : await actionsOf(read, { ...task, approvalId, nodeVisit }, readerId) });
  return offered;
}

async function actionsOf(read: Executor, { step, approvalId, nodeVisit, onBehalfOf }: Omit<OwnTask, 'why'>, readerId: string): Promise<string[]> {
  const own = ownActions('review', step);
  if (approvalId === null || nodeVisit === null) return own;
  const here = await offeredInVisit(read, { kind: 'review', step, approvalId, nodeVisit }, { id: readerId, standsInFor: onBehalfOf ? [onBehalfOf.id] : [] });
  return own.filter((action) => here.includes(action));
}

/** Acts on the review as a whole that this reader may do now. HR never acts in its own case. */
export function processActionsOf(head: ReviewHead, relations: ReadonlySet<Relation>, room: GoalChangeRoom | null): string[] {
  if (head.state !== 'open') return [];
  const both = relations.has('self') || relations.has('manager') ? bothNow(head, room) : [];
  const ofHr = relations.has('hr') && !relations.has('self') ? Object.keys(actionRegistry.review['process'] ?? {}).filter((action) => ![...BOTH, ...OF_SESSION].includes(action)) : [];
  return [...both, ...ofHr];
}

const bothNow = (head: ReviewHead, room: GoalChangeRoom | null): string[] => (head.step !== 'period' ? [] : room?.open ? BOTH : ['checkIn']);
