import { randomBytes, randomUUID } from 'node:crypto';
import { message, workflowId as ids, workflowType, TASK_QUEUE } from '@fairmark/contracts/process';
import { insertDraft, moveDefinition, setUse } from '@fairmark/persistence/approvals';
import { sql } from '@fairmark/persistence/database';
import { executeUpdateWithRetry } from '@fairmark/runtime/temporal';
import { openings } from './approvals.mjs';
import { alternate, median, percentile, ratios, rounded, timed } from './measure.mjs';
import { signIn } from './people.mjs';

/** How many people decide one countersign in the same second, and what nobody of them should wait longer for. */
export const TOGETHER = 50;
const AIM_P99_MS = 2_000;
const CHAIN = 5;

const node = (id, approvers) => ({
  id, type: 'allOf', title: { zh: id }, approvers, duration: { n: 5, unit: 'workingDay' }, reminders: [], timeout: { act: 'escalate' }, fallback: [{ type: 'role', role: 'hr', scope: 'company' }],
});

/** Approvals as processes of their own: one countersign of many through two API processes, and a chain of nodes against a raw workflow. */
export class Countersign {
  /** @param {{ database: unknown, client: unknown, company: unknown, url: string, logger: unknown, urls: string[], sessionSecret: string }} bench */
  constructor({ database, client, company, url, logger, urls, sessionSecret }) {
    Object.assign(this, { database, client, company, urls, sessionSecret, openings: openings(url, logger) });
    this.submitter = company.hr[0];
    this.people = company.operators.slice(0, TOGETHER);
    this.headers = new Map();
  }

  /** @param {string} id @param {object[]} nodes */
  async define(id, nodes) {
    await this.database.transaction(async (tx) => {
      const version = await insertDraft(tx, id, { kind: 'plans', title: { zh: '测量' }, nodes, settings: { samePerson: 'actsOnce', submitterMayApprove: false } }, this.submitter);
      await moveDefinition(tx, { id, version }, 'published', this.submitter);
    });
  }

  async use(definitionId) {
    await this.database.transaction((tx) => setUse(tx, { purpose: 'planVersion', departmentId: null, definitionId }, this.submitter));
  }

  async prepare() {
    const plan = await this.database.read.one(sql`insert into plans (code, name) values ('bench-approvals', 'bench') returning id`);
    this.planId = plan.id;
    // A countersign of many is asked of a role: a node names at most twenty sources.
    await this.database.read.run(sql`insert into role_grants (employee_id, role) select id, 'lead' from unnest(${this.people}::uuid[]) id`);
    await this.define('benchCountersign', [node('all', [{ type: 'role', role: 'lead', scope: 'company' }])]);
    await this.define('benchChain', Array.from({ length: CHAIN }, (_, index) => node(`n${index}`, [{ type: 'person', personId: this.people[index] }])));
    for (const id of this.people) this.headers.set(id, await signIn(this.database, id, this.sessionSecret));
  }

  /** A case that is open: its workflow, which is started directly as the raw one is, runs and waits. */
  async begin() {
    const refId = randomUUID();
    const workflowId = ids.approval(refId);
    const { database, planId, submitter } = this;
    await database.read.run(sql`
      with version as (
        insert into plan_versions (plan_id, no, state, document, document_hash) select ${planId}, count(*) + 1, 'draft', '{"sheets": []}', 'bench' from plan_versions where plan_id = ${planId} returning id),
      request as (insert into approval_requests (id, purpose, submitter_id, about) select ${refId}::uuid, 'planVersion', ${submitter}::uuid, jsonb_build_object('planVersionId', id) from version)
      insert into processes (workflow_id, kind, ref_id, step) values (${workflowId}, 'approval', ${refId}, 'opening')`);
    const opened = this.openings.of(refId);
    const handle = await this.client.workflow.start(workflowType.approval, { workflowId, taskQueue: TASK_QUEUE, args: [{ workflowId, kind: 'approval' }] });
    await opened;
    return { workflowId, handle };
  }

  visits(workflowId) {
    return this.database.read.all(sql`select id from visits where workflow_id = ${workflowId} and state = 'open'`);
  }

  /** One click over HTTP, at one of the API processes. */
  async approve(index, personId, visitId) {
    const answer = await fetch(`${this.urls[index % this.urls.length]}/api/visits/${visitId}/approve`, { method: 'POST', body: '{}', headers: { ...this.headers.get(personId), 'idempotency-key': randomUUID() } });
    const text = await answer.text();
    return { status: answer.status, text };
  }

  /** Everybody in the same moment. Answers the latencies and what was not acknowledged. */
  async together() {
    const { workflowId, handle } = await this.begin();
    const [{ id: visitId }] = await this.visits(workflowId);
    const answers = await Promise.all(this.people.map(async (personId, index) => {
      const from = performance.now();
      const { status, text } = await this.approve(index, personId, visitId);
      return { ms: performance.now() - from, status, text };
    }));
    const outcome = await handle.result();
    return { ms: answers.map((answer) => answer.ms), refused: answers.filter((answer) => answer.status !== 200).map(({ status, text }) => `${status} ${text}`), outcome };
  }

  async chain() {
    return timed(async () => {
      const { workflowId, handle } = await this.begin();
      for (let index = 0; index < CHAIN; index += 1) {
        const [{ id }] = await this.visits(workflowId);
        const { status, text } = await this.approve(index, this.people[index], id);
        if (status !== 200) throw new Error(`${status} ${text}`);
      }
      await handle.result();
    });
  }

  async raw() {
    return timed(async () => {
      const workflowId = `raw/${randomUUID()}`;
      const handle = await this.client.workflow.start('rawApprovalWorkflow', { workflowId, taskQueue: TASK_QUEUE });
      for (let index = 0; index < CHAIN; index += 1) await executeUpdateWithRetry(this.client, { workflowId, name: message.decide, updateId: randomBytes(32).toString('hex'), args: [] });
      await handle.result();
    });
  }
}

/** @param {Countersign} countersign @param {number} rounds @param {(line: string) => void} say */
export async function measureCountersign(countersign, rounds, say) {
  await countersign.prepare();
  await countersign.use('benchCountersign');
  const all = [];
  let refused = [];
  for (let round = 0; round <= rounds; round += 1) {
    const result = await countersign.together();
    say(`${round === 0 ? 'warm-up' : `round ${round}`} countersign of ${TOGETHER}: p99 ${rounded(percentile(result.ms, 99))} ms, ${result.refused.length} not acknowledged, ${result.outcome}`);
    if (round > 0) all.push(...result.ms);
    refused = [...refused, ...result.refused];
  }
  await countersign.use('benchChain');
  const times = { raw: () => countersign.raw(), chain: () => countersign.chain() };
  const results = await alternate(rounds, 1, times, say);
  await countersign.openings.stop();
  return {
    people: TOGETHER, apiProcesses: countersign.urls.length, decisionMs: { p50: rounded(percentile(all, 50)), p99: rounded(percentile(all, 99)), most: rounded(Math.max(...all)) }, notAcknowledged: refused, aimP99Ms: AIM_P99_MS,
    chain: { nodes: CHAIN, msPerCase: median(results.chain.ms), rawMs: median(results.raw.ms), ratio: ratios(results.chain, results.raw) },
  };
}
