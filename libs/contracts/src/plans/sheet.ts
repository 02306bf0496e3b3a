import { z } from 'zod';
import { BasisPoints, BilingualText, DecimalString } from '../common/index.js';
import { CommunityStage } from '../org/index.js';
import { Anchor, IndicatorId } from './indicator.js';

const Code = z.string().min(1).max(60);

/** Whom a sheet is for: communities of a type in a stage, one community (一社一策), or people of a position without a community. */
export const SheetFor = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('communityType'), type: Code, stage: CommunityStage }),
    z.object({ kind: z.literal('community'), communityCode: Code }),
    z.object({ kind: z.literal('position'), positionCode: Code }),
  ])
  .meta({ id: 'SheetFor' });
export type SheetFor = z.infer<typeof SheetFor>;

/** What a missing value does: scoring waits, or its weight moves to other items of the same horizon. */
export const MissingPolicy = z.enum(['block', 'reweight']).meta({ id: 'MissingPolicy' });
export type MissingPolicy = z.infer<typeof MissingPolicy>;

export const SheetItem = z
  .object({
    indicatorId: IndicatorId,
    weightBp: z.int().min(1).max(10_000),
    /** In the unit of the indicator; left out for judged indicators. */
    target: DecimalString.optional(),
    targetEditable: z.boolean().default(true),
    /** Overrides the policy of the sheet. */
    missing: MissingPolicy.optional(),
    /** Overrides the baseline of the indicator's realism band for this sheet. */
    baseline: DecimalString.optional(),
  })
  .meta({ id: 'SheetItem' });
export type SheetItem = z.infer<typeof SheetItem>;

/** Indicators and weights for one kind of community or position; the weights sum to exactly 10,000 bp. */
export const Sheet = z
  .object({
    id: Code,
    name: BilingualText,
    for: SheetFor,
    items: z.array(SheetItem).min(1).max(30),
    missing: MissingPolicy,
    /** Codes of departments whose goals the sheet depends on; they are consulted and countersign. */
    dependsOnDepartments: z.array(Code).max(20).default([]),
    /** Collaborators in other departments are asked: the composed sheet gets the collaboration item of the personal block. */
    collaboration: z.boolean().default(false),
  })
  .meta({ id: 'Sheet' });
export type Sheet = z.infer<typeof Sheet>;

const personalItem = { weightBp: z.int().min(1).max(10_000), name: BilingualText, anchors: z.array(Anchor).min(2).max(11) };

/**
 * The part of every sheet that is about the person. Growth and collaboration share by their weights what the personal goals
 * leave of the block. A sheet without collaboration leaves that item out.
 */
export const PersonalBlock = z
  .object({
    weightBp: BasisPoints.default(2_000),
    growth: z.object({ ...personalItem, description: BilingualText.optional() }).optional(),
    collaboration: z.object(personalItem).optional(),
    goals: z.object({ maxWeightBp: z.int().min(0).max(2_000), maxCount: z.int().min(0).max(10), anchors: z.array(Anchor).min(2).max(11) }),
  })
  .meta({ id: 'PersonalBlock' });
export type PersonalBlock = z.infer<typeof PersonalBlock>;
