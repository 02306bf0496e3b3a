import { phaseAt } from '@fairmark/domain/history';
import { sql, type Database } from '@fairmark/persistence/database';
import { visitsAt, type HistoryObject } from '@fairmark/persistence/history';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { testKeys } from '../testing/temporal.js';
import { positionsOf } from './positions.js';

/** Where a process stands from an instant on: its phase and its open visits, as `step id`. */
export interface Stand {
  at: string;
  step: string;
  visits: string[];
}

/** Stands that differ from the one before: a reminder or a refused decision changes nothing. */
const collapsed = (stands: readonly Stand[]): Stand[] => stands.filter((stand, index) => index === 0 || JSON.stringify([stand.step, stand.visits]) !== JSON.stringify([stands[index - 1]?.step, stands[index - 1]?.visits]));

/** What the workflow believed, from its decrypted history alone. */
export async function believed(env: TestWorkflowEnvironment, workflowId: string): Promise<Stand[]> {
  const history = await env.client.workflow.getHandle(workflowId).fetchHistory();
  const positions = await positionsOf(history, testKeys);
  return collapsed(positions.map(({ at, position }) => ({ at, step: position.step, visits: position.visits.map((visit) => `${visit.step} ${visit.visitId}`).sort() })));
}

/** What PostgreSQL says of every instant at which something ended or began. */
export async function told(database: Database, object: HistoryObject): Promise<Stand[]> {
  const { workflowId, processKind } = object;
  const instants = await database.read.all(sql<{ at: string }>`select at from (select opened_at as at from visits where workflow_id = ${workflowId} union select closed_at from visits where workflow_id = ${workflowId}) i where at is not null order by at`);
  const stands: Stand[] = [];
  for (const { at } of instants) {
    const visits = await visitsAt(database.read, object, at);
    const closed = object.closedAt !== null && object.closedAt <= at;
    stands.push({ at, step: closed ? 'closed' : String(phaseAt(processKind, visits.map(({ step, since }) => ({ step, openedAt: since })))), visits: visits.map((visit) => `${visit.step} ${visit.id}`).sort() });
  }
  return collapsed(stands);
}
