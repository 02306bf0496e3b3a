import type { ComparedEffect, DecideEffect, ExpectedEffect, ProposeAdjustment, TouchedItem } from '@fairmark/contracts/pdca';
import type { Reading } from '@fairmark/contracts/rollouts';
import { sql, type Executor } from '../database/index.js';

/** A row of `adjustments`. */
export interface AdjustmentRow {
  id: string;
  touches: TouchedItem[];
  expected: ExpectedEffect;
  state: 'proposed' | 'dropped' | 'tracking' | 'kept' | 'reverted';
  baseline: Reading | null;
  compared: ComparedEffect | null;
  extensions: number;
}

/** Adjustments of a quarter in the order in which they were proposed. */
export async function adjustmentsOf(read: Executor, quarterId: string): Promise<AdjustmentRow[]> {
  return read.all(sql<AdjustmentRow>`select id, touches, expected, state, baseline, compared, extensions from adjustments where quarter_id = ${quarterId} order by id`);
}

interface Proposal extends Omit<ProposeAdjustment, 'expected'> {
  rolloutId: string;
  quarterId: string;
  expected: ExpectedEffect;
  by: string;
  now: string;
}

export async function insertAdjustment(tx: Executor, { rolloutId, quarterId, title, reason, touches, expected, by, now }: Proposal): Promise<string> {
  const row = await tx.one(sql<{ id: string }>`
    insert into adjustments (rollout_id, quarter_id, title, reason, touches, expected, proposed_by, proposed_at)
    values (${rolloutId}, ${quarterId}, ${title}, ${reason}, ${JSON.stringify(touches)}::jsonb, ${JSON.stringify(expected)}::jsonb, ${by}, ${now}) returning id`);
  return (row as { id: string }).id;
}

/** Takes a proposal off the list; false when it is none any more. */
export async function dropAdjustment(tx: Executor, quarterId: string, { id, reason, by, now }: { id: string; reason: string; by: string; now: string }): Promise<boolean> {
  return (await tx.run(sql`
    update adjustments set state = 'dropped', decision_reason = ${reason}, decided_by = ${by}, decided_at = ${now} where id = ${id} and quarter_id = ${quarterId} and state = 'proposed'`)) > 0;
}

/** A version carries it out: from its baseline on the effect is followed. */
export async function startTracking(tx: Executor, id: string, baseline: Reading): Promise<void> {
  await tx.run(sql`update adjustments set state = 'tracking', baseline = ${JSON.stringify(baseline)}::jsonb where id = ${id} and state = 'proposed'`);
}

export async function storeComparison(tx: Executor, id: string, compared: ComparedEffect): Promise<void> {
  await tx.run(sql`update adjustments set compared = ${JSON.stringify(compared)}::jsonb where id = ${id} and state = 'tracking'`);
}

const stateAfter = { keep: 'kept', revert: 'reverted', extend: 'tracking' } as const;

/** Keeps, reverts or goes on following. */
export async function decideAdjustment(tx: Executor, { adjustmentId, decision, reason }: DecideEffect['decisions'][number], by: string, now: string): Promise<void> {
  await tx.run(sql`
    update adjustments set state = ${stateAfter[decision]}, decision = ${decision}, decision_reason = ${reason}, decided_by = ${by}, decided_at = ${now}, extensions = extensions + ${decision === 'extend' ? 1 : 0}
    where id = ${adjustmentId} and state = 'tracking'`);
}
