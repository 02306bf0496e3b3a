import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { at, insert, sha256, type FinishedCycle } from './finishedCycle.js';

export interface Decision {
  actorId: string;
  action: string;
  workflowId: string;
  visitId: string;
  key: string;
  outcome: string;
}

interface Step {
  step: string;
  minute: number;
  subject: string | null;
  outcome: string;
  by?: string;
  action?: string;
}

/** Writes visits of a process with the commands that ended them. */
async function visits(client: pg.Client, workflowId: string, kind: string, refId: string, outcome: string, steps: Step[]): Promise<Decision[]> {
  await insert(client, 'processes', { workflow_id: workflowId, kind, ref_id: refId, step: 'closed', state: 'closed', outcome, closed_at: at(59) });
  const decisions: Decision[] = [];
  for (const { step, minute, subject, outcome: ended, by = null, action } of steps) {
    const visitId = randomUUID();
    const no = (await client.query('select count(*)::int + 1 as no from visits where workflow_id = $1 and step = $2', [workflowId, step])).rows[0].no;
    await insert(client, 'visits', { id: visitId, workflow_id: workflowId, step, no, state: 'closed', subject_id: subject, opened_at: at(minute), outcome: ended, closed_at: at(minute + 1), closed_by: by });
    if (by && action) decisions.push(await command(client, { actorId: by, action, workflowId, visitId, key: randomUUID(), outcome: ended }));
  }
  return decisions;
}

/** The record of a decision, under the id of its update. */
export async function command(client: pg.Client, decision: Decision): Promise<Decision> {
  const { actorId, action, workflowId, visitId, key, outcome } = decision;
  await insert(client, 'commands', {
    update_id: updateIdOf(decision), workflow_id: workflowId, visit_id: visitId, actor_id: actorId, action, idempotency_key: key, body: {}, body_hash: 'x', received_at: at(1), state: 'applied',
    answer: { status: 'applied', outcome, details: {} }, applied_at: at(1), confirmed_at: at(1),
  });
  return decision;
}

export const updateIdOf = ({ actorId, action, workflowId, visitId, key }: Decision): string => sha256(JSON.stringify([actorId, action, workflowId, visitId, key]));

const toResult = (subject: string, manager: string): Step[] => [
  { step: 'goalProposal', minute: 1, subject, outcome: 'submitted', by: subject, action: 'submit' }, { step: 'goalApproval', minute: 3, subject, outcome: 'approved', by: manager, action: 'approve' },
  { step: 'period', minute: 5, subject, outcome: 'periodEnded' }, { step: 'selfReview', minute: 7, subject, outcome: 'notSubmitted' }, { step: 'scoring', minute: 9, subject, outcome: 'scored', by: manager, action: 'submit' },
  { step: 'calibration', minute: 11, subject, outcome: 'signedOff' }, { step: 'publication', minute: 20, subject, outcome: 'published' },
];

/** Everything that happened in the cycle, from the goals to the adjusted appeal. */
export async function insertCourse(client: pg.Client, { cycleId, boss, manager, appellant, colleague, panel, reviews, sessionId, appealId }: FinishedCycle): Promise<Decision[]> {
  const session = `calibration/${sessionId}`;
  const appeal = `appeal/${appealId}`;
  const decisions = [
    ...(await visits(client, `cycle/${cycleId}`, 'cycle', cycleId, 'closed', [])),
    ...(await visits(client, reviews.colleague.workflowId, 'review', reviews.colleague.id, 'closed', [...toResult(colleague, manager), { step: 'acknowledgement', minute: 31, subject: colleague, outcome: 'deemedAccepted' }])),
    ...(await visits(client, reviews.appellant.workflowId, 'review', reviews.appellant.id, 'closed', [
      ...toResult(appellant, manager), { step: 'acknowledgement', minute: 31, subject: appellant, outcome: 'appealed', by: appellant, action: 'appeal' }, { step: 'appeal', minute: 33, subject: appellant, outcome: 'decided' },
    ])),
    ...(await visits(client, session, 'calibration', sessionId, 'signedOff', [{ step: 'deliberation', minute: 12, subject: null, outcome: 'signOffRequested', by: boss, action: 'requestSignOff' }])),
  ];
  const [speaker] = panel;
  const ballot = [{ by: speaker, action: 'propose', outcome: 'proposed' }, ...panel.map((by) => ({ by, action: 'vote', outcome: 'voted' }))];
  decisions.push(...(await visits(client, appeal, 'appeal', appealId, 'adjusted', ballot.map(({ by, action, outcome }) => ({ step: 'vote', minute: 35, subject: appellant, outcome, by, action })))));
  return decisions;
}
