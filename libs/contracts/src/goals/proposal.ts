import { z } from 'zod';
import { DecimalString } from '../common/index.js';
import { ItemId, PersonalGoal } from './sheet.js';

const Reason = z.string().trim().min(1).max(2_000);

/** A target that differs from the sheet's; `reason` is needed where it leaves the realism band. */
export const TargetProposal = z.object({ itemId: ItemId, target: DecimalString, reason: Reason.optional() }).meta({ id: 'TargetProposal' });
export type TargetProposal = z.infer<typeof TargetProposal>;

/**
 * Goals as proposed or edited: targets of editable items (items left out keep the target they have) and all personal goals.
 * Indicators and weights of the sheet are not negotiable.
 */
export const GoalProposal = z
  .object({ items: z.array(TargetProposal).max(200), personalGoals: z.array(PersonalGoal).max(10) })
  .meta({ id: 'GoalProposal' });
export type GoalProposal = z.infer<typeof GoalProposal>;

/** A manager's edit of submitted goals, or a change during the period: the reason stays visible at scoring. */
export const GoalChange = GoalProposal.extend({ reason: Reason }).meta({ id: 'GoalChange' });
export type GoalChange = z.infer<typeof GoalChange>;

/** Why a proposal is refused (`GOALS.*`), or flagged when it needs a reason and a second approver. */
export const GoalFinding = z.object({ code: z.string(), itemId: z.string().nullable(), details: z.record(z.string(), z.unknown()) }).meta({ id: 'GoalFinding' });
export type GoalFinding = z.infer<typeof GoalFinding>;

/** One difference between two states of somebody's goals. */
export const GoalDifference = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('target'), itemId: ItemId, from: DecimalString.nullable(), to: DecimalString.nullable() }),
    z.object({ kind: z.literal('goalAdded'), goalId: z.string(), after: PersonalGoal }),
    z.object({ kind: z.literal('goalRemoved'), goalId: z.string(), before: PersonalGoal }),
    z.object({ kind: z.literal('goalChanged'), goalId: z.string(), before: PersonalGoal, after: PersonalGoal, fields: z.array(z.string()) }),
  ])
  .meta({ id: 'GoalDifference' });
export type GoalDifference = z.infer<typeof GoalDifference>;
