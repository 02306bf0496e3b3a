import type { WarningRule } from '@fairmark/contracts/risks';
import { nextTrigger } from '@fairmark/domain/risks';
import { sql, type Executor } from '../database/index.js';
import { notifyAll } from '../process/notify.js';
import { readMeasure } from '../rollouts/index.js';

interface Watched {
  id: string;
  rolloutId: string;
  ownerId: string;
  warning: WarningRule;
  since: string | null;
}

/** Reads the measures of all early warnings of rollouts that run, writes since when each shows, and tells the owner when one begins to. Answers how many changed. */
export async function watchRisks(tx: Executor, now: string): Promise<number> {
  const watched = await tx.all(sql<Watched>`
    select k.id, k.rollout_id as "rolloutId", k.owner_id as "ownerId", k.warning, k.triggered_since as since from risks k join rollouts r on r.id = k.rollout_id and r.state <> 'closed'
    where k.state = 'open' and k.warning is not null order by k.id for update of k skip locked`);
  let changed = 0;
  for (const { id, rolloutId, ownerId, warning, since } of watched) {
    const { value } = await readMeasure(tx, warning.measure, { of: 'rollout', rolloutId }, now);
    const next = nextTrigger(warning, value, since, now);
    if (next === since) continue;
    changed += 1;
    await tx.run(sql`update risks set triggered_since = ${next} where id = ${id}`);
    if (next) await notifyAll(tx, [{ employeeId: ownerId, kind: 'risk.triggered', link: `/rollouts/${rolloutId}` }]);
  }
  return changed;
}
