import type { ApprovalNodeInput, ApprovalKind } from '@fairmark/contracts/approvals';
import type { BilingualText } from '@fairmark/contracts/common';
import type { EditedDocument, EditedStep, NodeType } from './document.js';
import { freshId } from './walk.js';

/** Kinds that ship with the product and never pass by time-out; the server says so again when it checks. */
export const NEVER_BY_TIMEOUT: readonly ApprovalKind[] = ['goals', 'scores', 'calibration', 'appeals'];

const base = (id: string, title: BilingualText) => ({
  id,
  title,
  approvers: [{ type: 'departmentHead' as const }],
  duration: { n: 3, unit: 'workingDay' as const },
  reminders: [{ n: 1, unit: 'workingDay' as const }],
  timeout: { act: 'escalate' as const },
  fallback: [{ type: 'role' as const, role: 'hr', scope: 'company' as const }],
});

/** A step of one type. */
function newStep(type: EditedStep['type'], id: string, title: BilingualText): EditedStep {
  if (type === 'weightedVote') return { ...base(id, title), type, weightsBp: [10_000], thresholdBp: 5_000 };
  return { ...base(id, title), type };
}

/** A node as it is put into the chart: right as it stands, so that only what differs has to be typed. `titles`: what steps and copies are called at first. */
export function newNode(document: EditedDocument, type: NodeType, titles: { step: BilingualText; copy: BilingualText }): ApprovalNodeInput {
  const id = freshId(document, type);
  if (type === 'copy') return { id, type, title: titles.copy, recipients: [{ type: 'departmentHead' }] };
  if (type === 'subProcess') return { id, type, definitionId: '', version: 1 };
  if (type !== 'condition' && type !== 'parallel') return newStep(type, id, titles.step);
  const [first, second] = [freshId(document, 'branch'), freshId(document, 'branch', [freshId(document, 'branch')])];
  const field = document.form?.[0]?.id ?? '';
  const step = (branch: string): ApprovalNodeInput[] => [newStep('inOrder', `${branch}Step`, titles.step)];
  if (type === 'condition') return { id, type, branches: [{ id: first, when: [{ test: 'between', field, atLeast: null, below: null }], nodes: step(first) }], otherwise: { nodes: [] } };
  return { id, type, branches: [{ id: first, nodes: step(first) }, { id: second, nodes: step(second) }] };
}

/** The same step with another way to decide: who, until when and what then stay. */
export function asType(step: EditedStep, type: EditedStep['type']): EditedStep {
  const { id, title, approvers, when, duration, reminders, timeout, fallback, samePerson } = step;
  const kept = { id, title, approvers, duration, timeout, ...(when ? { when } : {}), ...(reminders ? { reminders } : {}), ...(fallback ? { fallback } : {}), ...(samePerson ? { samePerson } : {}) };
  return type === 'weightedVote' ? { ...kept, type, weightsBp: evenWeights(approvers.length), thresholdBp: 5_000 } : { ...kept, type };
}

const WHOLE_BP = 10_000;

/** Equal weights that together are exactly the whole; what does not divide goes to the first. */
export function evenWeights(seats: number): number[] {
  const each = Math.floor(WHOLE_BP / Math.max(1, seats));
  return Array.from({ length: seats }, (_, index) => (index === 0 ? WHOLE_BP - each * (seats - 1) : each));
}

/** A process to begin with: one step that the head of the department decides. */
export const blankDocument = (kind: ApprovalKind, zh: string, en: string, step: BilingualText): EditedDocument => ({
  id: 'draft', version: 1, kind, title: { zh, ...(en ? { en } : {}) }, nodes: [newStep('inOrder', 'inOrder1', step)], settings: { samePerson: 'actsOnce', submitterMayApprove: false },
});
