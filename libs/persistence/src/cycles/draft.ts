import type { CreateCycle, UpdateCycle } from '@fairmark/contracts/cycles';
import { CycleErrors } from '@fairmark/contracts/errors';
import { DomainError } from '@fairmark/domain/common';
import { stepsInSeconds } from '@fairmark/domain/cycles';
import { appendAudit } from '../audit/index.js';
import { sql, type Executor } from '../database/index.js';
import { lockCycle, type CycleRow } from './rows.js';

export interface DraftContext {
  actorId: string;
  /** Whether the configuration allows lengths of seconds. */
  allowSeconds: boolean;
}

type Content = Pick<CycleRow, 'name' | 'nameEn' | 'planVersionId' | 'periodStart' | 'periodEnd' | 'population' | 'schedule'>;

/** Writes a draft; nothing starts. @throws DomainError for an unknown or retired plan version, dates out of order, or seconds where they are not allowed */
export async function createCycle(tx: Executor, body: CreateCycle, context: DraftContext): Promise<string> {
  const { name, ...rest } = body;
  const content = { ...rest, name: name.zh, nameEn: name.en ?? null };
  check(content, context);
  const row = await tx.one(sql<{ id: string }>`
    insert into cycles (name, name_en, plan_id, plan_version_id, period_start, period_end, state, population, schedule, created_by)
    select ${content.name}, ${content.nameEn}, v.plan_id, v.id, ${content.periodStart}::date, ${content.periodEnd}::date, 'draft', ${JSON.stringify(content.population)}::jsonb, ${JSON.stringify(content.schedule)}::jsonb, ${context.actorId}::uuid
    from plan_versions v where v.id = ${content.planVersionId} and v.state <> 'retired' for share of v returning id`);
  if (!row) throw new DomainError(CycleErrors.unknownPlanVersion, { planVersionId: content.planVersionId });
  await record(tx, row.id, context.actorId, 'cycle.created', null, content);
  return row.id;
}

/** Changes a draft; what the body leaves out stays. @throws DomainError `CYCLE.NOT_DRAFT` and as `createCycle` */
export async function updateCycle(tx: Executor, id: string, body: UpdateCycle, context: DraftContext): Promise<void> {
  const before = await lockCycle(tx, id);
  if (before?.state !== 'draft') throw new DomainError(CycleErrors.notDraft, { state: before?.state ?? null });
  const { name, ...rest } = body;
  const content: Content = { ...before, ...rest, ...(name ? { name: name.zh, nameEn: name.en ?? null } : {}) };
  check(content, context);
  const changed = await tx.run(sql`
    update cycles c set name = ${content.name}, name_en = ${content.nameEn}, plan_id = v.plan_id, plan_version_id = v.id, period_start = ${content.periodStart}, period_end = ${content.periodEnd},
      population = ${JSON.stringify(content.population)}::jsonb, schedule = ${JSON.stringify(content.schedule)}::jsonb
    from plan_versions v where c.id = ${id} and v.id = ${content.planVersionId} and v.state <> 'retired'`);
  if (changed === 0) throw new DomainError(CycleErrors.unknownPlanVersion, { planVersionId: content.planVersionId });
  await record(tx, id, context.actorId, 'cycle.changed', before, content);
}

function check(content: Content, { allowSeconds }: DraftContext): void {
  if (content.periodStart >= content.periodEnd) throw new DomainError(CycleErrors.deadlineOrder, { step: 'periodEnd', other: 'periodStart' });
  const steps = allowSeconds ? [] : stepsInSeconds(content.schedule);
  if (steps.length > 0) throw new DomainError(CycleErrors.secondsNotAllowed, { steps });
}

const recorded = ({ planVersionId, periodStart, periodEnd, population, schedule }: Content) => ({ planVersionId, periodStart, periodEnd, population, schedule });

async function record(tx: Executor, id: string, actorId: string, action: string, before: Content | null, after: Content): Promise<void> {
  await appendAudit(tx, `cycle/${id}`, { actorId }, new Date().toISOString(), [{ action, object: id, before: before && recorded(before), after: recorded(after) }]);
}
