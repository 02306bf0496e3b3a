import { Injectable } from '@nestjs/common';
import { accessErrors, orgPageErrors } from '@fairmark/contracts/errors';
import type { AppLocale, OrgImportView } from '@fairmark/contracts/org';
import { errorCsv, type Upload } from '@fairmark/domain/org';
import { Database } from '@fairmark/persistence/database';
import { claimApply, createImport, errorsOf, filesOf, importView, restartCheck } from '@fairmark/persistence/org';
import type { Actor } from '../access/index.js';
import { ApiError } from '../problems/index.js';
import { todayOf } from './day.js';
import { ImportJobs, type ImportJob } from './importJobs.js';

/** Imports from the upload to the applied organisation. Dry runs and writing go on beside the request that starts them. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly database: Database,
    private readonly jobs: ImportJobs,
  ) {}

  /** Keeps the files and starts the dry run. */
  async upload(actor: Actor, files: readonly Upload[]): Promise<string> {
    const id = await createImport(this.database, { by: actor.employeeId, locale: actor.locale, files });
    this.start(actor, 'check', id, files.reduce((sum, file) => sum + file.bytes.byteLength, 0));
    return id;
  }

  /** @throws ApiError OBJECT.NOT_FOUND */
  async view(id: string): Promise<OrgImportView> {
    const view = await importView(this.database.read, id);
    if (!view) throw new ApiError(accessErrors.objectNotFound);
    return view;
  }

  /** Dry run again, against the organisation as it is now. @throws ApiError ORG.IMPORT_STATE */
  async check(actor: Actor, id: string): Promise<void> {
    const { state, files } = await this.view(id);
    if (!(await restartCheck(this.database.read, id))) throw new ApiError(orgPageErrors.importState, { state });
    this.start(actor, 'check', id, sizeOf(files));
  }

  /** Starts writing what the preview shows. @throws ApiError ORG.IMPORT_STATE */
  async apply(actor: Actor, id: string): Promise<void> {
    const { state, files } = await this.view(id);
    if (!(await claimApply(this.database.read, id))) throw new ApiError(orgPageErrors.importState, { state });
    this.start(actor, 'apply', id, sizeOf(files));
  }

  /** An uploaded file with a column that names every refusal. @throws ApiError OBJECT.NOT_FOUND */
  async fileWithErrors(id: string, name: string, locale: AppLocale): Promise<Uint8Array> {
    const { files } = await filesOf(this.database.read, id);
    const file = files.find((one) => one.kind === name || one.name === name);
    if (!file) throw new ApiError(accessErrors.objectNotFound);
    return errorCsv(file, await errorsOf(this.database.read, id), locale);
  }

  private start(actor: Actor, act: ImportJob['act'], id: string, size: number): void {
    this.jobs.start({ id, act, by: actor.employeeId, today: todayOf(actor), size });
  }
}

const sizeOf = (files: readonly { size: number }[]): number => files.reduce((sum, file) => sum + file.size, 0);
