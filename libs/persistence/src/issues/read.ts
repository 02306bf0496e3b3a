import type { IssueRollouts, IssueView, OwnIssue } from '@fairmark/contracts/issues';
import { sql, type Executor } from '../database/index.js';

const own = sql`i.id, r.name as rollout, r.name_en as "rolloutEn", i.page, i.report, i.reported_on::text as "reportedOn", i.state, i.answer, i.answered_at as "answeredAt"`;
const person = (alias: string) => sql.raw(`case when ${alias}.id is not null then jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name, 'nameEn', ${alias}.name_en) end`);

/** Rollouts that have not ended. */
export const issueRollouts = (read: Executor): Promise<IssueRollouts['rollouts']> => read.all(sql<IssueRollouts['rollouts'][number]>`select id, name, name_en as "nameEn" from rollouts where state <> 'closed' order by name, id`);

/** Reports that somebody made under the own name, newest first. */
export const ownIssues = (read: Executor, reporterId: string): Promise<OwnIssue[]> =>
  read.all(sql<OwnIssue>`select ${own} from issues i join rollouts r on r.id = i.rollout_id where i.reporter_id = ${reporterId} order by i.reported_on desc, i.id limit 200`);

/** The anonymous report with this code. */
export const issueByCode = (read: Executor, codeHash: string): Promise<OwnIssue | undefined> => read.one(sql<OwnIssue>`select ${own} from issues i join rollouts r on r.id = i.rollout_id where i.code_hash = ${codeHash}`);

/** Reports of a rollout, oldest first. Anonymous ones of today are left out: who looks twice would learn at what time of day one came. */
export async function issuePage(read: Executor, rolloutId: string, query: { state: 'open' | 'all'; limit: number; offset: number }): Promise<{ issues: IssueView[]; total: number }> {
  const where = sql`i.rollout_id = ${rolloutId} and i.state <> 'reported' and (${query.state === 'all'} or i.state <> 'closed')`;
  const issues = await read.all(sql<IssueView>`
    select i.id, i.page, i.report, i.reported_on::text as "reportedOn", i.state, ${person('p')} as reporter, i.answer, i.answered_at as "answeredAt", ${person('a')} as "answeredBy", v.due_at as "dueAt", v.id as "visitId", i.closed_at as "closedAt"
    from issues i left join employees p on p.id = i.reporter_id left join employees a on a.id = i.answered_by join rollouts r on r.id = i.rollout_id
    left join visits v on v.workflow_id = r.workflow_id and v.step = 'issueAnswer' and v.state = 'open' and v.payload ->> 'issueId' = i.id::text
    where ${where} order by i.reported_on, i.id limit ${query.limit} offset ${query.offset}`);
  const row = await read.one(sql<{ total: number }>`select count(*)::integer as total from issues i where ${where}`);
  return { issues, total: row?.total ?? 0 };
}
