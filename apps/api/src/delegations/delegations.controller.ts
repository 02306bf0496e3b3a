import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id } from '@fairmark/contracts/common';
import { CreateDelegation, DelegationList, DelegationMade, DelegationQuery, DelegationView, EndDelegation, MyDelegations } from '@fairmark/contracts/delegations';
import { hrErrors } from '@fairmark/contracts/errors';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { Answer, ApiError } from '../problems/index.js';
import { DelegationsService } from './delegations.service.js';

/** Standing substitutes (委托): the own ones, and HR's for people of its scope. */
@ApiTags('delegations')
@Controller('api')
export class DelegationsController {
  constructor(private readonly delegations: DelegationsService) {}

  @Get('delegations')
  @Access('delegations.mine')
  @Answer(MyDelegations)
  async mine(@CurrentActor() { employeeId }: Actor): Promise<MyDelegations> {
    return this.delegations.of(employeeId, employeeId);
  }

  @Post('delegations')
  @Access('delegations.create')
  @Answer(DelegationMade, 201)
  async create(@CurrentActor() { employeeId }: Actor, @Body({ schema: CreateDelegation }) body: CreateDelegation): Promise<DelegationMade> {
    return { id: await this.delegations.create(employeeId, employeeId, body) };
  }

  /** Delegations of the people of HR's scope. */
  @Get('delegations/all')
  @Access('delegations.list')
  @Answer(DelegationList)
  async list(@CurrentActor() { employeeId }: Actor, @Query({ schema: DelegationQuery }) query: DelegationQuery): Promise<DelegationList> {
    return this.delegations.list(employeeId, query);
  }

  /** By the person, by their substitute who declines, or by HR of the person. */
  @Post('delegations/:id/end')
  @Access('delegations.end')
  @Answer(DelegationView)
  async end(@CurrentActor() { employeeId }: Actor, @Param('id', { schema: Id }) id: string, @Body({ schema: EndDelegation }) { reason }: EndDelegation): Promise<DelegationView> {
    return this.delegations.end(id, employeeId, reason);
  }

  @Get('org/employees/:id/delegations')
  @Access('delegations.ofEmployee')
  @Answer(MyDelegations)
  async ofEmployee(@CurrentActor() { employeeId }: Actor, @Param('id', { schema: Id }) id: string): Promise<MyDelegations> {
    return this.delegations.of(id, employeeId);
  }

  /** HR for somebody who cannot; never with HR itself as the substitute: HR decides nothing about people. */
  @Post('org/employees/:id/delegations')
  @Access('delegations.createFor')
  @Answer(DelegationMade, 201)
  async createFor(@CurrentActor() { employeeId }: Actor, @Param('id', { schema: Id }) id: string, @Body({ schema: CreateDelegation }) body: CreateDelegation): Promise<DelegationMade> {
    if (body.delegateId === employeeId) throw new ApiError(hrErrors.notOneself);
    return { id: await this.delegations.create(id, employeeId, body) };
  }
}
