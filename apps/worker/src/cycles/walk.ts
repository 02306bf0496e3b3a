import { workflowId as ids } from '@fairmark/contracts/process';
import type { CreateCycle } from '@fairmark/contracts/cycles';
import type { PlanDocument } from '@fairmark/contracts/plans';
import { itemsOf } from '@fairmark/domain/goals';
import { referencePlan } from '@fairmark/domain/plans';
import { sql, type Database } from '@fairmark/persistence/database';
import { publishInstant, requestPublication } from '@fairmark/persistence/publications';
import { createTestCompany, type TestCompany } from '@fairmark/persistence/testing';
import { loadReview, type Review } from '../reviews/review.js';
import type { TemporalDriver } from '../testing/temporalDriver.js';
import { everybody, launchTestCycle } from './testing.js';

const text = (zh: string) => ({ zh });
const anchors = [{ score: 0, text: text('没有') }, { score: 100, text: text('全部') }];

/** A plan of which every item is judged, so that no values have to be imported; no quotas, and no shadow cycle. */
function judgedPlan(steps: PlanDocument['steps']): PlanDocument {
  const seen = { name: text('服务'), unit: 'points', direction: 'higher', aggregation: 'last', subPeriod: 'period', dimension: 'customer', source: text('观察'), validity: { min: '0', max: '100' }, measurement: { kind: 'judged', anchors } } as const;
  const sheet = { id: 'judged', name: text('评价'), for: { kind: 'communityType', type: 'content', stage: 'base' }, missing: 'block', dependsOnDepartments: [] as string[], collaboration: false } as const;
  const item = (indicatorId: string, weightBp: number) => ({ indicatorId, weightBp, targetEditable: false });
  return {
    ...referencePlan, code: 'judged', steps: { ...referencePlan.steps, ...steps }, quotas: { ...referencePlan.quotas, quotas: [] },
    indicators: [{ ...seen, id: 'care', horizon: 'short' }, { ...seen, id: 'trust', horizon: 'long' }],
    sheets: [{ ...sheet, items: [item('care', 6_000), item('trust', 4_000)] }],
    buffer: { ...referencePlan.buffer, shadow: { ...referencePlan.buffer.shadow, cycles: 0 } },
  };
}

/** One way through a whole cycle for a few operators, step by step, whatever server and calendar it runs on. */
export class Walk {
  private constructor(
    private readonly driver: TemporalDriver,
    readonly database: Database,
    readonly company: TestCompany,
    readonly cycleId: string,
  ) {}

  /** Launches a cycle for the first operators of a company. `prepare` changes people before. */
  static async launch(driver: TemporalDriver, database: Database, given: { people: number; cycle: Partial<CreateCycle>; steps: PlanDocument['steps']; prepare?: (company: TestCompany) => Promise<void> }): Promise<Walk> {
    const company = await createTestCompany(database, { operators: 24 });
    await database.read.run(sql`update communities set type = 'content'`);
    await database.read.run(sql`update community_stages set stage = 'base'`);
    await given.prepare?.(company);
    const population = { ...everybody, positions: ['none'], employeeIds: company.operators.slice(0, given.people) };
    const cycleId = await launchTestCycle(database, company, { document: judgedPlan(given.steps), cycle: { ...given.cycle, population }, expectedPeople: given.people, now: await driver.now() });
    await driver.settle();
    return new Walk(driver, database, company, cycleId);
  }

  get manager(): string {
    return String(this.company.leads[0]);
  }

  get head(): string {
    return String(this.company.heads[0]);
  }

  workflowOf(person: string): string {
    return ids.review(this.cycleId, person);
  }

  async review(person: string): Promise<Review> {
    const row = await this.database.read.one(sql<{ id: string }>`select id from reviews where cycle_id = ${this.cycleId} and employee_id = ${person}`);
    return loadReview(this.database.read, String(row?.id));
  }

  /** One decision in a person's review. */
  async act(actor: string, person: string, step: string, action: string, body: Record<string, unknown> = {}): Promise<void> {
    await this.driver.accept(actor, this.workflowOf(person), step, action, body);
  }

  async score(person: string): Promise<void> {
    const { sheet } = await this.review(person);
    const items = sheet ? itemsOf(sheet).map(({ itemId }) => ({ itemId, score: 90, comment: '稳定' })) : [];
    await this.act(this.manager, person, 'scoring', 'submit', { items, comment: '' });
  }

  async signOff(): Promise<void> {
    const row = await this.database.read.one(sql<{ workflowId: string }>`select workflow_id as "workflowId" from calibration_sessions where cycle_id = ${this.cycleId}`);
    const session = String(row?.workflowId);
    await this.driver.accept(this.head, session, 'deliberation', 'requestSignOff');
    await this.driver.accept(this.head, session, 'signOff', 'approve');
  }

  /** HR publishes; answers the instant at which everybody sees the results. */
  async publish(person: string): Promise<string> {
    const [requestedBy] = this.company.hr;
    const now = await this.driver.now();
    const { departmentId } = await this.review(person);
    const { publishAt } = await this.database.transaction(async (tx) => {
      const slot = await publishInstant(tx, await this.review(person), now);
      await requestPublication(tx, { cycleId: this.cycleId, departmentId, costCents: 0, requestedBy, managersSeeAt: slot.managersSeeAt, publishAt: slot.publishAt }, now);
      return slot;
    });
    await this.driver.settle();
    return publishAt;
  }

  /** The talk about the result, recorded by the manager and confirmed by the person. */
  async interview(person: string): Promise<void> {
    const heldOn = (await this.driver.now()).slice(0, 10);
    await this.act(this.manager, person, 'interview', 'record', { heldOn, text: '谈了结果与改进', actions: [{ text: '每周复盘', ownerId: person, dueOn: '2027-01-31' }] });
    await this.act(person, person, 'interviewConfirmation', 'confirm', { comment: '' });
  }
}
