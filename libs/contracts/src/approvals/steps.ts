import { z } from 'zod';
import { BilingualText, Duration } from '../common/index.js';
import { NodeCondition } from './form.js';
import { NodeId } from './nodeId.js';
import { ApproverSource } from './sources.js';

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

const stepBase = {
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
export const InOrderNode = z.object({ ...stepBase, type: z.literal('inOrder') });
/** 会签: all at once, all must approve. `veto` ends at the first reject, `waitForAll` hears everybody first. */
export const AllOfNode = z.object({ ...stepBase, type: z.literal('allOf'), onReject: z.enum(['veto', 'waitForAll']).default('veto') });
/** 或签: the first decision counts, approve or reject. */
export const AnyOfNode = z.object({ ...stepBase, type: z.literal('anyOf') });
/**
 * 票签: passes when the approving weight is strictly greater than the threshold; whoever is absent counts against it. Weights belong to seats, in basis points of
 * 10,000; people of one seat share its weight equally.
 */
export const WeightedVoteNode = z.object({
  ...stepBase,
  type: z.literal('weightedVote'),
  weightsBp: z.array(z.int().min(1).max(10_000)).min(1).max(20),
  thresholdBp: z.int().min(0).max(9_999),
});

/** A node in which somebody decides. */
export const StepNode = z.discriminatedUnion('type', [InOrderNode, AllOfNode, AnyOfNode, WeightedVoteNode]);
export type StepNode = z.infer<typeof StepNode>;
export type StepNodeInput = z.input<typeof StepNode>;

/** 抄送: its recipients see the case and decide nothing; it never waits. Scores stay hidden from whoever has no relation to them. */
export const CopyNode = z.object({ id: NodeId, type: z.literal('copy'), title: BilingualText, recipients: z.array(ApproverSource).min(1).max(20), when: NodeCondition.optional() });
export type CopyNode = z.infer<typeof CopyNode>;
