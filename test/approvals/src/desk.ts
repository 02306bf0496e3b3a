import { randomUUID } from 'node:crypto';
import { featureModules } from '@fairmark/api';
import { startTestApi, type Agent, type TestAnswer, type TestApi, type TestEmployee } from '@fairmark/api/testing';
import type { ApprovalView } from '@fairmark/contracts/approvals';
import type { InboxPage, VisitView } from '@fairmark/contracts/inbox';
import { sql } from '@fairmark/persistence/database';
import { startTestProduct, type TestProduct } from '@fairmark/worker/testing/product';

export type Answer = TestAnswer<{ code?: string; outcome?: string; details?: Record<string, unknown> }>;

/** How often a request whose outcome is not known is repeated on a busy machine. */
const PATIENCE = 3;

/** The whole product on real servers: people decide over HTTP, the worker and Temporal carry out. */
export class Desk {
  private readonly agents = new Map<string, Agent>();
  private settle: () => Promise<void> = () => Promise.resolve();
  readonly people: Record<string, TestEmployee> = {};

  private constructor(
    readonly api: TestApi,
    readonly product: TestProduct,
  ) {}

  static async open(options: { extraArgs?: string[] } = {}): Promise<Desk> {
    const product = await startTestProduct(options);
    const api = await startTestApi({ features: featureModules, temporal: product.env.client });
    const desk = new Desk(api, product);
    const { settle } = await product.work(api.database);
    desk.settle = settle;
    return desk;
  }

  async close(): Promise<void> {
    await this.product.stop();
    await this.api.close();
  }

  /** Adds a person by a name that the test uses. */
  async person(name: string, given: Parameters<TestApi['newEmployee']>[0] = {}): Promise<string> {
    const person = await this.api.newEmployee({ name, ...given });
    this.people[name] = person;
    this.agents.set(name, await this.api.signInAs(person));
    return person.id;
  }

  /** Gives somebody who exists already a name. */
  async known(name: string, id: string): Promise<void> {
    this.people[name] = { id, number: '', name, email: '' };
    this.agents.set(name, await this.api.signInAs(id));
  }

  id(name: string): string {
    const person = this.people[name];
    if (!person) throw new Error(`Nobody is called ${name}`);
    return person.id;
  }

  as(name: string): Agent {
    const agent = this.agents.get(name);
    if (!agent) throw new Error(`Nobody is called ${name}`);
    return agent;
  }

  /** Sends a decision and lets everything happen that follows from it. */
  async post(name: string, url: string, body: unknown = {}, key: string = randomUUID()): Promise<Answer> {
    for (let tries = 0; ; tries += 1) {
      const answer = await this.as(name).post<Answer['body']>(url, body, { 'idempotency-key': key });
      await this.delivered();
      // As a browser does where the outcome is not known yet: the same request again, with the same key.
      if (answer.status !== 503 || tries === PATIENCE) return answer;
    }
  }

  /** Messages between processes are delivered. */
  delivered(): Promise<void> {
    return this.settle();
  }

  /** An operator in the open visit in which the person has a task. */
  async act(name: string, action: string, body: unknown = {}): Promise<Answer> {
    return this.post(name, `/api/visits/${await this.visitOf(name)}/${action}`, body);
  }

  /** Like `act`, and throws when it is refused. */
  async accept(name: string, action: string, body: unknown = {}): Promise<string> {
    const answer = await this.act(name, action, body);
    if (answer.status !== 200) throw new Error(`${name} ${action}: ${answer.status} ${answer.text}`);
    return answer.body.outcome ?? '';
  }

  /** The one open visit that waits for the person. */
  async visitOf(name: string): Promise<string> {
    const { items } = await this.inbox(name);
    const [only, ...more] = items;
    if (!only?.visitId || more.length > 0) throw new Error(`${items.length} tasks wait for ${name}`);
    return only.visitId;
  }

  async inbox(name: string, box = 'waiting'): Promise<InboxPage> {
    return (await this.as(name).get<InboxPage>(`/api/inbox?box=${box}`)).body;
  }

  async view(name: string, approvalId: string): Promise<ApprovalView> {
    const { status, body, text } = await this.as(name).get<ApprovalView>(`/api/approvals/${approvalId}`);
    if (status !== 200) throw new Error(`${name} reads ${approvalId}: ${status} ${text}`);
    return body;
  }

  async visit(name: string, visitId: string): Promise<VisitView> {
    return (await this.as(name).get<VisitView>(`/api/visits/${visitId}`)).body;
  }

  /** The case of the visit that waits for the person. */
  async caseOf(name: string): Promise<string> {
    const { approvalId } = await this.visit(name, await this.visitOf(name));
    if (!approvalId) throw new Error(`What waits for ${name} belongs to no case`);
    return approvalId;
  }

  /** Names of the people for whom a case waits, by node, as a reader sees it. */
  async waiting(name: string, approvalId: string): Promise<Record<string, string[]>> {
    const found: Record<string, string[]> = {};
    for (const { nodeId, person } of (await this.view(name, approvalId)).waiting) found[nodeId] = [...(found[nodeId] ?? []), person.name].sort();
    return found;
  }

  /** Writes, publishes and names a definition, as HR does. */
  async define(hr: string, id: string, document: unknown, purpose: string, departmentId: string | null = null): Promise<void> {
    const calls: [string, string, unknown][] = [
      ['POST', '/api/approval-definitions', { id, document }], ['POST', `/api/approval-definitions/${id}/versions/1/publish`, undefined], ['PUT', '/api/approval-uses', { purpose, departmentId, definitionId: id }],
    ];
    for (const [method, url, body] of calls) {
      const answer = await this.as(hr).send(method as 'POST', url, body, {});
      if (answer.status >= 300) throw new Error(`${url}: ${answer.status} ${answer.text}`);
    }
  }

  async outcome(workflowId: string): Promise<string | null> {
    const row = await this.api.database.read.one(sql<{ outcome: string | null }>`select outcome from processes where workflow_id = ${workflowId}`);
    return row?.outcome ?? null;
  }
}

/** A node in which these people decide. */
export const node = (id: string, type: 'inOrder' | 'allOf' | 'anyOf' | 'weightedVote', approvers: readonly unknown[], extra: Record<string, unknown> = {}): Record<string, unknown> => ({
  id, type, title: { zh: id }, approvers, duration: { n: 2, unit: 'workingDay' }, timeout: { act: 'escalate' }, fallback: [{ type: 'role', role: 'hr', scope: 'company' }], ...extra,
});
