import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ApprovalSubmitted, SubmitPlanVersion } from '@fairmark/contracts/approvals';
import { accessErrors, ApprovalStoreErrors } from '@fairmark/contracts/errors';
import { beginPlanApproval, planVersion } from '@fairmark/persistence/plans';
import { Database } from '@fairmark/persistence/database';
import { z } from 'zod';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { Answer, ApiError } from '../problems/index.js';
import { submitCase } from './requests/submitCase.js';

const Code = z.string().max(60);
const No = z.coerce.number().int().min(1).max(100_000);

/** A plan version is handed in for approval: draft → in review → approved, with the departments that its sheets depend on. */
@ApiTags('plans')
@Controller('api/plans')
export class PlanSubmissionController {
  constructor(private readonly database: Database) {}

  @Post(':code/versions/:no/submit')
  @Access('plans.submit')
  @Answer(ApprovalSubmitted, 202)
  async submit(@Param('code', { schema: Code }) code: string, @Param('no', { schema: No }) no: number, @Body({ schema: SubmitPlanVersion }) body: SubmitPlanVersion, @CurrentActor() { employeeId }: Actor): Promise<ApprovalSubmitted> {
    const { reason = null, fields = {}, chosen = {} } = body;
    return this.database.transaction(async (tx) => {
      const version = await planVersion(tx, code, no);
      if (!version) throw new ApiError(accessErrors.objectNotFound);
      if (!version.usable) throw new ApiError(ApprovalStoreErrors.planNotUsable, { findings: version.findings });
      const about = { planVersionId: version.id };
      const approvalId = await submitCase(tx, { purpose: 'planVersion', subjectId: null, submitterId: employeeId, departmentId: null, about, fields, chosen, reason });
      if (!(await beginPlanApproval(tx, version.id))) throw new ApiError(ApprovalStoreErrors.alreadyApproved);
      return { approvalId };
    });
  }
}
