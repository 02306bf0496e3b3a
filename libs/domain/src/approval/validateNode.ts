import type { ApprovalDefinition, ApproverSource, StepNode } from '@fairmark/contracts/approvals';
import type { Duration } from '@fairmark/contracts/common';
import { ApprovalFindings } from '@fairmark/contracts/errors';
import type { DefinitionFinding, Report } from './findings.js';
import { NEVER_BY_TIMEOUT } from './timeout.js';
import { isStep, precedes, sourcesOf, stepOf, type LeafNode } from './tree.js';

type Where = Pick<DefinitionFinding, 'nodeId' | 'path'>;

/** Kinds whose cases show scores. */
const SHOWS_SCORES: readonly string[] = ['scores', 'calibration', 'appeals'];

/** What is wrong with one node in which people decide or are told. */
export function reportLeaf(report: Report, definition: ApprovalDefinition, node: LeafNode, where: Where, forPublication: boolean): void {
  const form = definition.form ?? [];
  if (node.when && form.length > 0 && !form.some((field) => field.id === node.when?.flag && field.type === 'flag')) report(ApprovalFindings.unknownField, 'error', { ...where, details: { field: node.when.flag } });
  reportSources(report, definition, node, where);
  if (!isStep(node)) {
    if (SHOWS_SCORES.includes(definition.kind) && !node.recipients.every(hasRelation)) report(ApprovalFindings.copyWidens, 'error', where);
    return;
  }
  reportTiming(report, definition, node, where);
  if (node.type === 'weightedVote') reportWeights(report, node, where);
  if (node.fallback.length === 0) report(ApprovalFindings.noFallback, forPublication ? 'error' : 'warning', where);
}

/** Whether a source names people only by their relation to the case: a copy about scores tells nobody else. */
function hasRelation(source: ApproverSource): boolean {
  if (source.type === 'role') return source.scope !== 'company';
  return ['lineManager', 'secondApprover', 'departmentHead', 'previousApprovers'].includes(source.type);
}

function reportSources(report: Report, definition: ApprovalDefinition, node: LeafNode, where: Where): void {
  const sources = sourcesOf(node);
  const texts = sources.map((source) => JSON.stringify(source));
  if (new Set(texts).size < texts.length) report(ApprovalFindings.duplicateSource, 'warning', where);
  const choosing = sources.filter((source) => source.type === 'submitterChooses');
  if (choosing.length > 1 || choosing.some((source) => source.min > source.max) || (node.type === 'copy' && choosing.length > 0)) report(ApprovalFindings.chosenRange, 'error', where);
  const all = isStep(node) ? [...sources, ...node.fallback] : sources;
  for (const source of all) {
    if (source.type === 'previousApprovers' && !(stepOf(definition, source.nodeId) && precedes(definition, source.nodeId, node.id))) report(ApprovalFindings.unknownNode, 'error', { ...where, details: { nodeId: source.nodeId } });
  }
  // The chain of a fallback is asked as it stands: nobody has chosen, drawn or approved for it.
  if (isStep(node) && node.fallback.some(({ type }) => type === 'submitterChooses' || type === 'panel' || type === 'previousApprovers')) report(ApprovalFindings.unknownNode, 'error', { ...where, details: { fallback: true } });
}

function reportTiming(report: Report, definition: ApprovalDefinition, node: StepNode, where: Where): void {
  if (node.timeout.act === 'default' && NEVER_BY_TIMEOUT.includes(definition.kind)) report(ApprovalFindings.defaultRefused, 'error', where);
  const repeats = node.timeout.act === 'remind' ? node.timeout.every : node.timeout.act === 'extend' ? node.timeout.by : node.duration;
  if (node.duration.n === 0 || repeats.n === 0) report(ApprovalFindings.noDuration, 'error', where);
  if (node.reminders.some((reminder) => approximateSeconds(reminder) >= approximateSeconds(node.duration))) report(ApprovalFindings.reminderTooEarly, 'warning', where);
}

/** One weight per seat, 10,000 in all; the schema keeps the threshold below that, so that a vote can pass. */
function reportWeights(report: Report, { weightsBp, approvers }: Extract<StepNode, { type: 'weightedVote' }>, where: Where): void {
  if (weightsBp.length !== approvers.length || weightsBp.reduce((sum, weight) => sum + weight, 0) !== 10_000) report(ApprovalFindings.weights, 'error', where);
}

/** Good enough to compare lengths of different units. */
function approximateSeconds({ n, unit }: Duration): number {
  return n * { workingDay: 86_400, day: 86_400, hour: 3_600, second: 1 }[unit];
}
