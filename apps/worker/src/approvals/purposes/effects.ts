import type { Transition } from '@fairmark/domain/process';
import type { ApprovalRequestRow } from '@fairmark/persistence/approvals';
import type { ProcessContext } from '../../processes/index.js';
import type { Ended } from '../host.js';

/** What an outcome changes besides the case: signals, notices and lines of the record. */
export type Effects = Pick<Transition, 'audit'> & Partial<Pick<Transition, 'signals' | 'notices'>>;

/** What follows from the outcomes of one purpose, in the transaction of the decision. */
export interface PurposeEffects {
  onApproved(context: ProcessContext, request: ApprovalRequestRow, ended: Ended): Promise<Effects>;
  onRejected(context: ProcessContext, request: ApprovalRequestRow): Promise<Effects>;
  /** `undo`: it had been approved. Refuses when its effects cannot be undone any more. */
  onWithdrawn(context: ProcessContext, request: ApprovalRequestRow, undo: boolean): Promise<Effects>;
}

/** Nothing but the case itself changes. */
export const nothing = (): Promise<Effects> => Promise.resolve({ audit: [] });
