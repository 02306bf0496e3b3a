import { ApprovalStoreErrors } from '@fairmark/contracts/errors';
import type { Executor } from '@fairmark/persistence/database';
import { activeRoles, hasRole } from '@fairmark/persistence/identity';
import { ApiError } from '../problems/index.js';

/** How a company decides belongs to HR of the whole company and to administrators. @throws {ApiError} `APPROVAL_STORE.COMPANY_ONLY` */
export async function mustKeepDefinitions(read: Executor, employeeId: string): Promise<void> {
  const grants = await activeRoles(read, employeeId);
  if (!grants.some(({ role, departmentId }) => departmentId === null && (role === 'hr' || role === 'admin'))) throw new ApiError(ApprovalStoreErrors.companyOnly);
}

/** What a department uses may also be chosen by HR in whose scope it is. @throws {ApiError} `APPROVAL_STORE.COMPANY_ONLY` */
export async function mustKeepUses(read: Executor, employeeId: string, departmentId: string | null): Promise<void> {
  if (departmentId !== null && (await hasRole(read, employeeId, 'hr', departmentId))) return;
  await mustKeepDefinitions(read, employeeId);
}
