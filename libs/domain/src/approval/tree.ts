import type { ApprovalDefinition, ApprovalNode, ApproverSource, CopyNode, StepNode } from '@fairmark/contracts/approvals';

/** A node that people belong to: somebody decides in it, or is told. */
export type LeafNode = StepNode | CopyNode;

interface Place {
  node: ApprovalNode;
  /** From the outside in: which branch of the block, which place in it. */
  way: readonly { branch: number; index: number }[];
}

const known = new WeakMap<ApprovalDefinition, Map<string, Place>>();

/** The branches of a block as lists of nodes; `otherwise` comes last. A step has none. */
export function listsOf(node: ApprovalNode): ApprovalNode[][] {
  switch (node.type) {
    case 'condition':
      return [...node.branches.map((branch) => branch.nodes), node.otherwise.nodes];
    case 'parallel':
      return node.branches.map((branch) => branch.nodes);
    case 'subProcess':
      return [node.nodes ?? []];
    default:
      return [];
  }
}

/** Every node with those inside blocks, in the order of the document. */
export function allNodes(nodes: readonly ApprovalNode[]): ApprovalNode[] {
  return nodes.flatMap((node) => [node, ...listsOf(node).flatMap(allNodes)]);
}

/** Whether people belong to the node. */
export const isLeaf = (node: ApprovalNode): node is LeafNode => node.type !== 'condition' && node.type !== 'parallel' && node.type !== 'subProcess';

/** Whether somebody decides in the node. */
export const isStep = (node: ApprovalNode): node is StepNode => isLeaf(node) && node.type !== 'copy';

/** All nodes with people, in the order of the document: what has to be resolved. */
export function leafNodes(definition: ApprovalDefinition): LeafNode[] {
  return allNodes(definition.nodes).filter(isLeaf);
}

/** All nodes in which somebody decides, in the order of the document. */
export function stepsOf(definition: ApprovalDefinition): StepNode[] {
  return allNodes(definition.nodes).filter(isStep);
}

/** Approvers of a step, recipients of a copy. */
export const sourcesOf = (node: LeafNode): ApproverSource[] => (node.type === 'copy' ? node.recipients : node.approvers);

/** The deciding node of that id. */
export function stepOf(definition: ApprovalDefinition, nodeId: string): StepNode | undefined {
  const node = placesOf(definition).get(nodeId)?.node;
  return node && isStep(node) ? node : undefined;
}

/** Whether `before` always comes before `after` when both are on the way. Nodes of different branches come in no order. */
export function precedes(definition: ApprovalDefinition, before: string, after: string): boolean {
  const a = placesOf(definition).get(before)?.way ?? [];
  const b = placesOf(definition).get(after)?.way ?? [];
  for (const [depth, { branch, index }] of a.entries()) {
    const other = b[depth];
    if (!other || other.branch !== branch) return false;
    if (other.index !== index) return index < other.index;
  }
  return false;
}

function placesOf(definition: ApprovalDefinition): Map<string, Place> {
  const found = known.get(definition);
  if (found) return found;
  const places = new Map<string, Place>();
  collect(places, definition.nodes, 0, []);
  known.set(definition, places);
  return places;
}

function collect(places: Map<string, Place>, nodes: readonly ApprovalNode[], branch: number, above: Place['way']): void {
  for (const [index, node] of nodes.entries()) {
    const way = [...above, { branch, index }];
    if (!places.has(node.id)) places.set(node.id, { node, way });
    for (const [inner, list] of listsOf(node).entries()) collect(places, list, inner, way);
  }
}
