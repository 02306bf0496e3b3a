import { setTimeout as sleep } from 'node:timers/promises';
import type { Position } from '@fairmark/contracts/process';
import { claimPage, createReviews, loadLaunched, lockCycle, openReviews, peopleWaiting } from '@fairmark/persistence/cycles';
import { sql, type Database, type Executor } from '@fairmark/persistence/database';
import { applyTransition, loadProcess, lockProcess, positionOf, type ProcessRow } from '@fairmark/persistence/process';
import type { CycleActivities as Contract } from '@fairmark/workflow-review-cycle';
import { cancelOpenReviews } from './cancel.js';
import { endWhenDone } from './ending.js';

/** What the activity needs from where it runs: a sign of life with its position, and the wish to stop. */
export interface LaunchHost {
  beat(progress: { started: number }): void;
  signal: AbortSignal;
}

/** People of one transaction: large enough to be quick, small enough to heartbeat every second and to lose little when it is repeated. */
const PAGE = 100;
/** Pages under way at once. More would take connections away from people's decisions. */
const LANES = 2;
/** How long a page that another attempt still holds is given. */
const PAUSE_MS = 250;

/** Activities of a cycle that are not decisions. Each can be repeated at any point: what was done is read from PostgreSQL. */
export class CycleActivities implements Contract {
  constructor(
    private readonly database: Database,
    private readonly host: () => LaunchHost,
    private readonly clock: () => string = () => new Date().toISOString(),
  ) {}

  /** Makes a review for everybody who was written down at the launch, then lets the cycle run. */
  async launchReviews({ workflowId }: { workflowId: string }): Promise<Position> {
    const process = await loadProcess(this.database.read, workflowId);
    if (!process) throw new Error(`No process ${workflowId}`);
    const host = this.host();
    await this.lanes(process.refId, host);
    // What is left is held by an attempt that died or is about to: its connection breaks off, or it finishes.
    while ((await peopleWaiting(this.database.read, process.refId)) > 0 && (await loadLaunched(this.database.read, process.refId))) {
      host.beat({ started: 0 });
      await sleep(PAUSE_MS, undefined, { signal: host.signal });
      await this.lanes(process.refId, host);
    }
    return this.database.transaction((tx) => this.launched(tx, workflowId));
  }

  async checkCycle({ workflowId, now }: { workflowId: string; now: string }): Promise<Position> {
    return this.database.transaction(async (tx) => {
      const process = await lockOpen(tx, workflowId);
      const ending = process && (await endWhenDone({ tx, process, now }));
      if (process && ending) await applyTransition(tx, { process, actor: { actorId: null }, now }, ending);
      return positionOf(tx, workflowId);
    });
  }

  /** Fails only when every lane has ended: a repeated attempt must not meet pages of this one. */
  private async lanes(cycleId: string, host: LaunchHost): Promise<void> {
    const ends = await Promise.allSettled(Array.from({ length: LANES }, () => this.lane(cycleId, host)));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  }

  private async lane(cycleId: string, host: LaunchHost): Promise<void> {
    for (let made = await this.page(cycleId); made > 0; made = await this.page(cycleId)) {
      host.signal.throwIfAborted();
      host.beat({ started: made });
    }
  }

  /** Answers how many people were looked after; 0 when nobody is left, or the cycle was cancelled meanwhile. */
  private async page(cycleId: string): Promise<number> {
    return this.database.transaction(async (tx) => {
      const people = await claimPage(tx, cycleId, PAGE);
      const cycle = people.length > 0 ? await loadLaunched(tx, cycleId) : undefined;
      if (!cycle) return 0;
      await createReviews(tx, cycle, people, this.clock());
      await tx.run(sql`select pg_notify('live', ${JSON.stringify({ kind: 'cycle', id: cycleId })})`);
      return people.length;
    });
  }

  private async launched(tx: Executor, workflowId: string): Promise<Position> {
    const now = this.clock();
    const process = await lockOpen(tx, workflowId);
    if (process?.step === 'launching') await this.run(tx, process, now);
    return positionOf(tx, workflowId);
  }

  private async run(tx: Executor, process: ProcessRow, now: string): Promise<void> {
    const cycle = await lockCycle(tx, process.refId);
    if (!cycle) throw new Error(`No cycle ${process.refId}`);
    if (cycle.state === 'launching') await tx.run(sql`update cycles set state = 'running' where id = ${cycle.id}`);
    // A page that was under way when the cycle was cancelled made reviews that nobody told.
    if (cycle.state === 'cancelled') await cancelOpenReviews(tx, cycle.id, null);
    const reviews = await openReviews(tx, cycle.id);
    await applyTransition(tx, { process, actor: { actorId: null }, now }, { outcome: 'launched', step: 'running', audit: [{ action: 'cycle.launched', object: cycle.id, after: { started: cycle.startedCount, open: reviews } }] });
    // Everything closed while the launch was still under way: its last review told nobody.
    const ending = await endWhenDone({ tx, process: { ...process, step: 'running' }, now });
    if (ending) await applyTransition(tx, { process: { ...process, step: 'running' }, actor: { actorId: null }, now }, ending);
  }
}

async function lockOpen(tx: Executor, workflowId: string): Promise<ProcessRow | undefined> {
  const process = await lockProcess(tx, workflowId);
  return process?.state === 'open' ? process : undefined;
}
