import { named } from './facts.mjs';

const violation = named('othersChangedByAppeal');

/** After publication only an appeal of one's own changes scores, bands, shares and what is paid; after the sign-off nothing of a session changes. Teams are paid by department. */
const CHANGED = `
  with own as (select r.id, r.published_at, r.cycle_id, exists (select from appeals a where a.review_id = r.id and a.outcome = 'adjusted') as adjusted,
      exists (select from appeals a where a.review_id = r.id) as appealed from reviews r where r.cycle_id = $1::uuid)
  select 'rating ' || x.no || ' of review ' || o.id || ' by ' || x.source as what from own o join ratings x on x.review_id = o.id where (x.source = 'appeal' and not o.adjusted)
    or (x.created_at > o.published_at and x.source not in ('appeal', 'correction'))
  union all select 'score sheet ' || s.no || ' of review ' || o.id from own o join score_sheets s on s.review_id = o.id where s.created_at > o.published_at and not o.appealed
  union all select 'share of review ' || p.review_id from own o join reward_pool_shares p on p.review_id = o.id where p.created_at > (
    select min(a.decided_at) from appeals a join own q on q.id = a.review_id join reward_pool_shares s on s.review_id = q.id where a.outcome = 'adjusted' and s.department_id = p.department_id)
  union all select 'difference line of review ' || w.review_id from own o join rewards w on w.review_id = o.id where w.kind = 'difference' and w.reason <> 'buffer' and not o.appealed and w.created_at > (select min(a.filed_at) from appeals a join own q on q.id = a.review_id)
  union all select 'second full line of review ' || w.review_id from own o join rewards w on w.review_id = o.id where w.kind = 'full' group by w.review_id having count(*) > 1
  union all select 'change ' || c.id || ' after the sign-off of its session' from calibration_changes c join calibration_sessions z on z.id = c.session_id where z.cycle_id = $1::uuid and c.kind = 'band' and c.decided_at > z.signed_off_at
  union all select 'audit entry ' || e.seq || ' of ' || e.chain from own o join audit.entries e on e.object = o.id::text where e.action = 'result.adjusted' and not o.adjusted`;

/**
 * An adjusted appeal changed nobody else's result.
 * @param {import('./facts.mjs').Facts} facts @returns {Promise<import('./facts.mjs').Violation[]>}
 */
export async function othersChangedByAppeal({ read, cycleId }) {
  return (await read(CHANGED, [cycleId])).map(({ what }) => violation(what));
}
