import { Submission, type ApprovalDefinition, type ApprovalEvent, type SubmissionInput } from '@fairmark/contracts/approvals';
import { ApprovalErrors } from '@fairmark/contracts/errors';
import { assertNever } from '../common/index.js';
import { decide, resubmit, returnCase } from './decide.js';
import { moveOn, reassign } from './people.js';
import { guarded, Refusal, type ApprovalResult, type Run } from './run.js';
import type { ApprovalState } from './state.js';
import { timeOut } from './timeout.js';
import { validateDefinition } from './validate.js';
import { advance } from './visits.js';

/**
 * Starts a case: enters the first node that applies. Refuses an invalid definition (`APPROVAL.INVALID_DEFINITION`) and a case in which
 * not even the process administrator could act (`APPROVAL.NO_OWNER`).
 */
export function startInstance(definition: ApprovalDefinition, input: SubmissionInput): ApprovalResult {
  const { at, ...submission } = structuredClone(Submission.parse(input));
  const state: ApprovalState = {
    ...{ definitionId: definition.id, definitionVersion: definition.version, status: 'running', visits: [], submissions: 1 },
    ...submission,
    startedAt: at,
    endedAt: null,
  };
  const run: Run = { definition, state, effects: [], at };
  return guarded(run, () => {
    const errors = validateDefinition(definition).filter((finding) => finding.severity === 'error');
    if (errors.length > 0) throw new Refusal(ApprovalErrors.invalidDefinition, { codes: errors.map((e) => e.code) });
    advance(run);
  });
}

/** Applies one event to a copy of the state. A refusal changes nothing; the same state and event always give the same answer. */
export function apply(definition: ApprovalDefinition, state: ApprovalState, event: ApprovalEvent): ApprovalResult {
  const run: Run = { definition, state: structuredClone(state), effects: [], at: event.at };
  return guarded(run, () => {
    if (definition.id !== state.definitionId || definition.version !== state.definitionVersion) throw new Refusal(ApprovalErrors.wrongDefinition);
    if (event.resolution) run.state.resolution = structuredClone(event.resolution);
    operate(run, event);
    if (event.resolution) moveOn(run, event.type === 'organisationChanged' && event.follow === true);
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

function operate(run: Run, event: ApprovalEvent): void {
  switch (event.type) {
    case 'approve':
    case 'reject':
      return decide(run, event);
    case 'return':
      return returnCase(run, event);
    case 'resubmit':
      return resubmit(run, event);
    case 'timeout':
      return timeOut(run, event);
    case 'reassign':
      return reassign(run, event);
    case 'organisationChanged':
      if (run.state.status === 'running' || run.state.status === 'returned') return;
      throw new Refusal(ApprovalErrors.notRunning, { status: run.state.status });
    default:
      return assertNever(event);
  }
}
