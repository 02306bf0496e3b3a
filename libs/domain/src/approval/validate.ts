import { ApprovalDefinition, type ApprovalNode } from '@fairmark/contracts/approvals';
import { ApprovalFindings } from '@fairmark/contracts/errors';
import { expandDefinition, isExpanded, type DefinitionLookup } from './expand.js';
import type { DefinitionFinding, Report } from './findings.js';
import { reportReach } from './reach.js';
import { allNodes, isLeaf } from './tree.js';
import { reportCondition, reportForm } from './validateForm.js';
import { reportLeaf } from './validateNode.js';

/** `lookup` finds sub-processes that are not inlined yet. `forPublication`: a node without a named fallback is an error, not only a warning. */
export interface ValidationOptions {
  lookup?: DefinitionLookup | undefined;
  forPublication?: boolean | undefined;
}

/** Kinds in which nobody ever approves what they submitted. */
const NEVER_BY_SUBMITTER: readonly string[] = ['goals', 'scores', 'appeals'];

/** Checks a definition document of the right shape. What is found says where: the node and the place in the document. */
export function validateDefinition(definition: ApprovalDefinition, { lookup, forPublication = false }: ValidationOptions = {}): DefinitionFinding[] {
  const findings: DefinitionFinding[] = [];
  const report: Report = (code, severity, where = {}) => void findings.push({ code, severity, ...where });
  const expanded = lookup ? expandDefinition(definition, lookup) : { definition, findings: [] };
  findings.push(...expanded.findings);
  const whole = expanded.definition ?? definition;
  const nodes = allNodes(whole.nodes);
  const paths = pathsOf(definition);
  for (const node of nodes) {
    const where = { nodeId: node.id, ...(paths.has(node.id) ? { path: paths.get(node.id) as string } : {}) };
    if (isLeaf(node)) reportLeaf(report, whole, node, where, forPublication);
    if (node.type === 'condition') reportCondition(report, whole, node, where);
    if (node.type === 'parallel' && node.branches.some((branch) => branch.nodes.length === 0)) report(ApprovalFindings.emptyBranch, 'error', where);
    if (node.type === 'subProcess' && node.nodes === undefined && !lookup) report(ApprovalFindings.notExpanded, 'error', where);
  }
  reportForm(report, whole);
  reportDuplicates(report, nodes);
  if (isExpanded(whole.nodes)) reportReach(report, whole, paths);
  if (definition.settings.submitterMayApprove && NEVER_BY_SUBMITTER.includes(definition.kind)) report(ApprovalFindings.submitterRefused, 'error', { path: 'settings.submitterMayApprove' });
  return findings;
}

/** Reads an unknown document: shape faults with their path, else the findings of `validateDefinition` with the parsed definition. */
export function parseDefinition(document: unknown, options: ValidationOptions = {}): { definition?: ApprovalDefinition; findings: DefinitionFinding[] } {
  const parsed = ApprovalDefinition.safeParse(document);
  if (parsed.success) return { definition: parsed.data, findings: validateDefinition(parsed.data, options) };
  return { findings: parsed.error.issues.map((issue) => ({ code: ApprovalFindings.shape, severity: 'error', path: issue.path.join('.') })) };
}

function reportDuplicates(report: Report, nodes: readonly ApprovalNode[]): void {
  const ids = nodes.map((node) => node.id);
  for (const nodeId of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) report(ApprovalFindings.duplicateNode, 'error', { nodeId });
}

/** Where each node of the document stands; nodes of inlined sub-processes stand in another document. */
function pathsOf(definition: ApprovalDefinition): Map<string, string> {
  const paths = new Map<string, string>();
  const visit = (nodes: readonly ApprovalNode[], at: string): void => {
    for (const [i, node] of nodes.entries()) {
      const path = `${at}.${i}`;
      if (!paths.has(node.id)) paths.set(node.id, path);
      if (node.type === 'condition' || node.type === 'parallel') node.branches.forEach((branch, b) => visit(branch.nodes, `${path}.branches.${b}.nodes`));
      if (node.type === 'condition') visit(node.otherwise.nodes, `${path}.otherwise.nodes`);
      if (node.type === 'subProcess') visit(node.nodes ?? [], `${path}.nodes`);
    }
  };
  visit(definition.nodes, 'nodes');
  return paths;
}
