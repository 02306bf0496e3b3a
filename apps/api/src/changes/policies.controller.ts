import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PolicyList, SetChangePolicy } from '@fairmark/contracts/changes';
import { changeErrors } from '@fairmark/contracts/errors';
import { policyChoice } from '@fairmark/domain/changes';
import { policyViews, setPolicy } from '@fairmark/persistence/changes';
import { Database } from '@fairmark/persistence/database';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { WholeCompany } from '../org/wholeCompany.js';
import { Answer, ApiError } from '../problems/index.js';

/** What each kind of process does with each kind of change; HR of the whole company chooses. */
@ApiTags('changes')
@Controller('api/change-policies')
export class PoliciesController {
  constructor(
    private readonly database: Database,
    private readonly wholeCompany: WholeCompany,
  ) {}

  @Get()
  @Access('changes.policies')
  @Answer(PolicyList)
  async read(): Promise<PolicyList> {
    return { policies: await policyViews(this.database.read) };
  }

  /** Counts for changes whose day comes from now on; what was applied keeps its policy. */
  @Put()
  @Access('changes.setPolicy')
  @Answer(PolicyList)
  async set(@CurrentActor() actor: Actor, @Body({ schema: SetChangePolicy }) body: SetChangePolicy): Promise<PolicyList> {
    await this.wholeCompany.assert(actor, 'hr');
    if (!policyChoice(body.process, body.change).allowed.includes(body.policy)) throw new ApiError(changeErrors.policyNotOffered, { allowed: policyChoice(body.process, body.change).allowed });
    await this.database.transaction((tx) => setPolicy(tx, body, actor.employeeId, new Date().toISOString()));
    return this.read();
  }
}
