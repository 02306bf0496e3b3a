import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { accessErrors, identityErrors } from '@fairmark/contracts/errors';
import { InvitationResult, SendInvitations, SetAccount } from '@fairmark/contracts/identity';
import { relationsTo } from '@fairmark/persistence/access';
import { Database } from '@fairmark/persistence/database';
import { isActivePerson, setAccountDisabled } from '@fairmark/persistence/identity';
import { Access } from '../access/access.decorator.js';
import { type Actor, CurrentActor } from '../access/actor.js';
import { Answer } from '../problems/index.js';
import { LinksService } from './links.service.js';

/** Accounts of other people: invitations and disabling, inside the scope of HR or by an administrator. */
@Controller('api')
export class AccountsController {
  constructor(
    private readonly database: Database,
    private readonly links: LinksService,
  ) {}

  /** Invites people. Somebody who cannot be invited does not keep the others from their mail. */
  @Post('invitations')
  @Access('identity.invite')
  @Answer(InvitationResult)
  async invite(@CurrentActor() actor: Actor, @Body({ schema: SendInvitations }) body: SendInvitations): Promise<InvitationResult> {
    const result: InvitationResult = { sent: [], skipped: [] };
    for (const employeeId of new Set(body.employeeIds)) {
      const code = await this.inviteOne(actor, employeeId);
      if (code) result.skipped.push({ employeeId, code });
      else result.sent.push(employeeId);
    }
    return result;
  }

  private async inviteOne(actor: Actor, employeeId: string): Promise<string | undefined> {
    const { found, relations } = await relationsTo(this.database.read, actor.employeeId, 'employee', employeeId);
    if (!found) return accessErrors.objectNotFound;
    if (!relations.has('hr') && !relations.has('admin')) return accessErrors.denied;
    if (!(await isActivePerson(this.database.read, employeeId))) return identityErrors.personInactive;
    await this.database.transaction((tx) => this.links.invite(tx, employeeId, actor.employeeId));
    return undefined;
  }

  @Put('employees/:id/account')
  @HttpCode(204)
  @Access('identity.account')
  async account(@CurrentActor() actor: Actor, @Param('id') employeeId: string, @Body({ schema: SetAccount }) body: SetAccount): Promise<void> {
    await this.database.transaction((tx) => setAccountDisabled(tx, employeeId, body.disabled, { by: actor.employeeId, at: new Date().toISOString() }));
  }
}
