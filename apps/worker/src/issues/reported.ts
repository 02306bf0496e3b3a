import { issueForAnswer } from '@fairmark/persistence/issues';
import { rolloutById } from '@fairmark/persistence/rollouts';
import type { Transition } from '@fairmark/domain/process';
import type { EventContext } from '../processes/index.js';

/** Working days from the report to the answer. An anonymous report is handed over on the following day, which is the first of the three. */
const DAYS = { named: 3, anonymous: 2 } as const;

/** Asks the lead for an answer within three working days of the report. */
export async function issueReported({ tx, process, body }: EventContext): Promise<Transition | null> {
  const issueId = String(body['issueId']);
  const issue = await issueForAnswer(tx, issueId);
  if (!issue) return null;
  const { leadId } = await rolloutById(tx, process.refId);
  const n = issue.reporterId ? DAYS.named : DAYS.anonymous;
  return {
    outcome: 'asked', audit: [{ action: 'issue.asked', object: issueId }],
    open: [{ step: 'issueAnswer', assignees: [{ employeeId: leadId, why: 'rolloutLead' }], subjectId: null, deadline: { duration: { n, unit: 'workingDay' } }, timeout: 'remind', payload: { issueId } }],
  };
}
