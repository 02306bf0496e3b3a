import type { ApprovalDefinition, ApproverSource } from '@fairmark/contracts/approvals';
import { stepsOf } from '../approval/index.js';
import { assertNever } from '../common/index.js';

/** The organisation as approvals look at it. Everybody named here can act. */
export interface ApproverOrg {
  /** Active managers above a person, nearest first. */
  readonly managersOf: (employeeId: string) => readonly string[];
  /** Active head of the person's department, or of the nearest department above that has one. */
  readonly headOf: (employeeId: string) => string | undefined;
  /** Who owns what nobody else can: HR of the whole company, else the administrators. */
  readonly administrators: readonly string[];
  /** Holders of a stored role. */
  readonly roleHolders: (role: string) => readonly string[];
}

function bySource(source: ApproverSource, employeeId: string, org: ApproverOrg): readonly string[] {
  switch (source.type) {
    case 'lineManager':
      return org.managersOf(employeeId).slice(source.upTo ? 0 : source.level - 1, source.level);
    case 'secondApprover':
      return org.managersOf(employeeId).slice(1, 2);
    case 'departmentHead': {
      const head = org.headOf(employeeId);
      return head === undefined ? [] : [head];
    }
    case 'person':
      return [source.personId];
    case 'role':
      return org.roleHolders(source.role);
    case 'panel':
      return org.roleHolders(source.pool.role);
    // Known only when a case is submitted: the chain behind them has to hold.
    case 'countersigners':
    case 'submitterChooses':
    case 'previousApprovers':
      return [];
    default:
      return assertNever(source);
  }
}

/** Who could decide each node of an approval for one person: its sources, its fallback, and last whoever administers the process. */
export function approversOf(definition: ApprovalDefinition, employeeId: string, org: ApproverOrg): { node: string; approverIds: string[] }[] {
  return stepsOf(definition).map(({ id, approvers, fallback }) => ({
    node: id,
    approverIds: [...new Set([...[...approvers, ...fallback].flatMap((source) => bySource(source, employeeId, org)), ...org.administrators])],
  }));
}
