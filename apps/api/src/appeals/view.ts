import { ownActions } from '@fairmark/contracts/actions';
import type { AppealReader, AppealTask, AppealView } from '@fairmark/contracts/appeals';
import { accessErrors } from '@fairmark/contracts/errors';
import type { Relation } from '@fairmark/domain/access';
import { mayWithdraw, payHeld, type AppealState } from '@fairmark/domain/appeals';
import { findAppeal, waitsOf, type AppealRow, type AppealWaitRow } from '@fairmark/persistence/appeals';
import { hrActsOf } from '@fairmark/persistence/cycles';
import type { Executor } from '@fairmark/persistence/database';
import { reviewHead } from '@fairmark/persistence/reviews';
import { ApiError } from '../problems/index.js';
import { partsOf } from './parts.js';

/** Why of a task with which HR appoints somebody: it offers no decision. */
const APPOINTS = 'hrAppoints';
const QUIET = ['vote', 'secondLevelVote'];

export interface AppealViewer {
  employeeId: string;
  relations: ReadonlySet<Relation>;
}

/** The case as this reader may see it. @throws {ApiError} when there is none, or the reader has no part in it */
export async function appealView(tx: Executor, id: string, viewer: AppealViewer): Promise<AppealView> {
  const appeal = await findAppeal(tx, id);
  const head = appeal && (await reviewHead(tx, appeal.reviewId));
  if (!appeal || !head) throw new ApiError(accessErrors.objectNotFound);
  const waits = await waitsOf(tx, appeal.workflowId, viewer.employeeId);
  const reader = readerOf(appeal, waits, viewer);
  const { engine } = appeal;
  return {
    id, reviewId: appeal.reviewId, about: appeal.about, reader, employee: head.employee, cycle: head.cycle, step: appeal.step as AppealView['step'], level: engine.level, filedAt: appeal.filedAt,
    closedAs: engine.closedAs, payHeld: payHeld(engine, head.shadow), mayWithdraw: reader === 'employee' && mayWithdraw(engine),
    hrActs: (await hrActsOf(tx, appeal.reviewId)).filter((act) => act.detail['appealId'] === id), waits: waitsFor(reader, waits), myTasks: tasksOf(engine, waits), bands: head.plan.bands.map(({ code, name }) => ({ code, name })),
    ...(await partsOf(tx, { appeal, head, reader, viewerId: viewer.employeeId })),
  };
}

/** A seat in the panel counts before everything but the own case; HR sees the grounds only while it checks them. */
function readerOf(appeal: AppealRow, waits: readonly AppealWaitRow[], { employeeId, relations }: AppealViewer): AppealReader {
  if (relations.has('self')) return 'employee';
  if (relations.has('panelMember') && appeal.engine.panel?.memberIds.includes(employeeId)) return 'panel';
  const task = waits.find((wait) => wait.why !== null && wait.why !== APPOINTS)?.step;
  if (task === 'statement' || (relations.has('manager') && !relations.has('hr'))) return 'manager';
  if (task === 'admissibility') return 'admitter';
  if (relations.has('hr') || waits.some((wait) => wait.why === APPOINTS)) return 'hr';
  throw new ApiError(accessErrors.denied);
}

/** Employee and manager see that a panel deliberates, not who of it has not voted yet. */
function waitsFor(reader: AppealReader, waits: readonly AppealWaitRow[]): AppealView['waits'] {
  const quiet = reader === 'employee' || reader === 'manager';
  return waits
    .filter((wait) => !quiet || !QUIET.includes(wait.step) || wait.payload['ballot'] === undefined)
    .map(({ visitId, step, since, dueAt, dueZone, atDeadline, people, why }) => ({ visitId, step, since, dueAt, dueZone, atDeadline, people: quiet && QUIET.includes(step) ? [] : people, mine: why !== null && why !== APPOINTS }));
}

function tasksOf(state: AppealState, waits: readonly AppealWaitRow[]): AppealTask[] {
  return waits
    .filter((wait) => wait.why !== null && wait.why !== APPOINTS)
    .map(({ visitId, step, payload }) => ({ visitId, step, actions: QUIET.includes(step) ? panelActions(state, payload['ballot'] !== undefined) : ownActions('appeal', step) }));
}

function panelActions(state: AppealState, ballot: boolean): string[] {
  if (ballot) return ['vote'];
  return ['propose', ...(state.papers === 'none' ? ['requestPapers'] : []), ...(state.proposals.length > 0 && state.papers !== 'asked' ? ['openBallot'] : [])];
}
