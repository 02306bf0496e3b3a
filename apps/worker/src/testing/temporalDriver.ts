import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Position, ProcessActivities } from '@fairmark/contracts/process';
import { sql, type Database } from '@fairmark/persistence/database';
import { loadVisit, recordCommand, type VisitRow } from '@fairmark/persistence/process';
import { deliverCommand } from '@fairmark/runtime/commands';
import { createLogger } from '@fairmark/runtime/logging';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { relayPage } from '../outbox/relay.js';
import { relaySignal, relayStart } from '../outbox/toTemporal.js';

const LOOK_EVERY_MS = 20;
const logger = createLogger('test', 'silent');
const moved = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();

/**
 * Activities that live on another day than the server: a test server begins today, a calendar test on a day of its own. `aheadMs` is how far
 * the server's clock is ahead; instants that come from the workflow and timers that go to it are moved by it.
 */
export function onCalendar(activities: ProcessActivities, aheadMs: number): ProcessActivities {
  const there = <T extends { now: string }>(args: T): T => ({ ...args, now: moved(args.now, -aheadMs) });
  const back = (position: Position): Position => ({ ...position, visits: position.visits.map((visit) => ({ ...visit, wakeAt: visit.wakeAt && moved(visit.wakeAt, aheadMs) })) });
  return {
    openProcess: async (args) => back(await activities.openProcess(there(args))),
    decide: async (args) => {
      const { answer, position } = await activities.decide(there(args));
      return { answer, position: back(position) };
    },
    applyEvent: async (args) => back(await activities.applyEvent(there(args))),
    wake: async (args) => back(await activities.wake(there(args))),
  };
}

/** Drives processes whose workflows run on a Temporal server: people decide, messages between processes are delivered, time passes. */
export class TemporalDriver {
  constructor(
    private readonly env: TestWorkflowEnvironment,
    private readonly database: Database,
    private readonly aheadMs = 0,
  ) {}

  /** The present instant of the calendar, ISO 8601 in UTC. */
  async now(): Promise<string> {
    return new Date((await this.env.currentTimeMs()) - this.aheadMs).toISOString();
  }

  /** The open visit of a process in a step; of several the one that waits for this person. @throws when there is none */
  async visit(workflowId: string, step: string, actorId: string | null = null): Promise<VisitRow> {
    const row = await this.database.read.one(sql<{ id: string }>`
      select v.id from visits v where v.workflow_id = ${workflowId} and v.step = ${step} and v.state = 'open'
      order by exists (select from tasks t where t.visit_id = v.id and t.state = 'open' and t.assignee_id = ${actorId}::uuid) desc limit 1`);
    const visit = row && (await loadVisit(this.database.read, row.id));
    if (!visit) throw new Error(`No open visit ${step} in ${workflowId}`);
    return visit;
  }

  /** A person decides, received now, and everything that follows has happened when this returns. @throws when it is refused */
  async accept(actorId: string, workflowId: string, step: string, action: string, body: Record<string, unknown> = {}): Promise<string> {
    const visit = await this.visit(workflowId, step, actorId);
    const { updateId } = await recordCommand(this.database.read, { workflowId, visitId: visit.id, actorId, action, key: randomUUID(), body, receivedAt: await this.now() });
    const answer = await deliverCommand(this.env.client, this.database, { workflowId, updateId, deadlineMs: 10_000 });
    if (answer?.status !== 'applied') throw new Error(`${action} in ${step}: ${JSON.stringify(answer)}`);
    await this.settle();
    return answer.outcome;
  }

  /** Lets time pass until an instant of the calendar; timers fire in their order. Only on the server that skips time. */
  async until(instant: string): Promise<void> {
    await this.env.sleep(Math.max(0, Date.parse(instant) - Date.parse(await this.now())));
    await this.settle();
  }

  /** Waits in real time until the review stands in a step. */
  async reaches(workflowId: string, step: string): Promise<void> {
    const there = async () => (await this.database.read.one(sql`select 1 from processes where workflow_id = ${workflowId} and step = ${step}`)) !== undefined;
    while (!(await there())) {
      await this.settle();
      await sleep(LOOK_EVERY_MS);
    }
  }

  /** Delivers messages between processes until each of them was acted upon. */
  async settle(): Promise<void> {
    const left = () => Promise.resolve('done' as const);
    const deliver = { start: relayStart.bind(null, this.env.client, this.database), signal: relaySignal.bind(null, this.env.client, this.database), mail: left, webhook: left, export: left };
    while ((await relayPage(this.database, deliver, logger)) > 0 || (await this.busy())) await sleep(LOOK_EVERY_MS);
  }

  private async busy(): Promise<boolean> {
    const row = await this.database.read.one(sql<{ busy: boolean }>`
      select exists (select from outbox where relayed_at is null and channel in ('start', 'signal')) or exists (select from process_events where state = 'pending')
        or exists (select from processes where state = 'open' and step in ('opening', 'launching')) as busy`);
    return row?.busy === true;
  }
}
