import { z } from 'zod';
import { BasisPoints, BilingualText, DecimalString, LocalDate } from '../common/index.js';
import { Anchor, Band, Horizon, Indicator, MissingPolicy, Unit } from '../plans/index.js';

/** Code of the block of goals about the person, and of the block of a position; community codes never begin with an underscore. */
export const PERSONAL_BLOCK = '_personal';
export const POSITION_BLOCK = '_position';

/** Identifier of an item on a person's sheet: `<block code>.<indicator or goal id>`. Stable from goal setting to appeal. */
export const ItemId = z.string().min(3).max(160);

/** The employee's own words about a goal. `trial` goals are scored on doing and learning from them, not on success. */
export const PersonalGoal = z
  .object({
    goalId: z.string().regex(/^g[0-9]{1,2}$/),
    kind: z.enum(['goal', 'trial']),
    title: z.string().trim().min(1).max(200),
    /** How one will see that it is reached. */
    measure: z.string().trim().min(1).max(1_000),
    target: DecimalString.optional(),
    unit: Unit.optional(),
    /** "At least two": a count that is required beside the result. */
    requiredCount: z.int().min(1).max(1_000).optional(),
    /** The goal above to which this one contributes. */
    parentGoal: z.string().trim().min(1).max(500),
    dueOn: LocalDate,
    weightBp: z.int().min(1).max(2_000),
  })
  .meta({ id: 'PersonalGoal' });
export type PersonalGoal = z.infer<typeof PersonalGoal>;

/** Targets inside are realistic; outside a reason and a second approver are needed. */
export const RealismBand = z.object({ low: DecimalString, high: DecimalString }).meta({ id: 'RealismBand' });
export type RealismBand = z.infer<typeof RealismBand>;

/** One line of a composed sheet with everything needed to score it; `indicator` is null for items of the personal block. */
export const ComposedItem = z
  .object({
    itemId: ItemId,
    kind: z.enum(['indicator', 'growth', 'collaboration', 'personalGoal']),
    name: BilingualText,
    weightBp: BasisPoints,
    horizon: Horizon,
    indicator: Indicator.nullable(),
    /** Definition of the counter-indicator, and of the inputs when the indicator is a formula. */
    counter: Indicator.nullable(),
    inputs: z.array(Indicator),
    target: DecimalString.nullable(),
    targetEditable: z.boolean(),
    realismBand: RealismBand.nullable(),
    missing: MissingPolicy,
    /** Present for everything that a person judges. */
    anchors: z.array(Anchor).nullable(),
    goal: PersonalGoal.nullable(),
  })
  .meta({ id: 'ComposedItem' });
export type ComposedItem = z.infer<typeof ComposedItem>;

/** The items of one community, of the position, or of the person. Weights of all items of all blocks sum to exactly 10,000 bp. */
export const ComposedBlock = z
  .object({
    code: z.string(),
    kind: z.enum(['community', 'position', 'personal']),
    sheetId: z.string().nullable(),
    name: BilingualText,
    weightBp: BasisPoints,
    dependsOnDepartments: z.array(z.string()),
    items: z.array(ComposedItem),
  })
  .meta({ id: 'ComposedBlock' });
export type ComposedBlock = z.infer<typeof ComposedBlock>;

/** What one person is scored on in one cycle; frozen with the goals. */
export const ComposedSheet = z
  .object({
    formatVersion: z.literal(1),
    blocks: z.array(ComposedBlock),
    collaboration: z.boolean(),
    maxReweightBp: BasisPoints,
    bands: z.array(Band),
    /** Weights by which growth and collaboration share what personal goals leave, and the limits of personal goals. */
    personalRules: z.object({ growthBp: z.int(), collaborationBp: z.int(), goalsMaxBp: z.int(), goalsMaxCount: z.int(), goalAnchors: z.array(Anchor) }),
  })
  .meta({ id: 'ComposedSheet' });
export type ComposedSheet = z.infer<typeof ComposedSheet>;
