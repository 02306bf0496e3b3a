import type { ApprovalDefinition, ApprovalNode, Comparison } from '@fairmark/contracts/approvals';
import { ApprovalFindings } from '@fairmark/contracts/errors';
import { applies, branchOf, type Values } from './fields.js';
import type { DefinitionFinding, Report } from './findings.js';
import { allNodes, isLeaf, isStep } from './tree.js';

/** More combinations than this are not tried one by one. */
const MOST_CASES = 20_000;

type Sample = string | number | boolean | undefined;

/**
 * Sends one submission of every kind through the definition, that is with every combination of values between which conditions can tell: each node has to be
 * reached by some, and somebody has to decide about each.
 */
export function reportReach(report: Report, definition: ApprovalDefinition, paths: ReadonlyMap<string, string>): void {
  const samples = samplesOf(definition);
  const cases = samples.reduce((product, [, values]) => product * values.length, 1);
  if (cases > MOST_CASES) return report(ApprovalFindings.tooManyCases, 'warning', { details: { cases } });
  const reached = new Set<string>();
  let undecided = false;
  for (let n = 0; n < cases; n += 1) {
    const passed = passing(definition.nodes, caseOf(samples, n));
    for (const node of passed) reached.add(node.id);
    undecided ||= !passed.some(isStep);
  }
  const at = (nodeId: string): Pick<DefinitionFinding, 'nodeId' | 'path'> => ({ nodeId, ...(paths.has(nodeId) ? { path: paths.get(nodeId) as string } : {}) });
  for (const node of allNodes(definition.nodes)) if (!reached.has(node.id)) report(ApprovalFindings.unreachable, 'error', at(node.id));
  for (const node of allNodes(definition.nodes)) if (node.type === 'condition') reportBranches(report, definition, node, samples, cases, at(node.id));
  // A case that nobody decides about would be approved by nobody.
  if (undecided) report(ApprovalFindings.allConditional, 'error');
}

/** A branch without nodes is a way too: it must be possible to take it. */
function reportBranches(report: Report, definition: ApprovalDefinition, node: Extract<ApprovalNode, { type: 'condition' }>, samples: ReturnType<typeof samplesOf>, cases: number, where: Pick<DefinitionFinding, 'nodeId' | 'path'>): void {
  const open = new Set(node.branches.filter((branch) => branch.nodes.length === 0));
  for (let n = 0; n < cases && open.size > 0; n += 1) {
    const values = caseOf(samples, n);
    const taken = passing(definition.nodes, values).some((one) => one.id === node.id) ? branchOf(values, node) : undefined;
    for (const branch of open) if (branch.nodes === taken) open.delete(branch);
  }
  for (const branch of open) report(ApprovalFindings.unreachable, 'error', { ...where, details: { branch: branch.id } });
}

/** The nodes through which a case with these values comes. */
function passing(nodes: readonly ApprovalNode[], values: Values): ApprovalNode[] {
  return nodes.flatMap((node) => {
    if (node.type === 'condition') return [node, ...passing(branchOf(values, node), values)];
    if (node.type === 'parallel') return [node, ...node.branches.flatMap((branch) => passing(branch.nodes, values))];
    if (!applies(values, node)) return [];
    return node.type === 'subProcess' ? [node, ...passing(node.nodes ?? [], values)] : [node];
  });
}

/** The values of each field between which some condition tells, and flags that are no fields. */
function samplesOf({ form = [], nodes }: ApprovalDefinition): [string, Sample[]][] {
  const all = allNodes(nodes);
  const tests = all.flatMap((node) => (node.type === 'condition' ? node.branches.flatMap((branch) => branch.when) : []));
  const flags = all.flatMap((node) => ((isLeaf(node) || node.type === 'subProcess') && node.when ? [node.when.flag] : []));
  const used = form.filter((field) => tests.some((test) => test.field === field.id) || flags.includes(field.id));
  const fields = used.map((field): [string, Sample[]] => {
    const own = tests.filter((test) => test.field === field.id);
    const values: Sample[] = field.type === 'choice' ? field.options.map((option) => option.value) : field.type === 'flag' ? [true, false] : [...new Set(own.flatMap(edgesOf))];
    return [field.id, field.optional ? [...values, undefined] : values];
  });
  const loose = [...new Set(flags)].filter((flag) => !form.some((field) => field.id === flag));
  return [...fields, ...loose.map((flag): [string, Sample[]] => [flag, [true, false]])];
}

/** Values on both sides of every edge of a test. */
function edgesOf(test: Comparison): Sample[] {
  if (test.test === 'in') return [...test.values, '(another)'];
  if (test.test === 'is') return [true, false];
  return [test.atLeast, test.below].flatMap((edge) => (edge === null ? [] : [edge - 1, edge]));
}

function caseOf(samples: readonly [string, Sample[]][], n: number): Values {
  const fields: Record<string, string | number | boolean> = {};
  let rest = n;
  for (const [id, values] of samples) {
    const value = values[rest % values.length];
    if (value !== undefined) fields[id] = value;
    rest = Math.floor(rest / values.length);
  }
  return { fields, flags: {} };
}
