import { PdcaDimension, PdcaSettings, type AdjustmentView, type QuarterSummary, type QuarterVersion, type QuarterView } from '@fairmark/contracts/pdca';
import { MeasureKey, type Reading } from '@fairmark/contracts/rollouts';
import { sql, type Executor } from '../database/index.js';
import { readMeasures, rolloutById } from '../rollouts/index.js';
import { dimensionMeasures } from './dimensions.js';

const person = (column: string) => sql`(select jsonb_build_object('id', e.id, 'name', e.name, 'nameEn', e.name_en) from employees e where e.id = ${sql.ref(column)})`;
const iso = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const count = (state: string) => sql`(select count(*)::integer from adjustments a where a.quarter_id = q.id and a.state = ${state})`;
const summary = sql`q.id, q.rollout_id as "rolloutId", q.quarter, q.starts_on::text as "startsOn", q.state, coalesce(p.step, 'reviewing') as phase, q.outcome,
  (select count(*)::integer from adjustments a where a.quarter_id = q.id and a.state <> 'dropped') as adjustments, ${count('kept')} as kept, ${count('reverted')} as reverted`;
const from = sql`pdca_quarters q left join processes p on p.workflow_id = q.workflow_id`;

/** Quarters of a rollout, newest first. */
export const quarterSummaries = (read: Executor, rolloutId: string): Promise<QuarterSummary[]> => read.all(sql<QuarterSummary>`select ${summary} from ${from} where q.rollout_id = ${rolloutId} order by q.quarter desc`);

type Row = QuarterSummary & Pick<QuarterView, 'workflowId' | 'findings' | 'research' | 'unchangedReason'>;

/** One quarter with its live measures; undefined when there is none. `readerId`: whose open tasks are marked. */
export async function quarterView(read: Executor, rolloutId: string, quarter: string, readerId: string, now: string): Promise<QuarterView | undefined> {
  const row = await read.one(sql<Row>`
    select ${summary}, q.workflow_id as "workflowId", q.findings, q.research, q.unchanged_reason as "unchangedReason" from ${from} where q.rollout_id = ${rolloutId} and q.quarter = ${quarter}`);
  if (!row) return undefined;
  const rollout = await rolloutById(read, rolloutId);
  const readings = await readMeasures(read, { of: 'rollout', rolloutId }, now, MeasureKey.options);
  const dimensions = PdcaDimension.options.map((dimension) => ({ dimension, readings: dimensionMeasures[dimension].map((key) => readings.find((reading) => reading.key === key) as Reading) }));
  return { ...row, limits: settingsOf(rollout.settings).limits, dimensions, adjustmentList: await adjustmentViews(read, row.id), versions: await versionViews(read, row.id), visits: await visitViews(read, row.workflowId, readerId) };
}

/** Settings of the quarters of a rollout; what it does not say is the default. */
export const settingsOf = (settings: unknown): PdcaSettings => PdcaSettings.parse((settings as { pdca?: unknown } | null)?.pdca ?? {});

const adjustmentViews = (read: Executor, quarterId: string) => read.all(sql<AdjustmentView>`
  select a.id, a.title, a.reason, a.touches, a.expected, ${person('a.proposed_by')} as "proposedBy", ${iso('a.proposed_at')} as "proposedAt", a.state, a.baseline, a.compared, a.extensions, a.decision, a.decision_reason as "decisionReason",
    ${person('a.decided_by')} as "decidedBy", ${iso('a.decided_at')} as "decidedAt" from adjustments a where a.quarter_id = ${quarterId} order by a.id`);

const versionViews = (read: Executor, quarterId: string) => read.all(sql<QuarterVersion>`
  select p.code as "planCode", v.no, v.id as "planVersionId", b.no as "basedOnNo", q.source, ${iso('q.adopted_at')} as "adoptedAt", v.approval_state as "approvalState"
  from pdca_versions q join plan_versions v on v.id = q.plan_version_id join plan_versions b on b.id = q.based_on_id join plans p on p.id = v.plan_id where q.quarter_id = ${quarterId} order by q.adopted_at, q.id`);

const visitViews = (read: Executor, workflowId: string, readerId: string) => read.all(sql<QuarterView['visits'][number]>`
  select v.id, v.step, ${iso('v.due_at')} as "dueAt", exists (select from tasks t where t.visit_id = v.id and t.state = 'open' and t.assignee_id = ${readerId}) as mine,
    coalesce((select jsonb_agg(${person('t.assignee_id')} order by t.created_at) from tasks t where t.visit_id = v.id and t.state = 'open'), '[]') as "waitsFor"
  from visits v where v.workflow_id = ${workflowId} and v.state = 'open' order by v.opened_at, v.id`);
