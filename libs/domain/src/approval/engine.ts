import { Submission, type ApprovalDefinition, type ApprovalEvent, type SubmissionInput } from '@fairmark/contracts/approvals';
import { ApprovalErrors } from '@fairmark/contracts/errors';
import { addPeople, removeAdded } from './adding.js';
import { decide, resubmit } from './decide.js';
import { markRead, withdraw } from './ending.js';
import { consult, giveOpinion, reassign, transfer } from './handing.js';
import { handOver, moveOn, organisationChanged } from './leaving.js';
import { returnCase } from './returns.js';
import { guarded, newRun, Refusal, type ApprovalResult, type Run } from './run.js';
import { emptyState, submit } from './submit.js';
import { takeBack } from './takeBack.js';
import { timeOut } from './timeout.js';
import { upgradeState, type StoredState } from './upgrade.js';

/**
 * Starts a case: enters the first nodes that apply. Refuses an invalid definition (`APPROVAL.INVALID_DEFINITION`), values that do not fit the form
 * (`APPROVAL.FIELDS`), too few or too many chosen people (`APPROVAL.CHOSEN`), and a case in which not even the process administrator could act
 * (`APPROVAL.NO_OWNER`).
 */
export function startInstance(definition: ApprovalDefinition, input: SubmissionInput): ApprovalResult {
  const submission = Submission.parse(input);
  const run = newRun(definition, emptyState(definition, submission), submission.at);
  return guarded(run, () => submit(run));
}

/** Applies one event to a copy of the state. A refusal changes nothing; the same state and event always give the same answer. States of earlier releases go on. */
export function apply(definition: ApprovalDefinition, state: StoredState, event: ApprovalEvent): ApprovalResult {
  const run = newRun(definition, upgradeState(state), event.at, event);
  return guarded(run, () => {
    if (definition.id !== state.definitionId || definition.version !== state.definitionVersion) throw new Refusal(ApprovalErrors.wrongDefinition);
    if (event.resolution) run.state.resolution = event.resolution;
    operate(run, event);
    moveOn(run, event.type === 'organisationChanged' && event.follow === true);
  });
}

/** Replays accepted events from the submission; stops at the first refusal. */
export function replay(definition: ApprovalDefinition, submission: SubmissionInput, events: readonly ApprovalEvent[]): ApprovalResult {
  let result = startInstance(definition, submission);
  for (const event of events) {
    if (!result.ok) return result;
    result = apply(definition, result.state, event);
  }
  return result;
}

const operators: { [T in ApprovalEvent['type']]: (run: Run, event: Extract<ApprovalEvent, { type: T }>) => void } = {
  approve: decide, reject: decide, return: returnCase, resubmit, timeout: timeOut, reassign, organisationChanged,
  addBefore: addPeople, addAfter: addPeople, addBeside: addPeople, removeAdded, transfer, consult, opinion: giveOpinion, handOver, withdraw, takeBack, read: markRead,
};

function operate(run: Run, event: ApprovalEvent): void {
  (operators[event.type] as (run: Run, event: ApprovalEvent) => void)(run, event);
}
