import type { ApprovalEvent } from '@fairmark/contracts/approvals';
import { ApprovalErrors } from '@fairmark/contracts/errors';
import { closeVisit, finish, supersede } from './change.js';
import { openVisits } from './effects.js';
import { recordDecision } from './decide.js';
import { advance, isPassed, onTheWay } from './flow.js';
import { Refusal, type Run } from './run.js';
import type { ApprovalVisit } from './state.js';
import { assertComment, ownOpenTask } from './tasks.js';
import { precedes, stepsOf } from './tree.js';

type ReturnEvent = Extract<ApprovalEvent, { type: 'return' }>;

/** 退回: back to the submitter or to a node already passed; what has to run again loses its approvals. */
export function returnCase(run: Run, event: ReturnEvent): void {
  assertComment(event.commentId);
  const place = ownOpenTask(run, event, ['seat', 'before', 'after']);
  const to = event.to === 'submitter' ? null : event.to.nodeId;
  if (to === null ? run.state.submitterId === null : !returnTargets(run, place.visit.nodeId).includes(to)) throw new Refusal(ApprovalErrors.returnTarget, { to: to ?? 'submitter' });
  recordDecision(run, place, event, 'return', { to: to ?? 'submitter', then: event.then });
  closeVisit(run, place.visit, 'returned');
  if (to === null) returnToSubmitter(run, event.then);
  else returnToNode(run, place.visit, to, event.then);
}

/**
 * Nodes to which the visit of a node can be returned: passed ones on the present way, before it or beside it. One that comes later may have passed too, when changed
 * values have made this node necessary afterwards: it would wait for this one.
 */
export function returnTargets(run: Pick<Run, 'definition' | 'state'>, nodeId: string): string[] {
  const { definition, state } = run;
  return stepsOf(definition).map((node) => node.id).filter((id) => id !== nodeId && isPassed(state, id) && onTheWay(run, id) && !precedes(definition, nodeId, id));
}

function returnToSubmitter(run: Run, then: ReturnEvent['then']): void {
  finish(run, 'returned');
  if (then === 'rerun') for (const visit of run.state.visits) supersede(run, visit);
}

/** Whatever comes after the target waits for it: open visits there pause. What runs beside it goes on. */
function returnToNode(run: Run, from: ApprovalVisit, to: string, then: ReturnEvent['then']): void {
  const later = (nodeId: string) => precedes(run.definition, to, nodeId);
  for (const visit of openVisits(run.state)) if (later(visit.nodeId)) closeVisit(run, visit, 'returned');
  if (!later(from.nodeId)) from.waitsFor = to;
  for (const visit of run.state.visits) {
    const runsAgain = visit.nodeId === to || (then === 'rerun' && (visit === from || later(visit.nodeId)));
    if (runsAgain) supersede(run, visit);
  }
  run.returnedTo = to;
  advance(run);
}
