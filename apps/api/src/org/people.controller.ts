import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { accessErrors } from '@fairmark/contracts/errors';
import { EmployeeAsOf, EmployeeList, EmployeeQuery, EmployeeView, InvitationsSent, PeopleFound, PeopleQuery } from '@fairmark/contracts/org';
import type { Standing } from '@fairmark/persistence/access';
import { Database } from '@fairmark/persistence/database';
import { employeeAsOf, findPeople, listEmployees, peopleToInvite, scopeOf } from '@fairmark/persistence/org';
import { Access, CurrentActor, CurrentStanding, type Actor } from '../access/index.js';
import { LinksService } from '../identity/links.service.js';
import { Answer, ApiError } from '../problems/index.js';
import { todayOf } from './day.js';

/** Invitations of one transaction: small enough that a failure repeats little, large enough to be quick. */
const invitationPage = 100;

/** People of the organisation, as of any day. HR and administrators see those of their scope. */
@ApiTags('organisation')
@Controller('api/org')
export class PeopleController {
  constructor(
    private readonly database: Database,
    private readonly links: LinksService,
  ) {}

  @Get('employees')
  @Access('org.employees')
  @Answer(EmployeeList)
  async list(@CurrentActor() actor: Actor, @Query({ schema: EmployeeQuery }) query: EmployeeQuery): Promise<EmployeeList> {
    const scope = await scopeOf(this.database.read, actor.employeeId, ['hr', 'admin']);
    return listEmployees(this.database.read, { ...query, asOf: query.asOf ?? todayOf(actor) }, scope);
  }

  @Get('employees/:id')
  @Access('org.employee')
  @Answer(EmployeeView)
  async read(@CurrentActor() actor: Actor, @CurrentStanding() { relations }: Standing, @Param('id') id: string, @Query({ schema: EmployeeAsOf }) query: EmployeeAsOf): Promise<EmployeeView> {
    const seesPrivate = relations.has('self') || relations.has('hr');
    const person = await employeeAsOf(this.database.read, id, query.asOf ?? todayOf(actor), seesPrivate);
    if (!person) throw new ApiError(accessErrors.objectNotFound);
    return person;
  }

  /** Everybody may find a colleague by name. */
  @Get('people')
  @Access('org.people')
  @Answer(PeopleFound)
  async find(@CurrentActor() actor: Actor, @Query({ schema: PeopleQuery }) { search }: PeopleQuery): Promise<PeopleFound> {
    return { people: await findPeople(this.database.read, search, todayOf(actor)) };
  }

  /** Invites everybody of the scope who was not invited yet or let the invitation expire. */
  @Post('invitations/remaining')
  @Access('org.inviteRemaining')
  @Answer(InvitationsSent)
  async inviteRemaining(@CurrentActor() actor: Actor): Promise<InvitationsSent> {
    const scope = await scopeOf(this.database.read, actor.employeeId, ['hr', 'admin']);
    const people = (await peopleToInvite(this.database.read, todayOf(actor), scope)).filter((id) => id !== actor.employeeId);
    for (let start = 0; start < people.length; start += invitationPage) {
      await this.database.transaction(async (tx) => {
        for (const id of people.slice(start, start + invitationPage)) await this.links.invite(tx, id, actor.employeeId);
      });
    }
    return { sent: people.length };
  }
}
