import type { ApprovalDefinition, Resolution, SubmissionInput } from '@fairmark/contracts/approvals';
import { AT } from '../testing.js';
import { leafNodes, sourcesOf, stepsOf } from '../tree.js';
import type { Draws } from './draws.js';

/** `s` is the subject, `h` is HR, `z` administers and never leaves. */
export const PEOPLE = ['a', 'b', 'c', 'd', 'e', 'f', 's', 'h', 'z'];

/** People for every node of the definition. Somebody is active or not in the whole organisation at once. */
export function drawOrganisation(draws: Draws, definition: ApprovalDefinition): Resolution {
  const gone = new Set(draws.once(3) ? draws.some(PEOPLE.slice(0, 8), 3) : []);
  const list = (ids: readonly string[]) => ids.map((personId) => ({ personId, active: !gone.has(personId) }));
  const up = [draws.some(PEOPLE, 3), draws.some(PEOPLE, 3)];
  const seat = () => list([draws.of(PEOPLE), ...draws.some(PEOPLE, 2)].slice(draws.once(6) ? 3 : 0));
  return {
    nodes: Object.fromEntries(leafNodes(definition).map((node) => [node.id, { approvers: sourcesOf(node).map(seat), fallback: draws.once(2) ? [list(draws.some(PEOPLE, 2))] : [] }])),
    managersUpwards: Object.fromEntries(PEOPLE.map((id, i) => [id, list((up[i % 2] ?? []).filter((one) => one !== id))])),
    hr: list(['h']),
    administrators: list(['h', 'z']),
  };
}

/** What is submitted: the subject is always somebody else's case. */
export function drawSubmission(draws: Draws, definition: ApprovalDefinition): SubmissionInput {
  const submitterId = draws.of(['s', 'a', null]);
  const resolution = drawOrganisation(draws, definition);
  const known = [...Object.values(resolution.nodes).flatMap((node) => node.approvers), ...Object.values(resolution.managersUpwards), resolution.hr].flat();
  const chosen = ['b', 'c', 'd', 'e', 'z'].filter((id) => known.every((one) => one.personId !== id || one.active)).slice(-2);
  return {
    ...{ subjectIds: ['s'], submitterId, at: AT, resolution, flags: {}, fields: { amount: draws.of([0, 99, 100]), inner: draws.once(2), f: draws.once(2) } },
    chosen: Object.fromEntries(stepsOf(definition).map((node) => [node.id, chosen])),
  };
}
