import type { RolloutSettings } from '@fairmark/contracts/rollouts';
import { localDateOf } from '@fairmark/domain/calendar';
import { relationsTo } from '@fairmark/persistence/access';
import { calendarOf } from '@fairmark/persistence/calendar';
import { rolloutById, type RolloutRow } from '@fairmark/persistence/rollouts';
import type { DecisionContext, ProcessContext } from '../processes/index.js';

/** A rollout with its settings and the day it is for the company. */
export interface RolloutState {
  rollout: RolloutRow;
  settings: RolloutSettings;
  today: string;
  zone: string;
}

export async function stateOf({ tx, process, now }: ProcessContext): Promise<RolloutState> {
  const rollout = await rolloutById(tx, process.refId);
  const { zone } = await calendarOf(tx, null);
  return { rollout, settings: rollout.settings as RolloutSettings, today: localDateOf(now, zone), zone };
}

/** Lets one of these relations act on the rollout as a whole. */
export const oneOf =
  (...allowed: readonly ('leadOf' | 'sponsorOf' | 'teamOf' | 'hr')[]) =>
  async ({ tx, actorId, process }: DecisionContext): Promise<boolean> => {
    const { relations } = await relationsTo(tx, actorId, 'rollout', process.refId);
    return allowed.some((relation) => relations.has(relation));
  };
