import { z } from 'zod';
import { BilingualText } from '../common/index.js';
import { Comparison, NodeCondition } from './form.js';
import { NodeId } from './nodeId.js';
import { AllOfNode, AnyOfNode, CopyNode, InOrderNode, WeightedVoteNode, type StepNode, type StepNodeInput } from './steps.js';

/** Nodes that run one after the other; `Node` is the parsed or the written form. */
export interface SequenceOf<Node> {
  nodes: Node[];
}
/** A named sequence of a condition or of parallel work. */
export interface BranchOf<Node> extends SequenceOf<Node> {
  id: string;
  title?: BilingualText | undefined;
}
export type ConditionBranchOf<Node, Test> = BranchOf<Node> & { when: Test[] };
interface BlockOf<Type extends string> {
  id: string;
  type: Type;
  title?: BilingualText | undefined;
}
/** The first branch whose tests all hold, else `otherwise`. */
export interface ConditionOf<Node, Test> extends BlockOf<'condition'> {
  branches: ConditionBranchOf<Node, Test>[];
  otherwise: SequenceOf<Node>;
}
/** All branches at the same time; the case goes on when every branch has ended. A reject in one of them ends the case. */
export interface ParallelOf<Node> extends BlockOf<'parallel'> {
  branches: BranchOf<Node>[];
}
/** Another definition at this place. `nodes` is filled when a case starts (`expandDefinition`): what runs never changes with the other definition. */
export interface SubProcessOf<Node> extends BlockOf<'subProcess'> {
  definitionId: string;
  version: number;
  when?: NodeCondition | undefined;
  nodes?: Node[] | undefined;
}

export type ApprovalNode = StepNode | CopyNode | ConditionOf<ApprovalNode, Comparison> | ParallelOf<ApprovalNode> | SubProcessOf<ApprovalNode>;
type ComparisonInput = z.input<typeof Comparison>;
export type ApprovalNodeInput =
  | StepNodeInput | z.input<typeof CopyNode> | ConditionOf<ApprovalNodeInput, ComparisonInput> | ParallelOf<ApprovalNodeInput> | SubProcessOf<ApprovalNodeInput>;
export type ConditionNode = ConditionOf<ApprovalNode, Comparison>;
export type ParallelNode = ParallelOf<ApprovalNode>;
export type SubProcessNode = SubProcessOf<ApprovalNode>;

const Nodes: z.ZodType<ApprovalNode[], ApprovalNodeInput[]> = z.lazy(() => z.array(ApprovalNode).max(30));
const branch = { id: NodeId, title: BilingualText.optional(), nodes: Nodes };

export const ConditionNode = z.object({
  id: NodeId,
  type: z.literal('condition'),
  title: BilingualText.optional(),
  branches: z.array(z.object({ ...branch, when: z.array(Comparison).min(1).max(5) })).min(1).max(10),
  otherwise: z.object({ nodes: Nodes }),
});
export const ParallelNode = z.object({ id: NodeId, type: z.literal('parallel'), title: BilingualText.optional(), branches: z.array(z.object(branch)).min(2).max(10) });
export const SubProcessNode = z.object({
  id: NodeId,
  type: z.literal('subProcess'),
  title: BilingualText.optional(),
  definitionId: z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/),
  version: z.int().min(1),
  when: NodeCondition.optional(),
  nodes: Nodes.optional(),
});

/** A node of any type. */
export const ApprovalNode: z.ZodType<ApprovalNode, ApprovalNodeInput> = z
  .discriminatedUnion('type', [InOrderNode, AllOfNode, AnyOfNode, WeightedVoteNode, CopyNode, ConditionNode, ParallelNode, SubProcessNode])
  .meta({ id: 'ApprovalNode' });
