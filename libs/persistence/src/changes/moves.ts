import type { ChangePolicy, TaskMove } from '@fairmark/contracts/changes';
import { sql, type Executor } from '../database/index.js';
import { askedIn } from '../process/asked.js';
import type { ProcessRow } from '../process/rows.js';
import type { ChangeRow } from './rows.js';

/** One task that changed hands because of the organisation. */
interface NewMove {
  workflowId: string;
  visitId: string;
  approvalId: string | null;
  fromId: string;
  toId: string | null;
  /** Why the new person is the one: code of the assignment. */
  why: string;
  policy: ChangePolicy;
  changeId: string | null;
}

/** Records why tasks are where they are; one record for each. A second look at the same change adds nothing. */
async function recordMoves(tx: Executor, moves: readonly NewMove[], at: string): Promise<void> {
  await tx.run(sql`
    insert into task_moves (workflow_id, visit_id, approval_id, from_id, to_id, why, policy, change_id, at)
    select m."workflowId", m."visitId", m."approvalId", m."fromId", m."toId", m.why, m.policy, m."changeId", ${at}
    from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as m("workflowId" text, "visitId" uuid, "approvalId" uuid, "fromId" uuid, "toId" uuid, why text, policy text, "changeId" uuid) on conflict do nothing`);
}

/** Who has to act in which step of a process. */
export interface Holding {
  visitId: string;
  approvalId: string | null;
  step: string;
  assigneeId: string;
  why: string;
}

export async function holdingsOf(tx: Executor, workflowId: string): Promise<Holding[]> {
  return tx.all(sql<Holding>`
    select v.id as "visitId", v.approval_id as "approvalId", v.step, t.assignee_id as "assigneeId", t.why from visits v join tasks t on t.visit_id = v.id and t.state = 'open'
    where v.workflow_id = ${workflowId} and v.state = 'open' order by v.opened_at, t.created_at, t.id`);
}

/** What an event of the organisation has moved in a process, by who had to act before and who has to now: each task that somebody lost, with who took it over in that step. */
export async function recordMovesSince(tx: Executor, process: Pick<ProcessRow, 'workflowId' | 'kind'>, before: readonly Holding[], change: ChangeRow | null, at: string): Promise<number> {
  const after = await holdingsOf(tx, process.workflowId);
  const has = (list: readonly Holding[], one: Holding): boolean => list.some((other) => other.step === one.step && other.assigneeId === one.assigneeId);
  const came = after.filter((one) => !has(before, one));
  const moves = before.filter((one) => !has(after, one)).map((gone): NewMove => {
    const index = came.findIndex((one) => one.step === gone.step);
    const [to] = index < 0 ? [] : came.splice(index, 1);
    return { workflowId: process.workflowId, visitId: gone.visitId, approvalId: gone.approvalId, fromId: gone.assigneeId, toId: to?.assigneeId ?? null, why: to?.why ?? 'nobody', policy: change?.policies[process.kind] ?? 'followNew', changeId: change?.id ?? null };
  });
  if (moves.length > 0) await recordMoves(tx, moves, at);
  return moves.length;
}

/** New holders of a visit and whoever may act for them: all of them are told. */
export async function holdersAndStandIns(tx: Executor, visitId: string, holders: readonly string[], now: string): Promise<string[]> {
  const rows = await tx.all(sql<{ id: string }>`select distinct employee_id as id from (${askedIn([visitId], now)}) asked where holder_id = any(${[...holders]}::uuid[])`);
  return rows.map((row) => row.id);
}

const person = (column: string) => sql`(select jsonb_build_object('id', e.id, 'name', e.name, 'nameEn', e.name_en) from employees e where e.id = ${sql.ref(column)})`;
const columns = sql`
  m.visit_id as "visitId", p.kind as process, p.ref_id as "processId", v.step, ${person('v.subject_id')} as subject, ${person('m.from_id')} as "from", ${person('m.to_id')} as "to", m.why, m.policy, m.at,
  case when c.id is not null then jsonb_build_object('id', c.id, 'kind', c.kind, 'employee', ${person('c.employee_id')}, 'effectiveOn', c.effective_on) end as change`;
const tables = sql`task_moves m join visits v on v.id = m.visit_id join processes p on p.workflow_id = m.workflow_id left join org_changes c on c.id = m.change_id`;

/** Why the tasks of a visit are where they are, oldest first; of an approval, those of all its visits. */
export async function movesOfVisit(read: Executor, visitId: string): Promise<TaskMove[]> {
  return read.all(sql<TaskMove>`select ${columns} from ${tables} join visits own on own.id = ${visitId} where m.visit_id = own.id or (m.approval_id = own.approval_id and m.workflow_id = own.workflow_id) order by m.at, m.id`);
}

/** One page of the tasks that a change moved. */
export async function movesOfChange(read: Executor, changeId: string, page: { limit: number; offset: number }): Promise<{ moves: TaskMove[]; total: number }> {
  const moves = await read.all(sql<TaskMove>`select ${columns} from ${tables} where m.change_id = ${changeId} order by m.at, m.id limit ${page.limit} offset ${page.offset}`);
  const row = await read.one(sql<{ total: number }>`select count(*)::integer as total from task_moves where change_id = ${changeId}`);
  return { moves, total: row?.total ?? 0 };
}
