import { workflowId as ids } from '@fairmark/contracts/process';
import { applyAppealEvent, openAppeal, type AppealEvent, type AppealState } from '@fairmark/domain/appeals';
import { insertAppeal, insertProposal, saveAppeal, syncSeats } from '@fairmark/persistence/appeals';
import { sql } from '@fairmark/persistence/database';
import { addSession, type TestSession } from '../calibration/testing.js';
import type { TestApi, TestEmployee } from '../testing/index.js';

const PROCEDURE = { kind: 'procedure' as const, key: '' };
const at = '2026-09-07T02:00:00.000Z';

/** A published result with an appeal against its procedure, at any point of its way. */
export interface TestAppeal {
  s: TestSession;
  id: string;
  reviewId: string;
  employee: TestEmployee;
  manager: TestEmployee;
  members: [TestEmployee, TestEmployee, TestEmployee];
  alternate: TestEmployee;
  /** Applies what happened, as the rules of the process would. */
  apply(event: AppealEvent, step: string): Promise<AppealState>;
  admit(): Promise<void>;
  propose(by: TestEmployee): Promise<string>;
  /** Opens a visit of the case for people. */
  visit(step: string, people: readonly TestEmployee[], payload?: Record<string, unknown>): Promise<string>;
}

export async function addAppeal(api: TestApi): Promise<TestAppeal> {
  const { database } = api;
  const s = await addSession(api, { reports: 1 });
  await s.signOff();
  const [employee, manager] = [s.reports[0][0] as TestEmployee, s.managers[0]];
  const { id: reviewId, workflowId } = s.reviewOf(employee);
  await database.read.run(sql`update reviews set step = 'appeal', published_at = now() where id = ${reviewId}`);
  await database.read.run(sql`update processes set step = 'appeal' where workflow_id = ${workflowId}`);
  const members = [await api.newEmployee(), await api.newEmployee(), await api.newEmployee()] as [TestEmployee, TestEmployee, TestEmployee];
  const alternate = await api.newEmployee();
  const { id } = (await database.read.one(sql<{ id: string }>`select uuidv7() as id`)) as { id: string };
  let state = openAppeal({ subjectId: employee.id, filedAt: at, contested: [{ item: PROCEDURE, value: null }], bands: ['A', 'B'], originalScorerIds: [manager.id], paperIds: [] });
  await database.transaction(async (tx) => {
    const items = [{ item: PROCEDURE, value: null, ground: 'procedureViolated' as const, text: '没有听取我的意见' }];
    await insertAppeal(tx, { id, reviewId, workflowId: ids.appeal(id), about: 'result', filedBy: employee.id, filedAt: at, items, engine: state, payHeld: true });
    await tx.run(sql`insert into processes (workflow_id, kind, ref_id, step) values (${ids.appeal(id)}, 'appeal', ${id}, 'admissibility')`);
    await saveAppeal(tx, id, 'admissibility', state, at);
  });
  const apply: TestAppeal['apply'] = async (event, step) => {
    const result = applyAppealEvent(state, event);
    if (!result.ok) throw new Error(result.code);
    state = result.state;
    await database.transaction(async (tx) => {
      await saveAppeal(tx, id, step, state, at);
      await syncSeats(tx, id, state, at);
      await tx.run(sql`update processes set step = ${step} where workflow_id = ${ids.appeal(id)}`);
    });
    return state;
  };
  return {
    s, id, reviewId, employee, manager, members, alternate, apply,
    admit: async () => void (await apply({ type: 'admitted', at, memberIds: members.map((member) => member.id), alternateIds: [alternate.id] }, 'deliberation')),
    propose: async (by) => {
      const body = { outcome: 'confirmed' as const, items: [], rescorer: null };
      const proposalId = await database.transaction((tx) => insertProposal(tx, { appealId: id, level: 1, authorId: by.id, ...body, scorerId: null, facts: '事实', rule: '规则', reason: '理由' }, at));
      await apply({ type: 'proposed', at, proposal: { proposalId, byId: by.id, ...body, reasonsId: proposalId } }, 'deliberation');
      return proposalId;
    },
    visit: async (step, people, payload = {}) => {
      const row = await database.read.one(sql<{ id: string }>`
        insert into visits (workflow_id, step, no, subject_id, opened_at, payload) select ${ids.appeal(id)}, ${step}, coalesce(max(no), 0) + 1, ${employee.id}::uuid, now(), ${JSON.stringify(payload)}::jsonb
        from visits where workflow_id = ${ids.appeal(id)} and step = ${step} returning id`);
      for (const person of people) await database.read.run(sql`insert into tasks (visit_id, assignee_id, why, created_at) values (${row?.id}, ${person.id}, 'test', now())`);
      return String(row?.id);
    },
  };
}
