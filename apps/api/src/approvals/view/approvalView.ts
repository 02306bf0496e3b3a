import type { ApprovalView, DefinitionDocument } from '@fairmark/contracts/approvals';
import { accessErrors } from '@fairmark/contracts/errors';
import { approvalHead, approvalVisits, copiesOf, entriesOf, findApproval, peopleById, type ApprovalCase, type ApprovalHead, type ApprovalVisitRow } from '@fairmark/persistence/approvals';
import type { Executor } from '@fairmark/persistence/database';
import { ApiError } from '../../problems/index.js';
import { linkOf } from './link.js';
import { matterOf } from './matter.js';
import { nodeViews } from './nodes.js';
import { offersOf } from './offers.js';
import { isCopiedOnly, isVeiled, seesWords, type Reader } from './reader.js';
import { namedIn, timelineOf } from './timeline.js';
import { waitingOf } from './waiting.js';
import { unopenedView } from './unopened.js';

/** One case as this person may see it. @throws {ApiError} `OBJECT.NOT_FOUND` */
export async function approvalView(read: Executor, id: string, reader: Reader): Promise<ApprovalView> {
  const [head, item] = [await approvalHead(read, id), await findApproval(read, id)];
  if (!head || !item) return (await unopenedView(read, id)) ?? notFound();
  const { kind } = item.definition;
  const words = seesWords(reader, kind);
  const veiled = isVeiled(reader, kind);
  const [entries, visits, copies] = [await entriesOf(read, id), await approvalVisits(read, id), await copiesOf(read, id)];
  const names = await peopleById(read, [...namedIn(entries), ...peopleOf(item), ...copies.map((copy) => copy.personId)]);
  const person = (personId: string | null) => (personId === null ? null : (names.get(personId) ?? null));
  const open = stateOf(item, head) === 'running' || stateOf(item, head) === 'returned';
  return {
    id, purpose: head.purpose, kind, title: item.definition.title, state: stateOf(item, head), process: { kind: head.kind, id: head.refId },
    link: isCopiedOnly(reader) ? null : linkOf(head, item), subject: person(item.scope.subjectId), submitter: person(item.state.submitterId), submittedAt: head.createdAt, endedAt: head.finishedAt,
    definition: { id: item.definition.id, version: item.definition.version, document: item.definition as unknown as DefinitionDocument },
    matter: words && head.kind === 'approval' ? await matterOf(read, head.refId) : null,
    fields: words ? item.state.fields : null,
    nodes: nodeViews(item, names, readMarks(visits, copies), veiled),
    timeline: timelineOf(entries, names, { words: words && !veiled, veiled, reader: reader.id }),
    waiting: waitingOf(item, visits, names),
    ...(open ? offersOf(item, head.kind, visits, names, reader) : { offers: [], acts: withdrawable(item, head, reader) }),
  };
}

const notFound = (): never => {
  throw new ApiError(accessErrors.objectNotFound);
};

/** An approved case that may still be taken back with its effects. */
function withdrawable({ definition, state }: ApprovalCase, head: ApprovalHead, reader: Reader): string[] {
  return head.kind === 'approval' && state.status === 'approved' && definition.settings.withdrawAfterEnd === true && state.submitterId === reader.id ? ['withdraw'] : [];
}

function stateOf({ state }: ApprovalCase, { outcome }: ApprovalHead): ApprovalView['state'] {
  return outcome === null || outcome === state.status ? state.status : 'ended';
}

function peopleOf({ state, scope }: ApprovalCase): string[] {
  const tasks = state.visits.flatMap((visit) => visit.tasks.map((task) => task.personId));
  return [...tasks, ...[scope.subjectId, state.submitterId].filter((id) => id !== null)];
}

/** When somebody read what they were asked or sent. */
function readMarks(visits: readonly ApprovalVisitRow[], copies: readonly { personId: string; readAt: string | null }[]): Map<string, string | null> {
  const tasks = visits.flatMap((visit) => visit.tasks);
  return new Map([...tasks, ...copies].filter((one) => one.readAt !== null).map((one) => [one.personId, one.readAt]));
}
