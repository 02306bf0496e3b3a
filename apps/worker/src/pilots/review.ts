import { pilotErrors } from '@fairmark/contracts/errors';
import { HoldPilotReview } from '@fairmark/contracts/pilots';
import type { Transition } from '@fairmark/domain/process';
import { latestReview, storeReview } from '@fairmark/persistence/pilots';
import { refuse, type DecisionContext } from '../processes/index.js';
import { evaluate } from './evaluate.js';
import { loadPilot, monitoringVisit } from './pilot.js';

/** A weekly review is held: open problems of the one before are carried on until closed. After the last one the effect is evaluated. */
export async function holdReview(context: DecisionContext): Promise<Transition> {
  const { tx, visit, actorId, now } = context;
  const body = HoldPilotReview.parse(context.body);
  const pilot = await loadPilot(context);
  const before = await latestReview(tx, pilot.row.id);
  const no = (before?.no ?? 0) + 1;
  const carried = (before?.problems ?? []).filter(({ closedIn }) => closedIn === null);
  const unknown = body.closed.filter((id) => !carried.some((problem) => problem.id === id));
  if (unknown.length > 0) refuse(pilotErrors.problemUnknown, { problems: unknown });
  const problems = [...carried.map((problem) => (body.closed.includes(problem.id) ? { ...problem, closedIn: no } : problem)), ...body.problems.map((text, index) => ({ id: `${no}.${index + 1}`, text, closedIn: null }))];
  await storeReview(tx, pilot.row.id, { no, problems, note: body.note, by: actorId, now });
  const close = [{ visitId: visit.id, outcome: 'held', by: actorId }];
  const audit = [{ action: 'pilot.reviewed', object: pilot.row.id, after: { no, open: problems.filter(({ closedIn }) => closedIn === null).length, closed: body.closed.length } }];
  return no >= pilot.settings.reviews ? { ...(await evaluate(context, pilot)), close, audit } : { outcome: 'held', close, open: [monitoringVisit(pilot)], audit };
}
