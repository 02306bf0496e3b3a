import { randomUUID } from 'node:crypto';
import { ApprovalDefinition, ReturnCase, type ApprovalDefinitionInput, type FieldValues } from '@fairmark/contracts/approvals';
import { workflowId as ids } from '@fairmark/contracts/process';
import { sql } from '@fairmark/persistence/database';
import type { DecisionContext, ProcessHandlers } from '../processes/index.js';
import { addEmployee, startTestProcesses, type TestProcesses } from '../testing/index.js';
import { actInApproval, approvalExpiry, operatorActions, organisationInApproval, startApproval, withApproval, type ApprovalHost } from './index.js';

export type Nodes = ApprovalDefinitionInput['nodes'];

/** A matter of which nothing follows but its end, approved by whatever definition a test gives. */
export class ApprovalDesk {
  private readonly who: Record<string, string> = {};
  /** The case that the next process opens. */
  definition: ApprovalDefinition | undefined;
  fields: FieldValues = {};

  private constructor(readonly processes: TestProcesses) {}

  /** People by name; everybody's manager is `boss`, whose manager is `top`. `hr` is HR of the company. */
  static async open(names: readonly string[]): Promise<ApprovalDesk> {
    const opened: ApprovalDesk[] = [];
    const desk = new ApprovalDesk(await startTestProcesses([rulesOf(() => opened[0] as ApprovalDesk)]));
    opened.push(desk);
    const { database } = desk.processes;
    desk.who['top'] = await addEmployee(database.read);
    desk.who['boss'] = await addEmployee(database.read, { managerId: desk.id('top') });
    for (const name of [...names, 'subject', 'submitter', 'hr']) desk.who[name] = await addEmployee(database.read, { managerId: desk.id('boss') });
    await database.read.run(sql`insert into role_grants (employee_id, role) values (${desk.id('hr')}, 'hr')`);
    return desk;
  }

  id(name: string): string {
    return this.who[name] ?? name;
  }

  name(id: string): string {
    return Object.keys(this.who).find((name) => this.who[name] === id) ?? id;
  }

  /** Opens a case and answers its workflow id. What earlier tests left open is put away. */
  async begin(nodes: Nodes, more: Partial<ApprovalDefinitionInput> & { fields?: FieldValues } = {}): Promise<string> {
    const { fields = {}, ...rest } = more;
    await this.processes.database.read.run(sql`update visits set state = 'closed', wake_at = null where state = 'open'`);
    this.definition = ApprovalDefinition.parse({ id: 'test', version: 1, kind: 'plans', title: { zh: '测试' }, nodes, ...rest });
    this.fields = fields;
    const id = randomUUID();
    await this.processes.driver.start('calibration', ids.calibration(id), id);
    return ids.calibration(id);
  }

  /** People for whom open visits wait, by node. */
  async waiting(): Promise<Record<string, string[]>> {
    const rows = await this.processes.database.read.all(sql<{ node: string; id: string }>`
      select v.node, t.assignee_id as id from visits v join tasks t on t.visit_id = v.id where v.state = 'open' and t.state = 'open' order by v.node`);
    const found: Record<string, string[]> = {};
    for (const { node, id } of rows) found[node] = [...(found[node] ?? []), this.name(id)].sort();
    return found;
  }

  /** The open visit of a node. */
  async visitOf(node: string): Promise<{ id: string; dueAt: string; no: number }> {
    const row = await this.processes.database.read.one(sql<{ id: string; dueAt: string; no: number }>`select id, due_at as "dueAt", no from visits where node = ${node} and state = 'open' order by opened_at desc limit 1`);
    if (!row) throw new Error(`No open visit of ${node}`);
    return row;
  }

  /** Somebody acts in the open visit where they have a task. */
  async act(name: string, action: string, body: Record<string, unknown> = {}): Promise<string> {
    return this.processes.driver.accept(this.id(name), 'signOff', action, body);
  }

  async refused(name: string, where: string, action: string, body: Record<string, unknown> = {}): Promise<string> {
    const answer = await this.processes.driver.decide(this.id(name), where, action, body);
    return answer.status === 'refused' ? answer.code : `applied ${answer.outcome}`;
  }

  async outcome(workflowId: string): Promise<string | null> {
    return (await this.processes.driver.process(workflowId)).outcome;
  }
}

/** Rules of a process that is nothing but the case. */
function rulesOf(desk: () => ApprovalDesk): ProcessHandlers {
  const host: ApprovalHost = {
    ended: async (_context, { outcome }) => (outcome === 'returned' ? { outcome, audit: [] } : { outcome, finish: { outcome }, audit: [] }),
  };
  const by = ({ actorId, assigneeId }: DecisionContext) => ({ actorId, assigneeId });
  const said = ({ body }: DecisionContext) => (typeof body['comment'] === 'string' ? { comment: body['comment'] } : {});
  return {
    kind: 'calibration',
    open: async (context) => {
      const { definition, fields } = desk();
      const subject = desk().id('subject');
      const { part } = await startApproval(context, {
        purpose: 'planVersion', ...(definition ? { definition } : {}), step: 'signOff', scope: { subjectId: subject, departmentId: null }, subjectIds: [subject], submitterId: desk().id('submitter'), fields,
      });
      return withApproval({ outcome: 'opened', step: 'open', audit: [] }, part);
    },
    actions: {
      signOff: {
        approve: { by: 'assignee', run: (context) => actInApproval(context, host, context.visit, { type: 'approve', ...by(context), ...said(context) }) },
        reject: { by: 'assignee', run: (context) => actInApproval(context, host, context.visit, { type: 'reject', ...by(context), comment: String(context.body['comment']) }) },
        return: { by: 'assignee', run: (context) => actInApproval(context, host, context.visit, { type: 'return', ...by(context), ...ReturnCase.parse(context.body) }) },
        reassign: { by: async () => true, run: (context) => actInApproval(context, host, context.visit, { type: 'reassign', actorId: context.actorId, fromId: String(context.body['from']), toId: String(context.body['to']), comment: String(context.body['comment']) }) },
        ...operatorActions(host),
      },
    },
    expire: { signOff: approvalExpiry(host) },
    events: {
      organisationChanged: async (context) => {
        const visit = await desk().processes.driver.visit('signOff');
        return visit ? organisationInApproval(context, host, visit, { type: 'organisationChanged' }) : null;
      },
    },
  };
}

/** A node in which the named people decide. */
export const node = (id: string, type: 'inOrder' | 'allOf' | 'anyOf' | 'weightedVote', people: readonly string[], extra: Record<string, unknown> = {}): Nodes[number] =>
  ({ id, type, title: { zh: '节点' }, approvers: people.map((personId) => ({ type: 'person', personId })), duration: { n: 2, unit: 'workingDay' }, timeout: { act: 'escalate' }, ...extra }) as Nodes[number];
