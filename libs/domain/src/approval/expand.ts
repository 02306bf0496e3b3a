import type { ApprovalDefinition, ApprovalNode, ApproverSource, SubProcessNode } from '@fairmark/contracts/approvals';
import { ApprovalFindings } from '@fairmark/contracts/errors';
import type { DefinitionFinding } from './findings.js';
import { isStep } from './tree.js';

/** Finds a published version of another definition. */
export type DefinitionLookup = (id: string, version: number) => ApprovalDefinition | undefined;

/** Node ids carry the names of the sub-processes around them, at most three. */
const DEEPEST = 3;

interface Inlining {
  lookup: DefinitionLookup;
  /** Definitions around the present one, the outermost first. */
  around: readonly ApprovalDefinition[];
  findings: DefinitionFinding[];
}

/**
 * Puts the nodes of sub-processes into their places, with the name of the place in front of their ids and their own rule for people who come twice. What a case
 * was started with never changes afterwards. Refuses unknown versions, cycles and more than three levels.
 */
export function expandDefinition(definition: ApprovalDefinition, lookup: DefinitionLookup): { definition?: ApprovalDefinition; findings: DefinitionFinding[] } {
  const findings: DefinitionFinding[] = [];
  const nodes = definition.nodes.map((node) => inline(node, '', { lookup, around: [definition], findings }));
  return findings.length > 0 ? { findings } : { definition: { ...definition, nodes }, findings };
}

function inline(node: ApprovalNode, prefix: string, inlining: Inlining): ApprovalNode {
  const named = { ...node, id: prefix + node.id };
  const all = (nodes: readonly ApprovalNode[]) => nodes.map((one) => inline(one, prefix, inlining));
  switch (named.type) {
    case 'condition':
      return { ...named, branches: named.branches.map((branch) => ({ ...branch, nodes: all(branch.nodes) })), otherwise: { nodes: all(named.otherwise.nodes) } };
    case 'parallel':
      return { ...named, branches: named.branches.map((branch) => ({ ...branch, nodes: all(branch.nodes) })) };
    case 'subProcess':
      return named.nodes === undefined ? inlineSubProcess(named, inlining) : named;
    case 'copy':
      return { ...named, recipients: named.recipients.map((source) => renamed(source, prefix)) };
    default:
      return { ...named, ...pinned(named.samePerson, inlining), approvers: named.approvers.map((source) => renamed(source, prefix)), fallback: named.fallback.map((source) => renamed(source, prefix)) };
  }
}

/** A step keeps the rule of the definition in which it was written. */
function pinned(own: ApprovalDefinition['settings']['samePerson'] | undefined, { around }: Inlining) {
  const written = around.length > 1 ? around.at(-1)?.settings.samePerson : undefined;
  const samePerson = own ?? written;
  return samePerson === undefined ? {} : { samePerson };
}

const renamed = (source: ApproverSource, prefix: string): ApproverSource => (source.type === 'previousApprovers' ? { ...source, nodeId: prefix + source.nodeId } : source);

function inlineSubProcess(node: SubProcessNode, inlining: Inlining): SubProcessNode {
  const { lookup, around, findings } = inlining;
  const refuse = (code: DefinitionFinding['code']) => {
    findings.push({ code, severity: 'error', nodeId: node.id, details: { definitionId: node.definitionId, version: node.version } });
    return node;
  };
  if (around.some((one) => one.id === node.definitionId)) return refuse(ApprovalFindings.subProcessCycle);
  if (around.length > DEEPEST) return refuse(ApprovalFindings.subProcessDepth);
  const definition = lookup(node.definitionId, node.version);
  if (!definition) return refuse(ApprovalFindings.unknownSubProcess);
  return { ...node, nodes: definition.nodes.map((one) => inline(one, `${node.id}.`, { ...inlining, around: [...around, definition] })) };
}

/** Whether every sub-process has its nodes. */
export function isExpanded(nodes: readonly ApprovalNode[]): boolean {
  return nodes.every((node) => {
    if (node.type === 'subProcess') return node.nodes !== undefined && isExpanded(node.nodes);
    if (node.type === 'condition') return isExpanded(node.otherwise.nodes) && node.branches.every((branch) => isExpanded(branch.nodes));
    return node.type === 'parallel' ? node.branches.every((branch) => isExpanded(branch.nodes)) : node.type === 'copy' || isStep(node);
  });
}
