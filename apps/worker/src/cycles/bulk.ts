import type { HrRequest } from '@fairmark/contracts/cycles';
import { CycleErrors } from '@fairmark/contracts/errors';
import { ALONE_UP_TO } from '@fairmark/domain/cycles';
import type { Transition } from '@fairmark/domain/process';
import { linkRequest, storeRequest } from '@fairmark/persistence/cycles';
import { startApproval, withApproval } from '../approvals/index.js';
import { refuse, type DecisionContext, type ProcessContext } from '../processes/index.js';
import { otherHr } from './access.js';

/** Who an act is carried out for: the person who asked for it, with the one who confirmed it. */
export interface ActedBy {
  actorId: string;
  confirmedBy: string | null;
  body: Record<string, unknown>;
}

/** An act on many reviews of a cycle. */
export interface Bulk {
  act: HrRequest['act'];
  /** How many people it touches now; refuses what may not be done at all. */
  people(context: ProcessContext, by: ActedBy): Promise<number>;
  apply(context: ProcessContext, by: ActedBy): Promise<Transition>;
}

/** Carries an act out at once, or has it approved first. */
export async function actOrAsk(bulk: Bulk, context: DecisionContext): Promise<Transition> {
  const by: ActedBy = { actorId: context.actorId, confirmedBy: null, body: context.body };
  const people = await bulk.people(context, by);
  return people <= ALONE_UP_TO ? bulk.apply(context, by) : ask(bulk, context, people);
}

/** An approval inside the cycle: with what ships, any other HR person of the company looks at it. */
async function ask(bulk: Bulk, context: DecisionContext, people: number): Promise<Transition> {
  const { tx, process, actorId, body, now } = context;
  if ((await otherHr(tx, actorId, now)).length === 0) return refuse(CycleErrors.secondPersonNeeded, { people, most: ALONE_UP_TO });
  const requestId = await storeRequest(tx, { cycleId: process.refId, act: bulk.act, body, people, requestedBy: actorId, at: now });
  const { approvalId, part } = await startApproval(context, {
    purpose: 'bulkAct', step: 'secondPerson', scope: { subjectId: null, departmentId: null }, subjectIds: [], submitterId: actorId, facts: { people }, payload: { requestId, act: bulk.act, people },
  });
  await linkRequest(tx, requestId, approvalId);
  return withApproval({ outcome: 'awaitingSecondPerson', details: { requestId, approvalId, people }, audit: [{ action: `cycle.${bulk.act}Requested`, object: requestId, after: { people } }] }, part);
}
