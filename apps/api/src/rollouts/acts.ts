import type { Relation } from '@fairmark/domain/access';
import type { BoardRow } from '@fairmark/persistence/rollouts';

/** Acts on the whole rollout by who may take them; the worker decides again, with the state of that moment. */
const ACTS: Readonly<Record<string, readonly Relation[]>> = {
  replan: ['leadOf', 'hr'], skip: ['leadOf', 'hr'], recordDeliverable: ['leadOf', 'teamOf'], acceptDeliverable: ['sponsorOf', 'hr'], requestPlanReview: ['leadOf'], requestGate: ['leadOf'], hold: ['leadOf', 'sponsorOf', 'hr'],
  resume: ['leadOf', 'sponsorOf', 'hr'], startPilot: ['leadOf'], grantPilot: ['sponsorOf'], startWave: ['leadOf'],
};

/** Acts that make sense as the rollout stands, offered to who reads it. */
export function actsOf({ state, phase, gates }: BoardRow, relations: ReadonlySet<Relation>): string[] {
  if (state === 'closed') return [];
  return Object.entries(ACTS).flatMap(([act, allowed]) => (allowed.some((relation) => relations.has(relation)) && fits(act, state, phase, gates.some((gate) => gate.state === 'open')) ? [act] : []));
}

function fits(act: string, state: BoardRow['state'], phase: BoardRow['phase'], gateOpen: boolean): boolean {
  if (act === 'resume') return state === 'held';
  if (state === 'held') return false;
  switch (act) {
    case 'requestPlanReview': return phase === 'design';
    case 'requestGate': return phase !== 'optimise' && !gateOpen;
    case 'hold': return !gateOpen;
    case 'startPilot': case 'grantPilot': return phase === 'pilot';
    case 'startWave': return phase === 'rollout';
    default: return true;
  }
}
