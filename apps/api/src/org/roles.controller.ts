import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id } from '@fairmark/contracts/common';
import { accessErrors, identityErrors, orgPageErrors } from '@fairmark/contracts/errors';
import { GrantRole, RoleGranted, RoleGrantList } from '@fairmark/contracts/org';
import { Database, sql, type Executor } from '@fairmark/persistence/database';
import { grantRole, isActivePerson, revokeRole } from '@fairmark/persistence/identity';
import { listRoleGrants } from '@fairmark/persistence/org';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { Answer, ApiError } from '../problems/index.js';
import { WholeCompany } from './wholeCompany.js';

/** The page of stored roles. HR looks, an administrator of the whole company gives and takes, nobody for themselves. */
@ApiTags('organisation')
@Controller('api/org/roles')
export class RolesController {
  constructor(
    private readonly database: Database,
    private readonly wholeCompany: WholeCompany,
  ) {}

  @Get()
  @Access('org.roles')
  @Answer(RoleGrantList)
  async list(): Promise<RoleGrantList> {
    return { grants: await listRoleGrants(this.database.read) };
  }

  @Post()
  @Access('org.grantRole')
  @Answer(RoleGranted, 201)
  async grant(@CurrentActor() actor: Actor, @Body({ schema: GrantRole }) body: GrantRole): Promise<RoleGranted> {
    await this.assertMayChange(actor, body.employeeId);
    return this.database.transaction(async (tx) => {
      if (!(await isActivePerson(tx, body.employeeId))) throw new ApiError(identityErrors.personInactive);
      if (body.departmentId !== null && !(await departmentExists(tx, body.departmentId))) throw new ApiError(orgPageErrors.unknownDepartmentId);
      return { id: await grantRole(tx, body, { by: actor.employeeId, at: new Date().toISOString() }) };
    });
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('org.grantRole')
  async revoke(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<void> {
    const grant = await this.database.read.one(sql<{ employeeId: string }>`select employee_id as "employeeId" from role_grants where id = ${id}`);
    if (!grant) throw new ApiError(accessErrors.objectNotFound);
    await this.assertMayChange(actor, grant.employeeId);
    await this.database.transaction((tx) => revokeRole(tx, id, { by: actor.employeeId, at: new Date().toISOString() }));
  }

  private async assertMayChange(actor: Actor, employeeId: string): Promise<void> {
    await this.wholeCompany.assert(actor, 'admin');
    if (employeeId === actor.employeeId) throw new ApiError(orgPageErrors.ownRole);
  }
}

async function departmentExists(tx: Executor, id: string): Promise<boolean> {
  return (await tx.one(sql`select 1 from departments where id = ${id}`)) !== undefined;
}
