import { Inject, Injectable } from '@nestjs/common';
import { accessErrors, exportErrors } from '@fairmark/contracts/errors';
import type { ExportKind, ExportView } from '@fairmark/contracts/exports';
import { exportState, fileOf } from '@fairmark/domain/exports';
import { Database } from '@fairmark/persistence/database';
import { exportOf, exportsOf, exportView, noteDownload, requestExport, type ExportRow } from '@fairmark/persistence/exports';
import type { Config } from '@fairmark/runtime/config';
import { readExport } from '@fairmark/runtime/exports';
import { CONFIG } from '../infrastructure/index.js';
import { ApiError } from '../problems/index.js';

/** Exports of one person: nobody finds out about another person's. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list(employeeId: string, now: string): Promise<ExportView[]> {
    return (await exportsOf(this.database.read, employeeId)).map((row) => exportView(row, now));
  }

  async request(kind: ExportKind, cycleId: string | null, by: string, at: string): Promise<ExportView> {
    return this.database.transaction(async (tx) => exportView((await exportOf(tx, await requestExport(tx, { kind, cycleId, by, at }), by)) ?? missing(), at));
  }

  /** @throws {ApiError} `OBJECT.NOT_FOUND`, `EXPORT.NOT_READY`, `EXPORT.EXPIRED` */
  async file(id: string, employeeId: string, now: string): Promise<{ bytes: Uint8Array; name: string; type: string }> {
    const row: ExportRow = (await exportOf(this.database.read, id, employeeId)) ?? missing();
    const state = exportState(row, now);
    if (state === 'waiting') throw new ApiError(exportErrors.notReady);
    const bytes = state === 'ready' ? await readExport(this.config, id) : undefined;
    if (!bytes) throw new ApiError(exportErrors.expired);
    await this.database.transaction((tx) => noteDownload(tx, row, now));
    return { bytes, ...fileOf[row.kind] };
  }
}

function missing(): never {
  throw new ApiError(accessErrors.objectNotFound);
}
