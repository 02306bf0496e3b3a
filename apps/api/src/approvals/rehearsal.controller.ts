import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ApprovalRehearsal, RehearseApproval } from '@fairmark/contracts/approvals';
import { Database } from '@fairmark/persistence/database';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { Answer } from '../problems/index.js';
import { mustKeepDefinitions } from './keepers.js';
import { rehearse } from './rehearsal/rehearse.js';

/** What would happen, before it does. */
@ApiTags('approvals')
@Controller('api/approval-definitions')
export class RehearsalController {
  constructor(private readonly database: Database) {}

  /** For this submitter on this day: these people, in this order, these deadlines, these problems. Writes nothing. */
  @Post('rehearse')
  @Access('approvalDefinitions.rehearse')
  @Answer(ApprovalRehearsal)
  async rehearse(@Body({ schema: RehearseApproval }) body: RehearseApproval, @CurrentActor() { employeeId }: Actor): Promise<ApprovalRehearsal> {
    await mustKeepDefinitions(this.database.read, employeeId);
    return rehearse(this.database.read, body);
  }
}
