import { z } from 'zod';
import { BilingualText, Duration } from '../common/index.js';
import { FormField } from './form.js';
import { ApprovalNode } from './nodes.js';
import { SamePersonPolicy } from './steps.js';

/** What is decided. Goals, scores, calibrations and appeals never pass by time-out. */
export const ApprovalKind = z.enum(['goals', 'scores', 'calibration', 'appeals', 'plans', 'gates', 'exceptions']);
export type ApprovalKind = z.infer<typeof ApprovalKind>;

/** `withdrawAfterEnd`: the submitter may take an approved case back, its effects are undone. `resubmitWithin`: length after which the submitter of a returned case is reminded. */
export const ApprovalSettings = z.object({
  samePerson: SamePersonPolicy.default('actsOnce'),
  submitterMayApprove: z.boolean().default(false),
  withdrawAfterEnd: z.boolean().optional(),
  resubmitWithin: Duration.optional(),
});
export type ApprovalSettings = z.infer<typeof ApprovalSettings>;

/** A versioned approval process as a document of blocks. A version in use never changes; nodes run in the order of the list. */
export const ApprovalDefinition = z
  .object({
    id: z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/),
    version: z.int().min(1),
    kind: ApprovalKind,
    title: BilingualText,
    /** Fields that a submission carries. */
    form: z.array(FormField).max(30).optional(),
    nodes: z.array(ApprovalNode).min(1).max(30),
    settings: ApprovalSettings.default({ samePerson: 'actsOnce', submitterMayApprove: false }),
  })
  .meta({ id: 'ApprovalDefinition' });
export type ApprovalDefinition = z.infer<typeof ApprovalDefinition>;
export type ApprovalDefinitionInput = z.input<typeof ApprovalDefinition>;
