import { actionRegistry } from '@fairmark/contracts/actions';
import { processErrors } from '@fairmark/contracts/errors';
import type { VisitView } from '@fairmark/contracts/inbox';
import type { Relation } from '@fairmark/domain/access';
import { stepInfo } from '@fairmark/domain/process';
import type { Executor } from '@fairmark/persistence/database';
import { processPage, visitPage, type VisitPage } from '@fairmark/persistence/process';
import { offeredInVisit } from '../approvals/offered.js';
import { ApiError } from '../problems/index.js';

/** Why of a task with which HR appoints somebody: it offers the acts on the process, not the decision. */
const APPOINTS = 'hrAppoints';

const CLOSED = 'closed';

/** The page of a visit as this person may use it. @throws {ApiError} `VISIT.UNKNOWN` */
export async function visitView(read: Executor, visitId: string, viewer: string, relations: ReadonlySet<Relation>): Promise<VisitView> {
  const found = await visitPage(read, visitId, viewer);
  if (!found) throw new ApiError(processErrors.unknownVisit);
  const page = relations.has('self') ? forSubject(found) : found;
  return { ...page, link: await processPage(read, page.kind, page.processId), actions: await actionsIn(read, found, viewer), processActions: processActionsOf(page, relations) };
}

/** Of what others decide about a person the person sees who and until when, not how it went: that has its own pages, each at its time. */
function forSubject(page: VisitPage): VisitPage {
  if (stepInfo(page.kind, page.step)?.actor === 'subject') return page;
  const decided = page.decided && { ...page.decided, outcome: CLOSED };
  return { ...page, payload: {}, decided, history: page.history.map((visit) => ({ ...visit, decided: visit.decided && { ...visit.decided, outcome: CLOSED } })) };
}

/** In a case the engine says what each person may do; elsewhere the step does. */
async function actionsIn(read: Executor, page: VisitPage, viewer: string): Promise<string[]> {
  const { kind, step, approvalId, payload, onBehalfOf } = page;
  if (approvalId === null || payload['nodeVisit'] === undefined) return actionsOf(page, viewer);
  return offeredInVisit(read, { kind, step, approvalId, nodeVisit: payload['nodeVisit'] }, { id: viewer, standsInFor: onBehalfOf ? [onBehalfOf.id] : [] });
}

function actionsOf({ kind, step, state, people, onBehalfOf }: VisitPage, viewer: string): string[] {
  const asked = onBehalfOf !== null || people.some(({ person, why, state: task }) => person.id === viewer && task === 'open' && why !== APPOINTS);
  if (state === 'closed' || !asked) return [];
  return [...new Set([...Object.keys(actionRegistry[kind][step] ?? {}), ...Object.keys(actionRegistry[kind]['*'] ?? {})])];
}

/** HR acts on the process as a whole, never in its own case. */
function processActionsOf({ kind, state }: VisitPage, relations: ReadonlySet<Relation>): string[] {
  return state === 'open' && relations.has('hr') && !relations.has('self') ? Object.keys(actionRegistry[kind]['process'] ?? {}) : [];
}
