import { z } from 'zod';
import { Id } from '../common/index.js';
import { NodeId } from './nodeId.js';

/** Who is left out of a panel besides the parties of the case: the subject's line upwards, their reports, who had a part in the matter, who decided an earlier node. */
export const PanelExclusion = z.enum(['line', 'reports', 'participants', 'approvers']);
export type PanelExclusion = z.infer<typeof PanelExclusion>;

/**
 * Where approvers come from; the caller resolves a source to people as of the day.
 *
 * - `lineManager` level 1 is the direct manager of the subject; with `upTo` everybody from level 1 up to the level, nearest first. `secondApprover` is the next-level manager.
 * - `role`: holders in the named scope. `countersigners`: heads of the departments that a sheet depends on.
 * - `submitterChooses`: the submission carries the people (`chosen`), between `min` and `max` of them; at most once in a node.
 * - `previousApprovers`: who approved an earlier node of this case; the engine knows them.
 * - `panel`: the first `size` people of a pool; the caller lists the pool in the order of the draw, without those that `exclude` names (except `approvers`, whom the engine leaves out).
 */
export const ApproverSource = z.discriminatedUnion('type', [
  z.object({ type: z.literal('lineManager'), level: z.int().min(1).max(10), upTo: z.boolean().optional() }),
  z.object({ type: z.literal('secondApprover') }),
  z.object({ type: z.literal('departmentHead') }),
  z.object({ type: z.literal('person'), personId: Id }),
  z.object({ type: z.literal('role'), role: z.string().min(1).max(40), scope: z.enum(['subject', 'department', 'session', 'company']) }),
  z.object({ type: z.literal('countersigners') }),
  z.object({ type: z.literal('submitterChooses'), min: z.int().min(1).max(20), max: z.int().min(1).max(20) }),
  z.object({ type: z.literal('previousApprovers'), nodeId: NodeId }),
  z.object({
    type: z.literal('panel'),
    size: z.union([z.literal(3), z.literal(5)]),
    pool: z.object({ role: z.string().min(1).max(40), scope: z.enum(['department', 'company']) }),
    exclude: z.array(PanelExclusion).max(4).default(['line', 'reports', 'participants', 'approvers']),
  }),
]);
export type ApproverSource = z.infer<typeof ApproverSource>;
