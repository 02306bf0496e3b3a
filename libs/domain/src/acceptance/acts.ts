import { AcceptanceErrors, type AcceptanceError } from '@fairmark/contracts/errors';
import type { AcceptanceView } from '@fairmark/contracts/reviews';

export type AcceptanceAct = AcceptanceView['nextActs'][number];

/**
 * Why the person may not do this now; null when they may. `view` is the state at the instant at which the API received the
 * request: that instant decides whether it was in time. `appealUsed`: an appeal was filed before and is over.
 */
export function acceptanceRefusal(view: AcceptanceView, act: AcceptanceAct, appealUsed = false): AcceptanceError | null {
  if (view.nextActs.includes(act)) return null;
  if (view.status === 'unpublished') return AcceptanceErrors.notPublished;
  if (act === 'seen') return AcceptanceErrors.alreadyDone;
  if (view.status === 'final') return AcceptanceErrors.windowClosed;
  if (view.status === 'appealed') return AcceptanceErrors.appealed;
  if (act === 'revoke') return AcceptanceErrors.nothingToRevoke;
  if (act === 'accept2') return view.status === 'accepted' ? AcceptanceErrors.alreadyDone : AcceptanceErrors.confirmTwice;
  if (act === 'accept1') return AcceptanceErrors.alreadyDone;
  return appealUsed ? AcceptanceErrors.appealUsed : AcceptanceErrors.revokeFirst;
}
