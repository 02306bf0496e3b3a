import type { ApprovalNodeInput } from '@fairmark/contracts/approvals';
import type { EditedDocument } from './document.js';
import type { Place } from './places.js';

export interface Placed {
  node: ApprovalNodeInput;
  place: Place;
}

/** The sequences inside a block, with their places. */
export function innerLists(node: ApprovalNodeInput, place: Place): { place: Place; nodes: readonly ApprovalNodeInput[] }[] {
  if (node.type === 'subProcess') return node.nodes ? [{ place: [...place, 'nodes'], nodes: node.nodes }] : [];
  if (node.type !== 'condition' && node.type !== 'parallel') return [];
  const branches = node.branches.map((branch, index) => ({ place: [...place, 'branches', index, 'nodes'], nodes: branch.nodes }));
  return node.type === 'condition' ? [...branches, { place: [...place, 'otherwise', 'nodes'], nodes: node.otherwise.nodes }] : branches;
}

function walk(nodes: readonly ApprovalNodeInput[], list: Place): Placed[] {
  return nodes.flatMap((node, index) => {
    const place = [...list, index];
    return [{ node, place }, ...innerLists(node, place).flatMap((inner) => walk(inner.nodes, inner.place))];
  });
}

/** Every node, those inside blocks too, in the order in which the chart shows them. */
export const allNodes = (document: Pick<EditedDocument, 'nodes'>): Placed[] => walk(document.nodes, ['nodes']);

/** Names of nodes and branches that are taken. */
function takenIds(document: EditedDocument): Set<string> {
  return new Set(allNodes(document).flatMap(({ node }) => [node.id, ...(node.type === 'condition' || node.type === 'parallel' ? node.branches.map((branch) => branch.id) : [])]));
}

/** A name that no node or branch has: they keep it through all versions, so it is given once and not typed. */
export function freshId(document: EditedDocument, stem: string, also: readonly string[] = []): string {
  const taken = takenIds(document);
  for (let no = 1; ; no += 1) {
    const id = `${stem}${no}`;
    if (!taken.has(id) && !also.includes(id)) return id;
  }
}

/** Steps and blocks that come before a place in the order of the chart. */
export function nodesBefore(document: EditedDocument, nodeId: string): ApprovalNodeInput[] {
  const nodes = allNodes(document).map(({ node }) => node);
  return nodes.slice(0, Math.max(0, nodes.findIndex((node) => node.id === nodeId)));
}
