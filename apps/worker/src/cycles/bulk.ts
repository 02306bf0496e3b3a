import { CycleErrors } from '@fairmark/contracts/errors';
import type { Transition } from '@fairmark/domain/process';
import { storeRequest } from '@fairmark/persistence/cycles';
import { refuse, type DecisionContext } from '../processes/index.js';
import { otherHr } from './access.js';

/** Rule: an act on more people than this needs a second HR person (`rules.md §5`). */
const ALONE_UP_TO = 20;

/** Who an act is carried out for: the person who asked for it, with the one who confirmed it. */
export interface ActedBy {
  actorId: string;
  confirmedBy: string | null;
  body: Record<string, unknown>;
}

/** An act on many reviews of a cycle. */
export interface Bulk {
  act: 'extend' | 'nudge' | 'cancel';
  /** How many people it touches now; refuses what may not be done at all. */
  people(context: DecisionContext, by: ActedBy): Promise<number>;
  apply(context: DecisionContext, by: ActedBy): Promise<Transition>;
}

/** Carries an act out at once, or keeps it until a second HR person confirms it. */
export async function actOrAsk(bulk: Bulk, context: DecisionContext): Promise<Transition> {
  const by: ActedBy = { actorId: context.actorId, confirmedBy: null, body: context.body };
  const people = await bulk.people(context, by);
  return people <= ALONE_UP_TO ? bulk.apply(context, by) : ask(bulk, context, people);
}

async function ask(bulk: Bulk, { tx, process, actorId, body, now }: DecisionContext, people: number): Promise<Transition> {
  const others = await otherHr(tx, actorId, now);
  if (others.length === 0) return refuse(CycleErrors.secondPersonNeeded, { people, most: ALONE_UP_TO });
  const requestId = await storeRequest(tx, { cycleId: process.refId, act: bulk.act, body, people, requestedBy: actorId, at: now });
  return {
    outcome: 'awaitingSecondPerson', details: { requestId, people },
    notices: others.map((employeeId) => ({ employeeId, kind: 'cycle.secondPersonNeeded', link: `/cycles/${process.refId}` })),
    audit: [{ action: `cycle.${bulk.act}Requested`, object: requestId, after: { people } }],
  };
}
