import { workflowId } from '@fairmark/contracts/process';
import { localDateOf } from '@fairmark/domain/calendar';
import { quartersDue, quarterStart } from '@fairmark/domain/pdca';
import type { Transition } from '@fairmark/domain/process';
import { calendarOf } from '@fairmark/persistence/calendar';
import { insertQuarter, quartersOf } from '@fairmark/persistence/pdca';
import type { RolloutRow } from '@fairmark/persistence/rollouts';
import type { ProcessContext } from '../processes/index.js';
import { startChild } from '../rollouts/children.js';

/**
 * For tests of quarters alone (in the product the rollout starts them one after the other): starts every quarter that should have begun and has no row: one a quarter, after a downtime all that were missed, in their order. Whoever asks twice starts nothing twice.
 * @param since first day on which quarters come, the day on which the rollout entered its last phase
 */
export async function startDueQuarters({ tx, now }: ProcessContext, rollout: RolloutRow, since: string): Promise<Required<Pick<Transition, 'start' | 'audit'>>> {
  const { zone } = await calendarOf(tx, rollout.leadId);
  const existing = (await quartersOf(tx, rollout.id)).map(({ quarter }) => quarter);
  const start: Required<Transition>['start'] = [];
  for (const quarter of quartersDue(since, localDateOf(now, zone), existing)) {
    const id = await insertQuarter(tx, { rolloutId: rollout.id, quarter, startsOn: quarterStart(quarter), workflowId: workflowId.pdcaQuarter(rollout.id, quarter) }, now);
    if (id) start.push(startChild('pdcaQuarter', { id, workflowId: workflowId.pdcaQuarter(rollout.id, quarter) }));
  }
  return { start, audit: start.map(({ refId, workflowId: key }) => ({ action: 'pdcaQuarter.started', object: refId, after: { workflowId: key } })) };
}
