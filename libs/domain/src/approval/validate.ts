import { ApprovalDefinition, type ApprovalNode } from '@fairmark/contracts/approvals';
import type { Duration } from '@fairmark/contracts/common';
import { ApprovalFindings, type ApprovalFindingCode } from '@fairmark/contracts/errors';
import { NEVER_BY_TIMEOUT } from './timeout.js';

/** Something about a definition. Errors keep it from being used; warnings are shown to its author. */
export interface DefinitionFinding {
  code: ApprovalFindingCode;
  severity: 'error' | 'warning';
  nodeId?: string;
  path?: string;
}

/** Checks a definition document of the right shape. */
export function validateDefinition(definition: ApprovalDefinition): DefinitionFinding[] {
  const findings = definition.nodes.flatMap((node) => nodeFindings(definition, node));
  const ids = definition.nodes.map((node) => node.id);
  for (const nodeId of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) findings.push({ code: ApprovalFindings.duplicateNode, severity: 'error', nodeId });
  // A case whose nodes are all skipped would be approved by nobody.
  if (definition.nodes.every((node) => node.when !== undefined)) findings.push({ code: ApprovalFindings.allConditional, severity: 'error' });
  if (definition.settings.submitterMayApprove && ['goals', 'scores', 'appeals'].includes(definition.kind)) {
    findings.push({ code: ApprovalFindings.submitterRefused, severity: 'error' });
  }
  return findings;
}

/** Reads an unknown document: shape faults with their path, else the findings of `validateDefinition` with the parsed definition. */
export function parseDefinition(document: unknown): { definition?: ApprovalDefinition; findings: DefinitionFinding[] } {
  const parsed = ApprovalDefinition.safeParse(document);
  if (parsed.success) return { definition: parsed.data, findings: validateDefinition(parsed.data) };
  return { findings: parsed.error.issues.map((issue) => ({ code: ApprovalFindings.shape, severity: 'error', path: issue.path.join('.') })) };
}

function nodeFindings(definition: ApprovalDefinition, node: ApprovalNode): DefinitionFinding[] {
  const findings: DefinitionFinding[] = [];
  const add = (code: ApprovalFindingCode, severity: 'error' | 'warning') => findings.push({ code, severity, nodeId: node.id });
  if (node.timeout.act === 'default' && NEVER_BY_TIMEOUT.includes(definition.kind)) add(ApprovalFindings.defaultRefused, 'error');
  const repeats = node.timeout.act === 'remind' ? node.timeout.every : node.timeout.act === 'extend' ? node.timeout.by : node.duration;
  if (node.duration.n === 0 || repeats.n === 0) add(ApprovalFindings.noDuration, 'error');
  if (node.reminders.some((reminder) => approximateSeconds(reminder) >= approximateSeconds(node.duration))) add(ApprovalFindings.reminderTooEarly, 'warning');
  const sources = node.approvers.map((source) => JSON.stringify(source));
  if (new Set(sources).size < sources.length) add(ApprovalFindings.duplicateSource, 'warning');
  if (node.fallback.length === 0) add(ApprovalFindings.noFallback, 'warning');
  return findings;
}

/** Good enough to compare lengths of different units. */
function approximateSeconds({ n, unit }: Duration): number {
  return n * { workingDay: 86_400, day: 86_400, hour: 3_600, second: 1 }[unit];
}
