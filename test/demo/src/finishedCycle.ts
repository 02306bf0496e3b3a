import { createHash, randomUUID } from 'node:crypto';
import type pg from 'pg';

/** Ids of a small finished cycle: two employees of one manager, one of them with an adjusted appeal. */
export interface FinishedCycle {
  cycleId: string;
  boss: string;
  manager: string;
  appellant: string;
  colleague: string;
  panel: [string, string, string];
  reviews: Record<'appellant' | 'colleague', { id: string; workflowId: string }>;
  sessionId: string;
  appealId: string;
}

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Minutes after the cycle began. */
export const at = (minute: number): string => new Date(Date.UTC(2026, 0, 5, 8, minute)).toISOString();

async function insert(client: pg.Client, table: string, row: Record<string, unknown>): Promise<void> {
  const columns = Object.keys(row);
  const values = Object.values(row).map((value) => (value !== null && typeof value === 'object' ? JSON.stringify(value) : value));
  await client.query(`insert into ${table} (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`, values);
}
export { insert };

async function people(client: pg.Client): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < 7; index++) {
    const id = randomUUID();
    await insert(client, 'employees', { id, number: `E${index}`, name: `员工${index}`, email: `e${index}@example.com`, zone: 'UTC', locale: 'en', region: 'cn', hired_on: '2020-01-01' });
    ids.push(id);
  }
  return ids;
}

const BANDS = [{ code: 'A', lowerCenti: 9_000 }, { code: 'B', lowerCenti: 8_000 }, { code: 'D', lowerCenti: 0 }];

/** Writes plan, cycle and reviews; the steps in between follow in `course.ts`. */
export async function insertCycle(client: pg.Client): Promise<FinishedCycle & { departmentId: string }> {
  const [boss = '', manager = '', appellant = '', colleague = '', ...panel] = await people(client);
  const [departmentId, planId, versionId, cycleId, sessionId, appealId] = Array.from({ length: 6 }, () => randomUUID()) as [string, string, string, string, string, string];
  await insert(client, 'departments', { id: departmentId, code: 'ops', name: '运营', head_id: boss });
  for (const [employee, lead] of [[appellant, manager], [colleague, manager], [manager, boss]]) await insert(client, 'employee_managers', { employee_id: employee, manager_id: lead, valid_from: '2020-01-01' });
  await insert(client, 'plans', { id: planId, code: 'plan', name: '方案' });
  await insert(client, 'plan_versions', { id: versionId, plan_id: planId, no: 1, state: 'inUse', document: { bands: BANDS }, document_hash: 'x' });
  await insert(client, 'cycles', {
    id: cycleId, name: '周期', plan_id: planId, plan_version_id: versionId, period_start: '2026-01-01', period_end: '2026-03-31', state: 'closed', population: {}, created_by: boss, review_count: 2, started_count: 2, closed_at: at(60),
  });
  const reviews = {} as FinishedCycle['reviews'];
  for (const [who, employeeId] of [['appellant', appellant], ['colleague', colleague]] as const) {
    const id = randomUUID();
    const workflowId = `review/${cycleId}/${employeeId}`;
    reviews[who] = { id, workflowId };
    await insert(client, 'cycle_people', { cycle_id: cycleId, employee_id: employeeId, state: 'started' });
    await insert(client, 'reviews', {
      id, cycle_id: cycleId, employee_id: employeeId, plan_id: planId, plan_version_id: versionId, workflow_id: workflowId, state: 'closed', step: 'closed', period_start: '2026-01-01', period_end: '2026-03-31',
      department_id: departmentId, manager_id: manager, started_at: at(0), published_at: at(30), final_at: at(50), closed_at: at(50),
    });
  }
  return { cycleId, boss, manager, appellant, colleague, panel: panel as [string, string, string], reviews, sessionId, appealId, departmentId };
}
