import { z } from 'zod';
import { BilingualText, Duration, Id } from '../common/index.js';

/** Name of a node inside a definition; stays the same across versions. */
export const NodeId = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/);

/** What is decided. Goals, scores, calibrations and appeals never pass by time-out. */
export const ApprovalKind = z.enum(['goals', 'scores', 'calibration', 'appeals', 'plans', 'gates', 'exceptions']);
export type ApprovalKind = z.infer<typeof ApprovalKind>;

/**
 * Where approvers come from; the caller resolves a source to people as of the day. `lineManager` level 1 is the direct manager of the
 * subject, `secondApprover` the next-level manager, `role` holders are taken from the named scope.
 */
export const ApproverSource = z.discriminatedUnion('type', [
  z.object({ type: z.literal('lineManager'), level: z.int().min(1).max(10) }),
  z.object({ type: z.literal('secondApprover') }),
  z.object({ type: z.literal('departmentHead') }),
  z.object({ type: z.literal('person'), personId: Id }),
  z.object({ type: z.literal('role'), role: z.string().min(1).max(40), scope: z.enum(['subject', 'department', 'session', 'company']) }),
]);
export type ApproverSource = z.infer<typeof ApproverSource>;

/** The node is entered only when the submission's flag has this value. */
export const NodeCondition = z.object({ flag: z.string().min(1).max(40), is: z.boolean() });

/** What happens at the deadline. `default` writes a decision "by timeout", never as a person's approval. */
export const TimeoutPolicy = z.discriminatedUnion('act', [
  z.object({ act: z.literal('remind'), every: Duration }),
  z.object({ act: z.literal('escalate') }),
  z.object({ act: z.literal('handToHr') }),
  z.object({ act: z.literal('extend'), by: Duration, times: z.int().min(1).max(10) }),
  z.object({ act: z.literal('default'), decision: z.enum(['approve', 'reject']) }),
]);
export type TimeoutPolicy = z.infer<typeof TimeoutPolicy>;

/**
 * Somebody who has approved an earlier node of this run: acts once (shown as already approved), acts again, or the node skips upwards to
 * the next manager because it is meant as a second pair of eyes.
 */
export const SamePersonPolicy = z.enum(['actsOnce', 'actsAgain', 'skipUpwards']);
export type SamePersonPolicy = z.infer<typeof SamePersonPolicy>;

const nodeBase = {
  id: NodeId,
  title: BilingualText,
  /** Each source is one seat; a seat that resolves to several people (a role) gives each of them a task. */
  approvers: z.array(ApproverSource).min(1).max(20),
  when: NodeCondition.optional(),
  duration: Duration,
  /** Lengths before the deadline. */
  reminders: z.array(Duration).max(10).default([]),
  timeout: TimeoutPolicy,
  /** Tried in order when nobody was found; the process administrator comes last by himself. */
  fallback: z.array(ApproverSource).max(10).default([]),
  /** Overrides the setting of the process. */
  samePerson: SamePersonPolicy.optional(),
};

/** 依次会签: one after the other; a reject ends the node. */
export const InOrderNode = z.object({ ...nodeBase, type: z.literal('inOrder') });
/** 会签: all at once, all must approve. `veto` ends at the first reject, `waitForAll` hears everybody first. */
export const AllOfNode = z.object({ ...nodeBase, type: z.literal('allOf'), onReject: z.enum(['veto', 'waitForAll']).default('veto') });
/** 或签: the first decision counts, approve or reject. */
export const AnyOfNode = z.object({ ...nodeBase, type: z.literal('anyOf') });

export const ApprovalNode = z.discriminatedUnion('type', [InOrderNode, AllOfNode, AnyOfNode]);
export type ApprovalNode = z.infer<typeof ApprovalNode>;

/** A versioned approval process. A version in use never changes; nodes run in the order of the list. */
export const ApprovalDefinition = z
  .object({
    id: z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/),
    version: z.int().min(1),
    kind: ApprovalKind,
    title: BilingualText,
    nodes: z.array(ApprovalNode).min(1).max(30),
    settings: z
      .object({ samePerson: SamePersonPolicy.default('actsOnce'), submitterMayApprove: z.boolean().default(false) })
      .default({ samePerson: 'actsOnce', submitterMayApprove: false }),
  })
  .meta({ id: 'ApprovalDefinition' });
export type ApprovalDefinition = z.infer<typeof ApprovalDefinition>;
export type ApprovalDefinitionInput = z.input<typeof ApprovalDefinition>;
