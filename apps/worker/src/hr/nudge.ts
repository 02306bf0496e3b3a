import { NudgeReview } from '@fairmark/contracts/cycles';
import { hrErrors } from '@fairmark/contracts/errors';
import type { Transition } from '@fairmark/domain/process';
import { nudgePeople } from '@fairmark/persistence/notices';
import { openVisits } from '@fairmark/persistence/process';
import { refuse, type DecisionContext } from '../processes/index.js';
import { visitOf } from './visit.js';

/** Reminds whoever the review waits for, each person at most once a day. */
export async function nudge(context: DecisionContext): Promise<Transition> {
  const { tx, process, now, actorId } = context;
  const { visitId } = NudgeReview.parse(context.body);
  const visits = visitId ? [await visitOf(context, visitId)] : await openVisits(tx, process.workflowId);
  const people = await nudgePeople(tx, visits.map((visit) => visit.id), { by: actorId, now });
  if (people === 0) refuse(hrErrors.alreadyNudged);
  return { outcome: 'nudged', details: { people }, audit: [{ action: 'hr.nudged', object: process.refId, after: { people } }] };
}
