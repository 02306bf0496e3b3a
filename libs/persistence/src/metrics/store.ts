import { randomUUID } from 'node:crypto';
import type { MetricRow } from '@fairmark/domain/metrics';
import { sql, type Executor } from '../database/index.js';

/** What storing a batch did. */
export interface Stored {
  added: number;
  corrected: number;
  unchanged: number;
}

interface Known {
  n: number;
  communityId: string | null;
  employeeId: string | null;
  currentId: string | null;
  same: boolean;
}

/** Rows that go to the database in one statement. */
const PAGE = 2_000;

/**
 * Stores values of a batch. A value with the key of a stored one (indicator, subject, sub-period, source) corrects it: the earlier one stays
 * and points at its correction. An equal value is left as it is.
 */
export async function storeValues(tx: Executor, batchId: string, rows: readonly MetricRow[]): Promise<Stored> {
  const stored: Stored = { added: 0, corrected: 0, unchanged: 0 };
  for (let from = 0; from < rows.length; from += PAGE) {
    const page = rows.slice(from, from + PAGE);
    const known = new Map((await findKnown(tx, page)).map((one) => [one.n, one]));
    const fresh = page.flatMap((row, n) => {
      const found = known.get(n);
      return found && !found.same ? [{ ...row, id: randomUUID(), communityId: found.communityId, employeeId: found.employeeId, currentId: found.currentId }] : [];
    });
    await supersede(tx, fresh.filter((row) => row.currentId !== null));
    await insert(tx, batchId, fresh);
    const corrected = fresh.filter((row) => row.currentId !== null).length;
    stored.corrected += corrected;
    stored.added += fresh.length - corrected;
    stored.unchanged += page.length - fresh.length;
  }
  return stored;
}

async function findKnown(tx: Executor, rows: readonly MetricRow[]): Promise<Known[]> {
  return tx.all(sql<Known>`
    select d.n, c.id as "communityId", e.id as "employeeId", v.id as "currentId",
      coalesce(v.value = d.value and v.weight is not distinct from d.weight and v.starts_on = d."startsOn" and v.ends_on = d."endsOn", false) as same
    from jsonb_to_recordset(${JSON.stringify(rows.map((row, n) => ({ ...row, n })))}::jsonb)
      as d(n integer, "indicatorId" text, community text, employee text, "subPeriod" text, "startsOn" date, "endsOn" date, value numeric(24, 6), weight numeric(24, 6), source text)
    left join communities c on c.code = d.community left join employees e on e.number = d.employee
    left join metric_values v on v.superseded_by is null and v.indicator = d."indicatorId" and v.sub_period = d."subPeriod" and v.source = d.source and (v.community_id = c.id or v.employee_id = e.id)`);
}

/** The reference to the correction is checked when the transaction ends: the correction itself is written next. */
async function supersede(tx: Executor, rows: readonly { id: string; currentId: string | null }[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.run(sql`
    update metric_values v set superseded_by = d.id from jsonb_to_recordset(${JSON.stringify(rows.map(({ id, currentId }) => ({ id, currentId })))}::jsonb) as d(id uuid, "currentId" uuid)
    where v.id = d."currentId"`);
}

async function insert(tx: Executor, batchId: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.run(sql`
    insert into metric_values (id, batch_id, indicator, community_id, employee_id, sub_period, starts_on, ends_on, value, weight, source)
    select d.id, ${batchId}::uuid, d."indicatorId", d."communityId", d."employeeId", d."subPeriod", d."startsOn", d."endsOn", d.value, d.weight, d.source
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as d(id uuid, "indicatorId" text, "communityId" uuid, "employeeId" uuid, "subPeriod" text, "startsOn" date, "endsOn" date, value numeric(24, 6), weight numeric(24, 6), source text)`);
}
