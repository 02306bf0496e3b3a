import type { CreateRollout, RolloutPhase, RolloutSettings } from '@fairmark/contracts/rollouts';
import { RolloutPhase as Phases } from '@fairmark/contracts/rollouts';
import { workflowId } from '@fairmark/contracts/process';
import { addDays } from '@fairmark/domain/calendar';
import { planDates } from '@fairmark/domain/rollouts';
import { appendAudit } from '../audit/index.js';
import { sql, type Executor } from '../database/index.js';
import { startProcess } from '../process/index.js';

/** Creates a rollout with its team and planned steps and asks for its workflow. `id` comes from the request's key, so a repetition creates nothing. Answers false then. */
export async function createRollout(tx: Executor, id: string, { name, nameEn, sponsorId, leadId, team, departmentIds, scope, startsOn }: CreateRollout, planId: string, settings: RolloutSettings, actorId: string, now: string): Promise<boolean> {
  const flow = workflowId.rollout(id);
  const inserted = await tx.run(sql`
    insert into rollouts (id, name, name_en, plan_id, workflow_id, sponsor_id, lead_id, department_ids, scope, settings, starts_on, created_by, created_at)
    values (${id}, ${name}, ${nameEn}, ${planId}, ${flow}, ${sponsorId}, ${leadId}, ${[...departmentIds]}::uuid[], ${JSON.stringify(scope)}::jsonb, ${JSON.stringify(settings)}::jsonb, ${startsOn}, ${actorId}, ${now}) on conflict do nothing`);
  if (inserted === 0) return false;
  await tx.run(sql`
    insert into rollout_team (rollout_id, employee_id, area) select ${id}::uuid, t."employeeId", t.area from jsonb_to_recordset(${JSON.stringify(team)}::jsonb) as t("employeeId" uuid, area text) on conflict do nothing`);
  let from = startsOn;
  for (const phase of Phases.options) from = await planPhase(tx, id, phase, settings, from, 1);
  await startProcess(tx, { kind: 'rollout', workflowId: flow, refId: id, step: 'opening' });
  await appendAudit(tx, flow, { actorId }, now, [{ action: 'rollout.created', object: id, after: { sponsorId, leadId, planId, departments: departmentIds.length, startsOn } }]);
  return true;
}

/** Writes the steps of a phase from a day on; answers the day after the last. `round` counts how often the phase was entered. */
export async function planPhase(tx: Executor, rolloutId: string, phase: RolloutPhase, settings: RolloutSettings, from: string, round: number): Promise<string> {
  const { steps } = settings.phases[phase];
  const dates = planDates(from, steps.map((step) => step.days));
  const rows = steps.map((step, index) => ({ ...step, no: index + 1, from: dates[index]?.from, to: dates[index]?.to }));
  await tx.run(sql`
    insert into rollout_steps (rollout_id, phase, key, no, round, title, core, days, planned_from, planned_to)
    select ${rolloutId}::uuid, ${phase}, s.key, s.no, ${round}::integer, s.title, s.core, s.days, s.from, s.to
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(key text, no integer, title jsonb, core boolean, days integer, "from" date, "to" date)`);
  const last = dates.at(-1);
  return last ? addDays(last.to, 1) : from;
}
