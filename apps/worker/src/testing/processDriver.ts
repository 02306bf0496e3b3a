import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { workflowId as ids, type CommandAnswer, type ProcessKind } from '@fairmark/contracts/process';
import { sql, type Database } from '@fairmark/persistence/database';
import { foreseenRefusal, inDecision, loadProcess, loadVisit, openTasks, openVisits, recordCommand, startProcess, type ProcessRow, type TaskRow, type VisitRow } from '@fairmark/persistence/process';
import { createTestDatabase, type TestDatabase } from '@fairmark/persistence/testing';
import { ProcessEngine, type ProcessHandlers } from '../processes/index.js';
import { nextOutboxRow, pickVisit } from './look.js';

/** More steps than any test needs: something wakes or signals itself without end. */
const LIMIT = 5_000;

/**
 * Drives processes on a real database without Temporal: decisions, deadlines and events run through the same engine, a clock of its own
 * says what time it is, and the outbox is delivered in a loop.
 */
export class ProcessDriver {
  private readonly engine: ProcessEngine;

  constructor(
    private readonly database: Database,
    handlers: readonly ProcessHandlers[],
    /** The present instant, ISO 8601 in UTC; tests may set it. */
    public now = '2026-09-01T01:00:00.000Z',
  ) {
    this.engine = new ProcessEngine(database, handlers);
  }

  /** Starts a process whose own rows exist, as the outbox relay would, and delivers what that causes. */
  async start(kind: ProcessKind, workflowId: string, refId: string): Promise<void> {
    await this.database.transaction((tx) => startProcess(tx, { kind, workflowId, refId, step: 'opening' }));
    await this.drain();
  }

  /**
   * One person decides, received now. `where` is a visit id, a workflow id for an act on the whole process, or a step: then the open visit of that step in
   * which the person has a task, else the only open visit of that step. The same `key` repeats the request.
   */
  async decide(actorId: string, where: string, action: string, body: Record<string, unknown> = {}, key: string = randomUUID()): Promise<CommandAnswer> {
    const target = Object.keys(ids).some((kind) => where.startsWith(`${kind}/`)) ? { workflowId: where, visitId: null } : await pickVisit(this.database.read, actorId, where);
    const { updateId } = await this.database.transaction((tx) => recordCommand(tx, { ...target, actorId, action, key, body, receivedAt: this.now }));
    const foreseen = await this.foresee({ workflowId: target.workflowId, updateId });
    const { answer } = await this.engine.decide({ workflowId: target.workflowId, updateId, now: this.now });
    if (foreseen && !isDeepStrictEqual(foreseen, answer)) throw new Error(`Foreseen ${JSON.stringify(foreseen)}, but ${JSON.stringify(answer)}`);
    await this.drain();
    return answer;
  }

  /** What the API would answer without asking the worker: in every test it must be what the worker then says. */
  private async foresee(command: { workflowId: string; updateId: string }): Promise<unknown> {
    return inDecision(this.database, command, async (tx, decision) => (decision?.command.state === 'pending' ? foreseenRefusal(tx, decision) : undefined));
  }

  /** Like `decide`, and throws when the decision is refused. */
  async accept(actorId: string, where: string, action: string, body: Record<string, unknown> = {}): Promise<string> {
    const answer = await this.decide(actorId, where, action, body);
    if (answer.status === 'refused') throw new Error(`Refused: ${answer.code} ${JSON.stringify(answer.details)}`);
    return answer.outcome;
  }

  /** Sends a machine's event to a process and delivers what it causes. */
  async signal(workflowId: string, name: string, body: Record<string, unknown> = {}): Promise<void> {
    const row = await this.database.read.one(sql<{ id: string }>`insert into process_events (workflow_id, name, body) values (${workflowId}, ${name}, ${JSON.stringify(body)}) returning id`);
    await this.engine.applyEvent({ workflowId, eventId: (row as { id: string }).id, now: this.now });
    await this.drain();
  }

  /** Lets time pass: reminders and deadlines fire in their order, each at its own instant. */
  async advanceTo(instant: string): Promise<void> {
    for (let count = 0; ; count += 1) {
      if (count > LIMIT) throw new Error(`Timers fire without end before ${instant}`);
      const due = await this.database.read.one(sql<{ id: string; workflowId: string; wakeAt: string }>`
        select id, workflow_id as "workflowId", wake_at as "wakeAt" from visits where state = 'open' and wake_at <= ${instant} order by wake_at, id limit 1`);
      if (!due) break;
      if (due.wakeAt > this.now) this.now = due.wakeAt;
      await this.engine.wake({ workflowId: due.workflowId, visitId: due.id, now: this.now });
      await this.drain();
    }
    if (instant > this.now) this.now = instant;
  }

  /** Goes to the deadline of the visit that `where` names and lets it act. */
  async expire(where: string): Promise<void> {
    const visit = await this.visit(where);
    if (!visit?.dueAt) throw new Error(`No deadline in ${where}`);
    await this.advanceTo(visit.dueAt);
  }

  /** Delivers starts and events of the outbox until none is left; mails and exports stay for the test to look at. */
  async drain(): Promise<void> {
    for (let count = 0; ; count += 1) {
      if (count > LIMIT) throw new Error('Processes signal each other without end');
      const row = await nextOutboxRow(this.database.read);
      if (!row) return;
      if (row.channel === 'start') await this.engine.openProcess({ workflowId: row.body.workflowId, now: this.now });
      else await this.engine.applyEvent({ workflowId: row.body.workflowId, eventId: String(row.body.eventId), now: this.now });
      await this.database.read.run(sql`update outbox set relayed_at = ${this.now} where id = ${row.id}`);
    }
  }

  /** The open visit of a step, or any visit by its id; undefined when there is none. */
  async visit(where: string): Promise<VisitRow | undefined> {
    const found = await this.database.read.one(sql<{ id: string }>`select id from visits where id::text = ${where} or (step = ${where} and state = 'open') order by opened_at desc, id desc limit 1`);
    return found && loadVisit(this.database.read, found.id);
  }

  /** Steps of the open visits of a process, oldest first. */
  async openSteps(workflowId: string): Promise<string[]> {
    return (await openVisits(this.database.read, workflowId)).map((visit) => visit.step);
  }

  /** People for whom the open visit of a step waits. */
  async tasks(where: string): Promise<TaskRow[]> {
    const visit = await this.visit(where);
    return visit ? openTasks(this.database.read, visit.id) : [];
  }

  async process(workflowId: string): Promise<ProcessRow> {
    return (await loadProcess(this.database.read, workflowId)) as ProcessRow;
  }
}

export interface TestProcesses {
  db: TestDatabase;
  database: Database;
  driver: ProcessDriver;
  stop(): Promise<void>;
}

/** A database of its own with a driver on it; `stop` drops it. */
export async function startTestProcesses(handlers: readonly ProcessHandlers[], now?: string): Promise<TestProcesses> {
  const db = await createTestDatabase();
  return { db, database: db.database, driver: new ProcessDriver(db.database, handlers, now), stop: () => db.drop() };
}
