import type { CreateDelegation } from '@fairmark/contracts/delegations';
import { instantOf } from '../ui/format.js';
import type { DelegationValues } from './NewDelegation.js';

/** The request of a new delegation. */
export const delegationBody = ({ delegateId, from, to, kinds, reason }: DelegationValues): CreateDelegation => ({ delegateId: delegateId[0] ?? '', from: instantOf(from), to: instantOf(to), kinds, reason: reason.trim() });
