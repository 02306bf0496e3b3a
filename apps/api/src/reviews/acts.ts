import { actionRegistry, ownActions } from '@fairmark/contracts/actions';
import type { GoalChangeRoom, MyReviewTask } from '@fairmark/contracts/reviews';
import type { Relation } from '@fairmark/domain/access';
import type { OwnTask, ReviewHead } from '@fairmark/persistence/reviews';

/** Why of a task with which HR appoints somebody: it offers no decision. */
const APPOINTS = 'hrAppoints';
/** Acts of employee and manager in the period. */
const BOTH = ['requestGoalChange', 'checkIn'];
/** Acts of the members of a calibration session, offered on its page. */
const OF_SESSION = ['requestCorrection', 'confirmCorrection'];

/** The reader's tasks in this review with the actions that each offers. */
export function tasksWithActions(tasks: readonly OwnTask[]): MyReviewTask[] {
  return tasks.map(({ why, ...task }) => ({ ...task, actions: why === APPOINTS ? [] : actionsOf(task.step, task.node) }));
}

function actionsOf(step: string, node: string | null): string[] {
  const actions = ownActions('review', step);
  // Only the line manager edits; the second approver approves or returns.
  return step === 'goalApproval' && node !== 'manager' ? actions.filter((action) => action !== 'edit') : actions;
}

/** Acts on the review as a whole that this reader may do now. HR never acts in its own case. */
export function processActionsOf(head: ReviewHead, relations: ReadonlySet<Relation>, room: GoalChangeRoom | null): string[] {
  if (head.state !== 'open') return [];
  const both = relations.has('self') || relations.has('manager') ? bothNow(head, room) : [];
  const ofHr = relations.has('hr') && !relations.has('self') ? Object.keys(actionRegistry.review['process'] ?? {}).filter((action) => ![...BOTH, ...OF_SESSION].includes(action)) : [];
  return [...both, ...ofHr];
}

const bothNow = (head: ReviewHead, room: GoalChangeRoom | null): string[] => (head.step !== 'period' ? [] : room?.open ? BOTH : ['checkIn']);
