import type { RiskView } from '@fairmark/contracts/risks';
import { sql, type Executor } from '../database/index.js';

/** The register of a rollout: what is open before what is closed, what shows before what does not, then by grade. */
export const risksOf = (read: Executor, rolloutId: string): Promise<RiskView[]> =>
  read.all(sql<RiskView>`
    select r.id, r.title, r.category, r.probability, r.impact, r.probability * r.impact as grade, jsonb_build_object('id', e.id, 'name', e.name, 'nameEn', e.name_en) as owner, r.response, r.review_on::text as "reviewOn", r.warning,
      r.triggered_since as "triggeredSince", r.state
    from risks r join employees e on e.id = r.owner_id where r.rollout_id = ${rolloutId} order by r.state desc, r.triggered_since is null, grade desc, r.id limit 500`);
