import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { TASK_QUEUE } from '@fairmark/contracts/process';
import { launchCycle } from '@fairmark/persistence/cycles';
import { sql } from '@fairmark/persistence/database';
import { inLanes, timed } from './measure.mjs';
import { draftCycle } from './people.mjs';

/** As many starts at once as the relay sends. */
const AT_ONCE = 10;
const LOOK_EVERY_MS = 50;

async function until(done) {
  while (!(await done())) await sleep(LOOK_EVERY_MS);
}

/** A launched cycle, until the first visit of every review can be read, against as many runs that do nothing, until all have ended. */
export class Launches {
  constructor({ client, database, company }) {
    Object.assign(this, { client, database, company });
  }

  /** Milliseconds of one launch: preflight, the cycle's process, reviews in pages, relay, workflows, first visits. @param {number} round */
  async fairmark(round) {
    const { company, database } = this;
    const cycleId = await draftCycle(database, company, round + 1);
    const request = { cycleId, actorId: company.hr[0], expectedPeople: company.reviews, now: new Date().toISOString(), allowSeconds: true };
    const opened = () => database.read.one(sql`select count(*)::integer as count from visits v join reviews r on r.workflow_id = v.workflow_id where r.cycle_id = ${cycleId}`);
    return timed(async () => {
      await database.transaction((tx) => launchCycle(tx, request));
      await until(async () => (await opened()).count === company.reviews);
    });
  }

  async raw() {
    const { client, company } = this;
    const ended = async () => (await client.workflow.count(`WorkflowType = 'rawNoopWorkflow' and ExecutionStatus = 'Completed'`)).count;
    const before = await ended();
    return timed(async () => {
      await inLanes(company.reviews, AT_ONCE, async () => void (await client.workflow.start('rawNoopWorkflow', { workflowId: `noop/${randomUUID()}`, taskQueue: TASK_QUEUE })));
      await until(async () => (await ended()) === before + company.reviews);
    });
  }
}
