import type { VisitView } from '@fairmark/contracts/inbox';
import { QueryState } from '../ui/QueryState.js';
import { useReview } from './queries.js';
import { TaskPanel } from './TaskPanels.js';

/** The form of a review's step for the person who has to act. */
export function ReviewVisit({ visit }: { visit: VisitView }) {
  const review = useReview(visit.processId);
  return (
    <QueryState query={review}>
      {(view) => <TaskPanel review={view} task={view.myTasks.find((task) => task.visitId === visit.id) ?? { visitId: visit.id, step: visit.step, node: null, dueAt: visit.dueAt, actions: visit.actions, onBehalfOf: visit.onBehalfOf }} />}
    </QueryState>
  );
}
