import type { WaveSettings } from '@fairmark/contracts/waves';
import { meets } from '../rollouts/measures/index.js';

/** What the start of a wave is judged by. Shares are exact decimals as text, null where there is nothing to read them from. */
export interface WaveFacts {
  trainedManagers: string | null;
  trainedOperators: string | null;
  openConditions: number;
  held: boolean;
  hasVersion: boolean;
}

/** A condition that does not hold: what it reads and what it needs. */
export interface MissingCondition {
  key: 'trainedManagers' | 'trainedOperators' | 'openConditions' | 'held' | 'planVersion';
  value: string | null;
  min: string | null;
}

/** Everything that still keeps a wave from starting: enough managers and operators passed basic training, conditions of gates are closed, the rollout is not held and works on a version. Empty when it may start. */
export function missingConditions(facts: WaveFacts, settings: WaveSettings): MissingCondition[] {
  const missing: MissingCondition[] = [];
  for (const [key, min] of [['trainedManagers', settings.trainedManagersMin], ['trainedOperators', settings.trainedOperatorsMin]] as const)
    if (meets(facts[key], { min }) !== true) missing.push({ key, value: facts[key], min });
  if (facts.openConditions > 0) missing.push({ key: 'openConditions', value: String(facts.openConditions), min: null });
  if (facts.held) missing.push({ key: 'held', value: null, min: null });
  if (!facts.hasVersion) missing.push({ key: 'planVersion', value: null, min: null });
  return missing;
}
