import type { Relation } from '@fairmark/domain/access';
import type { BoardRow } from '@fairmark/persistence/rollouts';

/** Acts on the whole rollout by who may take them; the worker decides again, with the state of that moment. */
const ACTS: Readonly<Record<string, readonly Relation[]>> = {
  replan: ['leadOf', 'hr'], skip: ['leadOf', 'hr'], recordDeliverable: ['leadOf', 'teamOf'], acceptDeliverable: ['sponsorOf', 'hr'], requestPlanReview: ['leadOf'], requestGate: ['leadOf'], hold: ['leadOf', 'sponsorOf', 'hr'],
  resume: ['leadOf', 'sponsorOf', 'hr'], startPilot: ['leadOf'], grantPilot: ['sponsorOf'], startWave: ['leadOf'], usePlanVersion: ['leadOf', 'hr'],
};

/** Acts that make sense as the rollout stands, offered to who reads it. */
export function actsOf({ state, phase, gates, children }: BoardRow, relations: ReadonlySet<Relation>): string[] {
  if (state === 'closed') return [];
  const open = { gate: gates.some((gate) => gate.state === 'open'), pilot: children.some((child) => child.kind === 'pilot' && child.state !== 'closed') };
  return Object.entries(ACTS).flatMap(([act, allowed]) => (allowed.some((relation) => relations.has(relation)) && fits(act, state, phase, open) ? [act] : []));
}

function fits(act: string, state: BoardRow['state'], phase: BoardRow['phase'], open: { gate: boolean; pilot: boolean }): boolean {
  if (act === 'resume') return state === 'held';
  if (state === 'held') return false;
  switch (act) {
    case 'requestPlanReview': return phase === 'design';
    case 'requestGate': return phase !== 'optimise' && !open.gate;
    case 'hold': return !open.gate;
    case 'startPilot': case 'grantPilot': return phase === 'pilot';
    case 'usePlanVersion': return phase !== 'optimise' && !open.gate && !open.pilot;
    case 'startWave': return phase === 'rollout';
    default: return true;
  }
}
