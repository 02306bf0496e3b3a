import { actionRegistry } from '@fairmark/contracts/actions';
import type { ApprovalOffer } from '@fairmark/contracts/approvals';
import type { PersonRef } from '@fairmark/contracts/common';
import type { ProcessKind } from '@fairmark/contracts/process';
import { leafNodes, operatorsFor } from '@fairmark/domain/approval';
import type { ApprovalCase, ApprovalVisitRow } from '@fairmark/persistence/approvals';
import { offeredIn } from '../offered.js';
import type { Reader } from './reader.js';

/** What the reader can do in each visit, and on the whole case. Nothing is offered that would be refused. */
export function offersOf(item: ApprovalCase, kind: ProcessKind, visits: readonly ApprovalVisitRow[], names: ReadonlyMap<string, PersonRef>, reader: Reader): { offers: ApprovalOffer[]; acts: string[] } {
  const found = operatorsFor(item.definition, item.state, reader.id, { forIds: reader.standsInFor });
  const titles = new Map(leafNodes(item.definition).map((node) => [node.id, node.title]));
  const offers = found.tasks.flatMap((task): ApprovalOffer[] => {
    const visit = visitFor(visits, task.visitId);
    const operators = visit ? offeredIn(kind, item.step, task.operators) : [];
    if (!visit || operators.length === 0) return [];
    return [{
      visitId: visit.id, nodeId: task.nodeId, onBehalfOf: task.forId === null ? null : (names.get(task.forId) ?? null), operators,
      returnTargets: task.returnTargets.flatMap((nodeId) => (titles.has(nodeId) ? [{ nodeId, title: titles.get(nodeId) ?? { zh: nodeId } }] : [])),
      removable: task.removable.flatMap(({ personId }) => names.get(personId) ?? []),
    }];
  });
  return { offers, acts: actsFor(item, kind, found.acts, reader) };
}

/** The open visit of an entry into a node, else the last one in which somebody decided. */
const visitFor = (visits: readonly ApprovalVisitRow[], nodeVisit: string): ApprovalVisitRow | undefined =>
  visits.find((one) => one.nodeVisit === nodeVisit && one.state === 'open') ?? visits.findLast((one) => one.nodeVisit === nodeVisit);

const COMMENTS = ['assignee', 'delegate', 'submitter', 'hr'] as const;

function actsFor({ state, step }: ApprovalCase, kind: ProcessKind, own: readonly string[], { relations }: Reader): string[] {
  const running = state.status === 'running' || state.status === 'returned';
  const hr = relations.has('hr') && !relations.has('self') && state.status === 'running' ? ['nudge'] : [];
  const comment = running && COMMENTS.some((relation) => relations.has(relation)) ? ['comment'] : [];
  const offered = kind === 'approval' ? actionRegistry.approval['process'] : actionRegistry[kind][step];
  return [...new Set([...own, ...hr, ...comment])].filter((act) => offered !== undefined && Object.hasOwn(offered, act));
}
