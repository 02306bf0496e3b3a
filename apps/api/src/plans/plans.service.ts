import { Inject, Injectable } from '@nestjs/common';
import { accessErrors, plansErrors } from '@fairmark/contracts/errors';
import type { PlanCheck, PlanDifferencesView, PlanDraftBegun, PlanDraftSaved, PlanExperience, PlanPeople, PlanPeopleQuery, PlanUploaded, PlanUsage, PlanVersionView, PlanView, SavePlanDraft, UploadPlanVersion } from '@fairmark/contracts/plans';
import { blockingFindings, planDifferences, validatePlan } from '@fairmark/domain/plans';
import { Database } from '@fairmark/persistence/database';
import { planPeople, plansWithVersions, planUsage, planVersion, recordExperience, retireVersion, saveDraft, storeVersion } from '@fairmark/persistence/plans';
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

  /** Where a version differs from another one of the same plan. */
  async differences(code: string, no: number, against: number): Promise<PlanDifferencesView> {
    const [before, after] = [await this.version(code, against), await this.version(code, no)];
    return { against, differences: planDifferences(before.document, after.document) };
  }

  async usage(code: string, no: number): Promise<PlanUsage> {
    return { cycles: await planUsage(this.database.read, (await this.version(code, no)).id) };
  }

  async people(code: string, no: number, query: PlanPeopleQuery): Promise<PlanPeople> {
    return planPeople(this.database.read, (await this.version(code, no)).id, query);
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

  /** Saves a draft in place. @throws {ApiError} `OBJECT.NOT_FOUND`; as `saveDraft` */
  async saveDraft(code: string, no: number, { revision, ...draft }: SavePlanDraft, actorId: string): Promise<PlanDraftSaved> {
    if (draft.document.code !== code) throw new ApiError(plansErrors.otherPlan, { expected: code, found: draft.document.code });
    const { usable, findings } = this.check(draft);
    const saved = await this.database.transaction((tx) => saveDraft(tx, code, no, { ...draft, findings, revision }, actorId, new Date().toISOString()));
    return saved === undefined ? missing() : { revision: saved, usable, findings };
  }

  /** The next draft with the content of a version, whatever has become of that one. */
  async beginDraft(code: string, from: number, actorId: string): Promise<PlanDraftBegun> {
    const { document, overrides } = await this.version(code, from);
    const { findings } = this.check({ document, overrides });
    const { no } = await this.database.transaction((tx) => storeVersion(tx, { document, overrides, findings, actorId, always: true }));
    return { no };
  }

  async retire(code: string, no: number, reason: string, actorId: string): Promise<void> {
    if (!(await this.database.transaction((tx) => retireVersion(tx, code, no, reason, actorId, new Date().toISOString())))) missing();
  }

  async recordExperience(code: string, experience: PlanExperience, actorId: string): Promise<number> {
    const plan = await this.read(code);
    return this.database.transaction((tx) => recordExperience(tx, plan.id, experience, actorId));
  }
}

function missing(): never {
  throw new ApiError(accessErrors.objectNotFound);
}
