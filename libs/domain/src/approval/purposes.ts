import type { ApprovalDefinition, ApprovalKind, ApprovalPurpose, ApproverSource } from '@fairmark/contracts/approvals';
import { ApprovalStoreErrors, type ApprovalStoreError } from '@fairmark/contracts/errors';
import { appealAdmissibility, bulkAct, calibrationSignOff, deadlineExtension, goalApproval, goalSecondOpinion, missingValue, planReview, planVersionApproval, rolloutGate } from './definitions/index.js';
import { leafNodes, type LeafNode } from './tree.js';

/** What a purpose asks of a definition. */
export interface PurposeInfo {
  /** Kind that a definition must have to be used for it. */
  kind: ApprovalKind;
  /** Counts where HR named no other. */
  shipped: ApprovalDefinition;
  /** It runs inside the visits of another process; the others are processes of their own. */
  hosted: boolean;
  /** Flags that the submission sets. */
  flags: readonly string[];
  /** Whether one person is the subject: without one nobody has a manager. */
  aboutPerson: boolean;
  /** It exists so that a second person looks: no deadline may stand in for that person. */
  secondPerson: boolean;
}

const purpose = (shipped: ApprovalDefinition, hosted: boolean, aboutPerson: boolean, flags: readonly string[] = []): PurposeInfo => ({ kind: shipped.kind, shipped, hosted, aboutPerson, flags, secondPerson: false });

/** All purposes. A further one is a line here, a name in the contract and its effects in the worker. */
export const approvalPurposes: Readonly<Record<ApprovalPurpose, PurposeInfo>> = {
  goals: purpose(goalApproval, true, true, ['realismFlagged']),
  goalSecondOpinion: purpose(goalSecondOpinion, true, true, ['realismFlagged']),
  goalChange: purpose(goalApproval, true, true, ['realismFlagged']),
  calibrationSignOff: purpose(calibrationSignOff, true, false, ['hrFirst']),
  appealAdmissibility: purpose(appealAdmissibility, true, true),
  bulkAct: { ...purpose(bulkAct, true, false), secondPerson: true },
  planVersion: purpose(planVersionApproval, false, false, ['dependsOnDepartments']),
  deadlineExtension: purpose(deadlineExtension, false, true),
  missingValue: { ...purpose(missingValue, false, false), secondPerson: true },
  planReview: { ...purpose(planReview, true, false), secondPerson: true },
  gate: { ...purpose(rolloutGate, true, false), secondPerson: true },
};

/** Purposes whose effects are undone when an approved case is withdrawn. */
const UNDOABLE: readonly ApprovalPurpose[] = ['planVersion'];

/** The definition that ships for a purpose. */
export const shippedFor = (name: ApprovalPurpose): ApprovalDefinition => approvalPurposes[name].shipped;

/** Purposes that use a definition, as it ships, unless HR names another. */
export const purposesShippedAs = (id: string): ApprovalPurpose[] => Object.entries(approvalPurposes).flatMap(([name, { shipped }]) => (shipped.id === id ? [name as ApprovalPurpose] : []));

/**
 * Why a definition cannot be used for a purpose; undefined when it can.
 * @param definition with the definitions that it takes in put in their place: their people and deadlines count like its own
 */
export function purposeRefusal(name: ApprovalPurpose, definition: ApprovalDefinition): ApprovalStoreError | undefined {
  const { kind, hosted, aboutPerson, secondPerson } = approvalPurposes[name];
  if (definition.kind !== kind) return ApprovalStoreErrors.kindDiffers;
  const sources = leafNodes(definition).flatMap((node) => (node.type === 'copy' ? node.recipients : [...node.approvers, ...node.fallback]));
  if (definition.settings.withdrawAfterEnd === true && !UNDOABLE.includes(name)) return ApprovalStoreErrors.undoNotOffered;
  if (secondPerson && leafNodes(definition).some(passesByDeadline)) return ApprovalStoreErrors.needsPerson;
  if (!aboutPerson && sources.some(needsSubject)) return ApprovalStoreErrors.needsSubject;
  // What runs inside another process is submitted by a page of that process, which asks for no fields and lets nobody choose.
  const asks = sources.some((source) => source.type === 'submitterChooses') || (definition.form ?? []).some((field) => !field.optional && !SYSTEM_FIELDS.includes(field.id));
  return hosted && asks ? ApprovalStoreErrors.notOffered : undefined;
}

/** Fields that every process fills in by itself when the form has them. */
export const SYSTEM_FIELDS: readonly string[] = ['department', 'people'];

const passesByDeadline = (node: LeafNode): boolean => node.type !== 'copy' && node.timeout.act === 'default' && node.timeout.decision === 'approve';
const needsSubject = ({ type }: ApproverSource): boolean => type === 'lineManager' || type === 'secondApprover';
