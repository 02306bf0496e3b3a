import type { TFunction } from 'i18next';
import type { Problem } from '../api/problem.js';
import { showInstant } from './format.js';
import { personName, type PersonLike } from './PersonName.js';

const isPerson = (value: unknown): value is PersonLike => typeof value === 'object' && value !== null && 'name' in value;

/** The sentence for a code, in the reader's language. A conflict names who acted first and when, the end of a substitution whom to ask now. */
export function problemText(t: TFunction, { code, body }: Problem): string {
  const details = body.details ?? {};
  if (code === 'VISIT.ALREADY_DECIDED' && isPerson(details['decidedBy'])) {
    const outcome = t(`steps:outcome.${String(details['outcome'])}`, { defaultValue: t('steps:outcome.decided') });
    return t('common:conflict.alreadyDecided', { name: personName(details['decidedBy']), at: showInstant(String(details['decidedAt'])), outcome });
  }
  const heldBy = Array.isArray(details['heldBy']) ? details['heldBy'].filter(isPerson) : [];
  if (code === 'DELEGATION.ENDED' && heldBy.length > 0) return t('common:conflict.delegationEnded', { names: heldBy.map(personName).join(t('common:listSeparator')) });
  return t(`problems:${code}`, { ...details, defaultValue: t('problems:unknown', { code }) });
}
