import { randomBytes, randomUUID } from 'node:crypto';
import { message, TASK_QUEUE, workflowId as ids, workflowType } from '@fairmark/contracts/process';
import { sql } from '@fairmark/persistence/database';
import { recordCommand } from '@fairmark/persistence/process';
import { listen } from '@fairmark/runtime/background';
import { executeUpdateWithRetry } from '@fairmark/runtime/temporal';
import { APPROVALS } from './approvalChain.mjs';
import { inLanes, timed } from './measure.mjs';

/** Tells when a process has opened, by the message that open pages get: nobody asks in a loop. */
export function openings(url, logger) {
  const waiting = new Map();
  const listening = listen({ url, channel: 'live', onMessage: (text) => waiting.get(JSON.parse(text).id)?.() }, logger);
  return { stop: () => listening.stop(), of: (refId) => new Promise((resolve) => waiting.set(refId, () => (waiting.delete(refId), resolve()))) };
}

/**
 * Five approvals in sequence, three ways: a raw workflow with five updates; Fairmark with the same updates sent straight to the worker, each request recorded
 * first; Fairmark over HTTP. The workflow is started directly in all three.
 */
export class Approvals {
  /** Milliseconds from a request to its answer, by way. */
  decisions = { raw: [], worker: [], http: [] };
  /** Of the last process of each way. */
  last = { raw: '', worker: '', http: '' };

  constructor({ client, database, url, logger, sessionId, approvers, request }) {
    Object.assign(this, { client, database, sessionId, approvers, request, openings: openings(url, logger) });
  }

  /** Milliseconds until `count` processes have ended. @param {'raw' | 'worker' | 'http'} way @param {number} count @param {number} atOnce processes under way at the same time */
  async run(way, count, atOnce) {
    this.decisions[way] = [];
    return timed(() => inLanes(count, atOnce, () => (way === 'raw' ? this.raw() : this.process(way))));
  }

  async raw() {
    const workflowId = `raw/${randomUUID()}`;
    const handle = await this.client.workflow.start('rawApprovalWorkflow', { workflowId, taskQueue: TASK_QUEUE });
    for (let index = 0; index < APPROVALS; index += 1) await this.decide('raw', () => this.update(workflowId, randomBytes(32).toString('hex')));
    await handle.result();
    this.last.raw = workflowId;
  }

  /** @param {'worker' | 'http'} way */
  async process(way) {
    const { refId, workflowId } = await this.prepare();
    const opened = this.openings.of(refId);
    const handle = await this.client.workflow.start(workflowType.calibration, { workflowId, taskQueue: TASK_QUEUE, args: [{ workflowId, kind: 'calibration' }] });
    await opened;
    for (const actorId of this.approvers) {
      const { id } = await this.database.read.one(sql`select id from visits where workflow_id = ${workflowId} and state = 'open'`);
      await this.decide(way, () => (way === 'http' ? this.request(actorId, id) : this.recordAndUpdate(workflowId, id, actorId)));
    }
    await handle.result();
    this.last[way] = workflowId;
  }

  /** The rows that exist before a process starts. */
  async prepare() {
    const refId = randomUUID();
    const workflowId = ids.calibration(refId);
    await this.database.read.run(sql`
      with session as (insert into calibration_sessions (id, cycle_id, department_id, chair_id, workflow_id, supplementary_of)
        select ${refId}::uuid, cycle_id, department_id, chair_id, ${workflowId}, id from calibration_sessions where id = ${this.sessionId})
      insert into processes (workflow_id, kind, ref_id, step) values (${workflowId}, 'calibration', ${refId}, 'opening')`);
    return { refId, workflowId };
  }

  async recordAndUpdate(workflowId, visitId, actorId) {
    const { updateId } = await recordCommand(this.database.read, { workflowId, visitId, actorId, action: 'approve', key: randomUUID(), body: {} });
    const answer = await this.update(workflowId, updateId);
    if (answer.status !== 'applied') throw new Error(`Refused: ${answer.code}`);
  }

  update(workflowId, updateId) {
    return executeUpdateWithRetry(this.client, { workflowId, name: message.decide, updateId, args: [{ updateId }] });
  }

  async decide(way, work) {
    this.decisions[way].push(await timed(work));
  }

  /** Events in the history of the last process of a way. */
  async events(way) {
    return (await this.client.workflow.getHandle(this.last[way]).fetchHistory()).events.length;
  }
}
