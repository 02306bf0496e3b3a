import type { RiskBody } from '@fairmark/contracts/risks';
import { startSet } from '@fairmark/domain/risks';
import { sql, type Executor } from '../database/index.js';

const ruleOf = (body: Pick<RiskBody, 'warning'>): string | null => body.warning && JSON.stringify(body.warning);

/** Adds a risk. Answers its id. */
export async function addRisk(tx: Executor, rolloutId: string, body: RiskBody): Promise<string> {
  const row = await tx.one(sql<{ id: string }>`
    insert into risks (rollout_id, title, category, probability, impact, owner_id, response, review_on, warning, state)
    values (${rolloutId}, ${body.title}, ${body.category}, ${body.probability}, ${body.impact}, ${body.ownerId}, ${body.response}, ${body.reviewOn}, ${ruleOf(body)}::jsonb, ${body.state}) returning id`);
  return (row as { id: string }).id;
}

/** Adds those of the start set that the rollout does not have yet. Answers how many. */
export async function addStartSet(tx: Executor, rolloutId: string, ownerId: string, reviewOn: string): Promise<number> {
  let added = 0;
  for (const risk of startSet) {
    const row = await tx.one(sql`
      insert into risks (rollout_id, start_key, title, category, probability, impact, owner_id, response, review_on, warning)
      values (${rolloutId}, ${risk.key}, ${risk.title}, ${risk.category}, ${risk.probability}, ${risk.impact}, ${ownerId}, ${risk.response}, ${reviewOn}, ${ruleOf(risk)}::jsonb) on conflict do nothing returning id`);
    if (row) added += 1;
  }
  return added;
}

/** Replaces what a risk says. Another rule is read anew: what showed by the old one no longer does. False when the rollout has no such risk. */
export async function changeRisk(tx: Executor, rolloutId: string, id: string, body: RiskBody): Promise<boolean> {
  const row = await tx.one(sql`
    update risks set title = ${body.title}, category = ${body.category}, probability = ${body.probability}, impact = ${body.impact}, owner_id = ${body.ownerId}, response = ${body.response}, review_on = ${body.reviewOn}, state = ${body.state},
      triggered_since = case when warning is not distinct from ${ruleOf(body)}::jsonb and ${body.state} = 'open' then triggered_since end, warning = ${ruleOf(body)}::jsonb
    where id = ${id} and rollout_id = ${rolloutId} returning id`);
  return row !== undefined;
}
