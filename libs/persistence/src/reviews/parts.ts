import type { CheckInLine, CollaborationView, GoalState, SelfReviewView } from '@fairmark/contracts/reviews';
import { sql, type Executor } from '../database/index.js';
import { personJson } from './head.js';
import { evidenceIds } from './selfReviews.js';

/** Rule (rules §5): a summary without names only from three answers. */
const SUMMARY_FROM = 3;

/** Every state of the goals as somebody put it forward, oldest first: old and new target and the reason stay visible. */
export async function goalStatesOf(read: Executor, reviewId: string): Promise<GoalState[]> {
  return read.all(sql<GoalState>`
    select g.id, g.no, ${personJson('e')} as author, g.source, g.state, g.reason, g.flags, g.items, g.personal_goals as "personalGoals", g.differences, g.created_at as "createdAt", g.decided_at as "decidedAt"
    from goal_sheets g join employees e on e.id = g.author_id where g.review_id = ${reviewId} order by g.no`);
}

/** Check-ins of the period, newest first. */
export async function checkInsOf(read: Executor, reviewId: string): Promise<CheckInLine[]> {
  return read.all(sql<CheckInLine>`
    select c.id, ${personJson('e')} as author, c.note, c.created_at as "createdAt" from check_ins c join employees e on e.id = c.author_id where c.review_id = ${reviewId} order by c.created_at desc, c.id desc`);
}

/** The self-review, or that none was handed in; null while it is still open. */
export async function selfReviewOf(read: Executor, reviewId: string): Promise<SelfReviewView | null> {
  return (await read.one(sql<SelfReviewView>`
    select s.state, s.body, s.created_at as "createdAt",
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'mime', p.mime, 'size', p.size, 'sha256', p.sha256) order by p.created_at, p.id)
        from appeal_papers p where p.review_id = s.review_id and p.id in (${evidenceIds})), '[]') as evidence
    from self_reviews s where s.review_id = ${reviewId} order by s.created_at desc limit 1`)) ?? null;
}

/** Who was asked, and what came back. @param withSummary false for the person before the result is published */
export async function collaborationOf(read: Executor, reviewId: string, workflowId: string, withSummary: boolean): Promise<CollaborationView> {
  const row = await read.one(sql<CollaborationView>`
    select coalesce(jsonb_agg(${personJson('e')} order by e.number), '[]') as asked,
      coalesce((select jsonb_agg(${personJson('p')} order by p.number) from visits v join employees p on v.payload -> 'proposed' ? p.id::text where v.workflow_id = ${workflowId} and v.step = 'collaborators' and v.state = 'open'), '[]') as proposed,
      count(*) filter (where i.state = 'answered')::integer as answers, count(*) filter (where i.state = 'missing')::integer as missing,
      -- The order of the texts must not tell who answered first.
      case when ${withSummary}::boolean and count(*) filter (where i.state = 'answered') >= ${SUMMARY_FROM} then jsonb_build_object(
        'meanScore', round(avg(i.score) filter (where i.state = 'answered'), 2)::text, 'texts', jsonb_agg(i.body order by md5(i.body)) filter (where i.state = 'answered')) end as summary
    from collaborator_inputs i join employees e on e.id = i.collaborator_id where i.review_id = ${reviewId}`);
  return row as CollaborationView;
}
