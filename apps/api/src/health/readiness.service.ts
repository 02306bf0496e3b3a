import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Readiness } from '@fairmark/contracts/health';
import { Database, sql } from '@fairmark/persistence/database';
import type { Config } from '@fairmark/runtime/config';
import type { Client } from '@temporalio/client';
import { CONFIG, TEMPORAL_CLIENT } from '../infrastructure/index.js';
import { Queues } from '../queues/queues.js';

const TIMEOUT_MS = 2_000;
/** A worker gives a sign of life every 5 seconds while it polls. */
const WORKER_SILENT_SECONDS = 15;

/** Asks everything that a decision needs. Whoever balances load takes a process out that is not ready. */
@Injectable()
export class ReadinessService {
  constructor(
    private readonly database: Database,
    @Inject(TEMPORAL_CLIENT) private readonly temporal: Client,
    @Inject(CONFIG) private readonly config: Config,
    private readonly queues: Queues,
  ) {}

  async check(): Promise<Readiness> {
    const [database, temporal, worker, queues] = await Promise.all([up(this.asksDatabase()), up(this.asksTemporal()), up(this.workerLives()), up(this.queues.check())]);
    const checks = { database, temporal, worker, queues };
    return { status: Object.values(checks).every((check) => check === 'up') ? 'ready' : 'notReady', checks };
  }

  private async asksDatabase(): Promise<void> {
    await this.database.read.one(sql`select 1`);
  }

  private async asksTemporal(): Promise<void> {
    const { connection } = this.temporal;
    await connection.withDeadline(Date.now() + TIMEOUT_MS, () => connection.workflowService.describeNamespace({ namespace: this.config.temporal.namespace }));
  }

  private async workerLives(): Promise<void> {
    const row = await this.database.read.one(sql`select 1 from heartbeats where component = 'worker' and at > now() - make_interval(secs => ${WORKER_SILENT_SECONDS}) limit 1`);
    if (!row) throw new Error('no worker gives signs of life');
  }
}

/** What does not answer in time is down: a probe must not hang with what it probes. */
async function up(asking: Promise<void>): Promise<'up' | 'down'> {
  return Promise.race([asking.then(() => 'up' as const, () => 'down' as const), sleep(TIMEOUT_MS, 'down' as const, { ref: false })]);
}
