import { Injectable } from '@nestjs/common';
import { accessErrors } from '@fairmark/contracts/errors';
import type { HistoryKind, HistoryView } from '@fairmark/contracts/history';
import type { Relation } from '@fairmark/domain/access';
import { cutEntries, cutVisits, phaseAt, type HistoryReader } from '@fairmark/domain/history';
import { isRecordedRead, leadingRelation, visibleSections } from '@fairmark/domain/reviews';
import { recordAccess } from '@fairmark/persistence/audit';
import { Database, type Executor } from '@fairmark/persistence/database';
import { entriesUntil, historyObject, visitsAt, type HistoryObject } from '@fairmark/persistence/history';
import { ownTasks, reviewHead } from '@fairmark/persistence/reviews';
import { ApiError } from '../problems/index.js';

export interface Reader {
  employeeId: string;
  relations: ReadonlySet<Relation>;
}

/** A review or an approval as it was at an instant. What a reader may not see today they do not see of the past either. */
@Injectable()
export class HistoryService {
  constructor(private readonly database: Database) {}

  async view(kind: HistoryKind, id: string, reader: Reader, at: string): Promise<HistoryView> {
    return this.database.transaction(async (tx) => {
      const object = await historyObject(tx, kind, id);
      if (!object) throw new ApiError(accessErrors.objectNotFound);
      const cut = kind === 'review' ? await reviewReader(tx, id, reader) : approvalReader(object, reader);
      const visits = await visitsAt(tx, object, at);
      return { kind, id, at, subject: object.subject, ...positionAt(object, visits.map(({ step, since }) => ({ step, openedAt: since })), at), visits: cutVisits(visits, cut), entries: cutEntries(await entriesUntil(tx, object, at), cut) };
    });
  }
}

function positionAt({ openedAt, closedAt, outcome, processKind }: HistoryObject, visits: Parameters<typeof phaseAt>[1], at: string): Pick<HistoryView, 'state' | 'phase' | 'outcome'> {
  if (at < openedAt) return { state: 'notYet', phase: null, outcome: null };
  if (closedAt !== null && closedAt <= at) return { state: 'closed', phase: 'closed', outcome };
  return { state: 'open', phase: phaseAt(processKind, visits), outcome: null };
}

/** @throws {ApiError} `ACCESS.DENIED` for somebody to whom the timeline of the review is not open now */
async function reviewReader(tx: Executor, reviewId: string, { employeeId, relations }: Reader): Promise<HistoryReader> {
  const head = await reviewHead(tx, reviewId);
  if (!head) throw new ApiError(accessErrors.objectNotFound);
  const now = new Date().toISOString();
  const isPast = (instant: string | null): boolean => instant !== null && instant <= now;
  const tasks = await ownTasks(tx, head.workflowId, employeeId);
  const published = isPast(head.publishedAt);
  const sections = visibleSections({ relations, step: head.step, published, managersSee: published || isPast(head.managersSeeAt), taskSteps: tasks.map((task) => task.step) });
  if (!sections.has('timeline')) throw new ApiError(accessErrors.denied);
  if (isRecordedRead(relations, sections)) await recordAccess(tx, { readerId: employeeId, reviewId, object: 'history', relation: leadingRelation(relations) });
  return { kind: 'review', sections, isSubject: relations.has('self'), seesReads: relations.has('self') || relations.has('hr') };
}

/** Somebody about whom others decide learns that they did, not how; who handed it in reads all of it. */
function approvalReader({ processKind }: HistoryObject, { relations }: Reader): HistoryReader {
  return { kind: processKind, sections: null, isSubject: relations.has('self') && !relations.has('submitter'), seesReads: relations.has('hr') };
}
