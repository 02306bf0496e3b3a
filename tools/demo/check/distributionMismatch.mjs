import { named } from './facts.mjs';

const violation = named('distributionMismatch');

/** Each person of the cycle belongs to one signed-off session; put off ones to the supplementary session as well. */
const SEATS = `
  select r.id, count(*) filter (where s.state <> 'deferred' and z.state = 'signedOff')::int as settled, count(*) filter (where s.state = 'unscored' and z.state = 'signedOff')::int as unscored
  from reviews r left join calibration_subjects s on s.review_id = r.id left join calibration_sessions z on z.id = s.session_id
  where r.cycle_id = $1::uuid and r.state = 'closed' group by r.id`;

/** People with a band as of the sign-off, or without one, against the heads of each session. */
const SESSIONS = `
  select z.id, count(*)::int as heads, count(*) filter (where s.state = 'deferred')::int as deferred,
    count(*) filter (where s.state <> 'deferred' and x.band is not null)::int as rated, count(*) filter (where s.state <> 'deferred' and x.band is null)::int as unrated,
    count(*) filter (where s.state = 'notRated')::int as "notRated"
  from calibration_sessions z join calibration_subjects s on s.session_id = z.id
  left join lateral (select band from ratings x where x.review_id = s.review_id and x.created_at <= z.signed_off_at order by no desc limit 1) x on true
  where z.cycle_id = $1::uuid and z.state = 'signedOff' group by z.id`;

/** What the pages of sessions showed to the driver. */
function shown({ exchanges }) {
  const pages = exchanges.filter(({ method, path, status }) => method === 'GET' && status === 200 && /^\/api\/calibration\/[0-9a-f-]{36}$/.test(path));
  return [...new Map(pages.map(({ path, answer }) => [path.split('/')[3], /** @type {any} */ (answer)])).entries()].filter(([, answer]) => answer?.distribution);
}

function* faultsOfPage([id, { state, distribution: { headCount, rated, unscored, notRated, deferred, shadow, bands } }]) {
  const counted = bands.reduce((sum, { count }) => sum + count, 0);
  if (state === 'signedOff' && headCount !== rated + unscored + notRated + deferred + shadow) yield `session ${id} shows ${headCount} heads as ${rated + unscored + notRated + deferred + shadow}`;
  if (counted !== rated) yield `session ${id} shows ${counted} people in bands, ${rated} rated`;
}

/**
 * The distribution of bands adds up to the heads: in the record, and on the pages that were shown.
 * @param {import('./facts.mjs').Facts} facts @returns {Promise<import('./facts.mjs').Violation[]>}
 */
export async function distributionMismatch(facts) {
  const people = await facts.read(SEATS, [facts.cycleId]);
  const sessions = await facts.read(SESSIONS, [facts.cycleId]);
  return [
    ...people.filter(({ settled, unscored }) => settled !== 1 || unscored > 0).map(({ id, settled }) => violation(`review ${id} was settled by ${settled} sessions`)),
    ...sessions.filter(({ unrated, notRated }) => unrated !== notRated).map(({ id, heads, rated, unrated, deferred, notRated }) => violation(`session ${id}: ${heads} heads, ${rated} with a band, ${deferred} deferred, ${unrated} without, of whom ${notRated} not rated`)),
    ...shown(facts).flatMap((page) => [...faultsOfPage(page)].map(violation)),
  ];
}
