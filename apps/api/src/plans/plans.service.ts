import { Inject, Injectable } from '@nestjs/common';
import { accessErrors, plansErrors } from '@fairmark/contracts/errors';
import type { PlanCheck, PlanExperience, PlanUploaded, PlanVersionView, PlanView, UploadPlanVersion } from '@fairmark/contracts/plans';
import { blockingFindings, validatePlan } from '@fairmark/domain/plans';
import { Database } from '@fairmark/persistence/database';
import { plansWithVersions, planVersion, recordExperience, storeVersion } from '@fairmark/persistence/plans';
import type { Config } from '@fairmark/runtime/config';
import { CONFIG } from '../infrastructure/index.js';
import { ApiError } from '../problems/index.js';

/** Plans and their versions. An upload with findings is kept as a draft; no cycle can use it while something forbids it. */
@Injectable()
export class PlansService {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(): Promise<PlanView[]> {
    return plansWithVersions(this.database.read);
  }

  /** @throws {ApiError} `OBJECT.NOT_FOUND` */
  async read(code: string): Promise<PlanView> {
    const [plan] = await plansWithVersions(this.database.read, code);
    return plan ?? missing();
  }

  /** @throws {ApiError} `OBJECT.NOT_FOUND` */
  async version(code: string, no: number): Promise<PlanVersionView> {
    return (await planVersion(this.database.read, code, no)) ?? missing();
  }

  check({ document, overrides }: UploadPlanVersion): PlanCheck {
    const findings = validatePlan(document, { overrides, allowSeconds: this.config.allowSecondDurations });
    return { usable: blockingFindings(findings).length === 0, findings };
  }

  /** @param code the plan that the route names; a document of another plan is refused */
  async upload(upload: UploadPlanVersion, actorId: string, code = upload.document.code): Promise<PlanUploaded> {
    if (upload.document.code !== code) throw new ApiError(plansErrors.otherPlan, { expected: code, found: upload.document.code });
    const { usable, findings } = this.check(upload);
    const stored = await this.database.transaction((tx) => storeVersion(tx, { ...upload, findings, actorId }));
    return { ...stored, code, usable, findings };
  }

  async recordExperience(code: string, experience: PlanExperience, actorId: string): Promise<number> {
    const plan = await this.read(code);
    return this.database.transaction((tx) => recordExperience(tx, plan.id, experience, actorId));
  }
}

function missing(): never {
  throw new ApiError(accessErrors.objectNotFound);
}
