import type { RolloutView } from '@fairmark/contracts/rollouts';
import { useSession } from '../identity/session.js';
import { BenefitsCard } from './BenefitsCard.js';

/** Promised effects on the board: the lead and HR write, the API decides again. */
export function BenefitsTab({ rollout }: { rollout: RolloutView }) {
  const session = useSession().data;
  const mayWrite = session?.person.id === rollout.lead.id || (session?.roles.some(({ role }) => role === 'hr') ?? false);
  return <BenefitsCard rolloutId={rollout.id} mayWrite={mayWrite} />;
}
