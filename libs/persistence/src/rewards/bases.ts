import { sql, type Executor } from '../database/index.js';

/** A checked line of the file. */
export interface RewardBase {
  number: string;
  baseCents: number;
  previousResultBp: number | null;
}

/** Which of these employee numbers belong to people of the departments (`null`: of the company). */
export async function knownNumbers(read: Executor, numbers: readonly string[], departmentIds: readonly string[] | null): Promise<Set<string>> {
  const rows = await read.all(sql<{ number: string }>`
    select e.number from employees e where e.number = any(${[...numbers]}::text[]) and (${departmentIds === null} or exists (
      select from employee_departments d where d.employee_id = e.id and d.valid_to is null and d.department_id = any(${[...(departmentIds ?? [])]}::uuid[])))`);
  return new Set(rows.map((row) => row.number));
}

/** Stores the bases of a cycle; the same file twice changes nothing. Answers how many rows changed. */
export async function storeBases(tx: Executor, cycleId: string, bases: readonly RewardBase[]): Promise<number> {
  return tx.run(sql`
    insert into reward_bases (cycle_id, employee_id, base_cents, previous_result_bp)
    select ${cycleId}, e.id, (item ->> 'baseCents')::bigint, (item ->> 'previousResultBp')::integer
    from jsonb_array_elements(${JSON.stringify(bases)}::jsonb) item join employees e on e.number = item ->> 'number'
    on conflict (cycle_id, employee_id) do update set base_cents = excluded.base_cents, previous_result_bp = excluded.previous_result_bp
    where (reward_bases.base_cents, reward_bases.previous_result_bp) is distinct from (excluded.base_cents, excluded.previous_result_bp)`);
}
