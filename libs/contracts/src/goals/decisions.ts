import { z } from 'zod';
import { ReturnCase } from '../approvals/index.js';
import { GoalProposal } from './proposal.js';

const Text = z.string().trim().min(1).max(4_000);

/** Agreement without a word. */
export const Agree = z.strictObject({}).meta({ id: 'Agree' });

/** An approval; what is added is readable for the employee. */
export const ApproveGoals = z.strictObject({ comment: Text.optional() }).meta({ id: 'ApproveGoals' });
export type ApproveGoals = z.infer<typeof ApproveGoals>;

/** Back to who submitted, with the reason. */
export const ReturnGoals = z.strictObject({ reason: Text }).meta({ id: 'ReturnGoals' });
export type ReturnGoals = z.infer<typeof ReturnGoals>;

/** Back from an approval, to who submitted or to a node that was passed. */
export const ReturnGoalApproval = ReturnGoals.extend({ to: ReturnCase.shape.to, then: ReturnCase.shape.then }).meta({ id: 'ReturnGoalApproval' });
export type ReturnGoalApproval = z.infer<typeof ReturnGoalApproval>;

/** The employee does not agree with edited or drafted goals. Without a counter-proposal the employee's last own proposal stands. */
export const ObjectToGoals = z.strictObject({ reason: Text, proposal: GoalProposal.optional() }).meta({ id: 'ObjectToGoals' });
export type ObjectToGoals = z.infer<typeof ObjectToGoals>;

/** What was talked about in a check-in; both the employee and the manager read it. */
export const CheckIn = z.strictObject({ note: Text }).meta({ id: 'CheckIn' });
export type CheckIn = z.infer<typeof CheckIn>;
