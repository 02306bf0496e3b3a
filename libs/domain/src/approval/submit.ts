import type { ApprovalDefinition, Submission } from '@fairmark/contracts/approvals';
import { ApprovalErrors } from '@fairmark/contracts/errors';
import { setCase } from './change.js';
import { assertFields } from './fields.js';
import { advance, onTheWay } from './flow.js';
import { isKnownInactive, partiesOf } from './parties.js';
import { Refusal, type Run } from './run.js';
import type { ApprovalState } from './state.js';
import { stepsOf } from './tree.js';
import { validateDefinition } from './validate.js';

/** The state before anything has happened. */
export function emptyState(definition: ApprovalDefinition, { at, ...submission }: Submission): ApprovalState {
  return {
    ...{ definitionId: definition.id, definitionVersion: definition.version, status: 'running', visits: [], submissions: 1, handedOver: {}, follow: false, record: [] },
    ...submission,
    startedAt: at,
    endedAt: null,
  };
}

const usable = new WeakSet<ApprovalDefinition>();

/** Checks what is submitted and enters the first nodes. */
export function submit(run: Run): void {
  const { definition, state } = run;
  if (!usable.has(definition)) {
    const errors = validateDefinition(definition).filter((finding) => finding.severity === 'error');
    if (errors.length > 0) throw new Refusal(ApprovalErrors.invalidDefinition, { codes: errors.map((finding) => finding.code) });
    usable.add(definition);
  }
  assertFields(definition, state.fields);
  assertChosen(run);
  setCase(run, 'running', null);
  advance(run);
}

/** Every node on the way whose people the submitter chooses has as many as it needs, all of whom can act. */
export function assertChosen(run: Run): void {
  const { definition, state } = run;
  for (const { id, approvers } of stepsOf(definition)) {
    const source = approvers.find((one) => one.type === 'submitterChooses');
    if (source?.type !== 'submitterChooses' || !onTheWay(run, id)) continue;
    const people = [...new Set(state.chosen[id])];
    if (people.length < source.min || people.length > source.max) throw new Refusal(ApprovalErrors.chosen, { nodeId: id, min: source.min, max: source.max });
    const refused = people.find((personId) => partiesOf(run).has(personId) || isKnownInactive(state, personId));
    if (refused !== undefined) throw new Refusal(ApprovalErrors.chosen, { nodeId: id, personId: refused });
  }
}
