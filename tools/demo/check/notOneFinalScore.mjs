import { named } from './facts.mjs';

const violation = named('notOneFinalScore');

const RESULTS = `
  select r.id, r.final_at as "finalAt",
    (select count(*)::int from ratings x where x.review_id = r.id and x.source in ('computed', 'notRated')) as first,
    (select count(*)::int from result_acts x where x.review_id = r.id and x.act in ('final', 'deemedAccepted')) as finals,
    (select count(*)::int from (select no, row_number() over (order by no) as place from ratings x where x.review_id = r.id) x where no <> place) as gaps,
    last.source, last.total_centi as total, last.band, band.code as expected
  from reviews r
  left join lateral (select * from ratings x where x.review_id = r.id order by no desc limit 1) last on true
  left join lateral (
    select b.value->>'code' as code from plan_versions p, jsonb_array_elements(p.document->'bands') b
    where p.id = r.plan_version_id and (b.value->>'lowerCenti')::int <= last.total_centi order by (b.value->>'lowerCenti')::int desc limit 1) band on true
  where r.cycle_id = $1::uuid and r.state = 'closed'`;

function* faultsOf({ finalAt, first, finals, gaps, source, total, band, expected }) {
  if (first !== 1) yield `${first} first ratings`;
  if (finals !== 1) yield `final ${finals} times`;
  if (finalAt === null) yield 'never final';
  if (gaps > 0) yield 'ratings are missing in between';
  if (source === null || source === undefined) return;
  if (source !== 'notRated' && (total === null || band === null)) yield 'no total';
  if (source === 'computed' && band !== expected) yield `band ${band} for ${total}, which is ${expected}`;
}

/**
 * Everybody whose review closed has exactly one final result, and its band fits its total unless people changed it.
 * @param {import('./facts.mjs').Facts} facts @returns {Promise<import('./facts.mjs').Violation[]>}
 */
export async function notOneFinalScore({ read, cycleId }) {
  return (await read(RESULTS, [cycleId])).flatMap((row) => [...faultsOf(row)].map((fault) => violation(`review ${row.id}: ${fault}`)));
}
