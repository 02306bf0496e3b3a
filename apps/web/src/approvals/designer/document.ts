import type { ApprovalNodeInput, DefinitionDocument, FormField, ApprovalDefinitionInput } from '@fairmark/contracts/approvals';
import { z } from 'zod';

/** A document under edit. It may break rules, which the findings say; only what cannot be drawn at all is not edited here. */
export type EditedDocument = ApprovalDefinitionInput;
export type EditedField = z.input<typeof FormField>;
export type NodeOf<Type extends ApprovalNodeInput['type']> = Extract<ApprovalNodeInput, { type: Type }>;
/** Steps in which somebody decides. */
export type EditedStep = NodeOf<'inOrder' | 'allOf' | 'anyOf' | 'weightedVote'>;

export const STEP_TYPES = ['inOrder', 'allOf', 'anyOf', 'weightedVote'] as const;
export const NODE_TYPES = [...STEP_TYPES, 'copy', 'condition', 'parallel', 'subProcess'] as const;
export type NodeType = (typeof NODE_TYPES)[number];

export const isStep = (node: ApprovalNodeInput): node is EditedStep => (STEP_TYPES as readonly string[]).includes(node.type);

const Texts = z.looseObject({ zh: z.string() });
const Length = z.looseObject({ n: z.number(), unit: z.string() });
const Sources = z.array(z.looseObject({ type: z.string() }));
const Nodes: z.ZodType = z.lazy(() => z.array(Drawable));
const Branch = z.looseObject({ id: z.string(), nodes: Nodes });
const Drawable = z.union([
  z.looseObject({ id: z.string(), type: z.enum(STEP_TYPES), title: Texts, approvers: Sources, duration: Length, timeout: z.looseObject({ act: z.string() }), reminders: z.array(Length).optional(), fallback: Sources.optional() }),
  z.looseObject({ id: z.string(), type: z.literal('copy'), title: Texts, recipients: Sources }),
  z.looseObject({ id: z.string(), type: z.literal('condition'), branches: z.array(Branch.extend({ when: z.array(z.looseObject({ test: z.string(), field: z.string() })) })), otherwise: z.looseObject({ nodes: Nodes }) }),
  z.looseObject({ id: z.string(), type: z.literal('parallel'), branches: z.array(Branch) }),
  z.looseObject({ id: z.string(), type: z.literal('subProcess'), definitionId: z.string(), version: z.number() }),
]);
const DrawableDocument = z.looseObject({ kind: z.string(), title: Texts, nodes: Nodes, form: z.array(z.looseObject({ id: z.string(), type: z.string(), title: Texts })).optional() });

/** The document, when it has the form that the chart and the fields need. A draft that came over the API may not. */
export function drawable(document: DefinitionDocument): EditedDocument | undefined {
  return DrawableDocument.safeParse(document).success ? (document as unknown as EditedDocument) : undefined;
}
