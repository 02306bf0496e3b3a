import { hrErrors, processErrors } from '@fairmark/contracts/errors';
import type { ProcessKind } from '@fairmark/contracts/process';
import { stepInfo } from '@fairmark/domain/process';
import { loadVisit, type VisitRow } from '@fairmark/persistence/process';
import { refuse, type DecisionContext } from '../processes/index.js';

/** The open visit of this review that an act names. */
export async function visitOf({ tx, process }: DecisionContext, visitId: string): Promise<VisitRow> {
  const visit = await loadVisit(tx, visitId);
  if (!visit || visit.workflowId !== process.workflowId) return refuse(processErrors.unknownVisit);
  if (visit.state === 'closed') refuse(processErrors.alreadyDecided, { decidedBy: visit.closedBy, decidedAt: visit.closedAt, outcome: visit.outcome });
  return visit;
}

/** Dates and other processes are not HR's to move: only steps that wait for people. */
export function mustWaitForPeople(visit: VisitRow, kind: ProcessKind = 'review'): void {
  if (stepInfo(kind, visit.step)?.waitsFor !== 'person') refuse(hrErrors.notExtendable, { step: visit.step });
}
