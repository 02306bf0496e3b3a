import type { ApprovalEntry } from '@fairmark/contracts/approvals';
import type { TFunction } from 'i18next';
import { personName, type PersonLike } from '../../ui/PersonName.js';

/** Who acted; with a substitute "B for A". */
export function actorText(t: TFunction<'approvals'>, actor: PersonLike | null, onBehalfOf: PersonLike | null): string {
  if (!actor) return t('entry.system');
  return onBehalfOf ? t('entry.for', { name: personName(actor), holder: personName(onBehalfOf) }) : personName(actor);
}

/** One line of the timeline as a sentence. */
export function entryText(t: TFunction<'approvals'>, entry: ApprovalEntry, title: (nodeId: string) => string): string {
  // Of a hand-over the record names from whom and to whom.
  const people = entry.people.map(personName).join(entry.what === 'handOver' || entry.what === 'reassign' ? ' → ' : t('common:listSeparator'));
  const actor = actorText(t, entry.actor, entry.onBehalfOf);
  if (entry.what === 'return') return t('entry.return', { actor, to: returnedTo(t, entry.details['to'], title), then: t(entry.details['then'] === 'straightBack' ? 'return.straightBack' : 'return.rerun') });
  if (entry.what === 'timeout') return t('entry.timeout', { what: timeoutOf(t, entry.details) });
  return t(`entry.what.${entry.what}`, { actor, people, defaultValue: t('entry.other', { actor, what: entry.what }) });
}

function returnedTo(t: TFunction<'approvals'>, to: unknown, title: (nodeId: string) => string): string {
  const nodeId = typeof to === 'object' && to !== null && 'nodeId' in to ? String(to.nodeId) : typeof to === 'string' && to !== 'submitter' ? to : null;
  return nodeId ? title(nodeId) : t('return.submitter');
}

/** What the policy did at the deadline: who was told, or the decision that it stands for. */
function timeoutOf(t: TFunction<'approvals'>, { notified, status }: Record<string, unknown>): string {
  const told = Array.isArray(notified) ? notified.map(String) : [];
  if (told.includes('escalated')) return t('timeout.escalate');
  if (told.includes('handedToHr')) return t('timeout.handToHr');
  if (told.includes('overdue')) return t('timeout.remind');
  if (told.includes('opinionExpired')) return t('entry.opinionExpired');
  return status === 'approved' || status === 'rejected' ? t(`timeoutText.default.${status === 'approved' ? 'approve' : 'reject'}`) : t('entry.passed');
}
