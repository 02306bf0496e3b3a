import type { CreateBenefit, EnterReading } from '@fairmark/contracts/benefits';
import { appendAudit } from '../audit/index.js';
import { sql, type Executor } from '../database/index.js';
import { readMeasure } from '../rollouts/index.js';

export type NewBenefit = CreateBenefit & { rolloutId: string };

interface Act {
  by: string;
  at: string;
}

const chainOf = (rolloutId: string): string => `benefits/${rolloutId}`;

/** Writes a promise down with the value from which it counts: given, or read live now. Undefined when the rollout has one of this title. */
export async function insertBenefit(tx: Executor, { rolloutId, title, titleEn, kind, change, promisedOn, ownerId, measure, baseline }: NewBenefit, { by, at }: Act): Promise<string | undefined> {
  const start = baseline ?? (measure ? (await readMeasure(tx, measure, { of: 'rollout', rolloutId }, at)).value : null);
  const row = await tx.one(sql<{ id: string }>`
    insert into benefits (rollout_id, title, title_en, kind, change, promised_on, owner_id, measure, baseline, created_by, created_at)
    values (${rolloutId}, ${title}, ${titleEn ?? null}, ${kind}, ${change}, ${promisedOn}, ${ownerId}, ${measure ?? null}, ${start}::numeric, ${by}, ${at}) on conflict (rollout_id, title) do nothing returning id`);
  if (row) await appendAudit(tx, chainOf(rolloutId), { actorId: by }, at, [{ action: 'benefit.promised', object: row.id, after: { kind, change, promisedOn, ownerId, measure: measure ?? null, baseline: start } }]);
  return row?.id;
}

/** A value that somebody read elsewhere; the first one is the start when none was written down. False when the rollout has no such benefit. */
export async function enterReading(tx: Executor, { rolloutId, benefitId }: { rolloutId: string; benefitId: string }, { value, readOn, sampleSize, source }: EnterReading, { by, at }: Act): Promise<boolean> {
  const found = await tx.run(sql`update benefits set baseline = coalesce(baseline, ${value}::numeric) where id = ${benefitId} and rollout_id = ${rolloutId}`);
  if (found === 0) return false;
  await tx.run(sql`insert into benefit_readings (benefit_id, value, read_on, sample_size, source, entered_by, created_at) values (${benefitId}, ${value}, ${readOn}, ${sampleSize}, ${source}, ${by}, ${at})`);
  await appendAudit(tx, chainOf(rolloutId), { actorId: by }, at, [{ action: 'benefit.read', object: benefitId, after: { value, readOn, sampleSize, source } }]);
  return true;
}
