import { Injectable } from '@nestjs/common';
import type { CaseView, WriteCase } from '@fairmark/contracts/cases';
import { accessErrors, caseErrors } from '@fairmark/contracts/errors';
import { archiveCase, caseById, insertCase, isActivePerson, personalIn, updateCase } from '@fairmark/persistence/cases';
import { Database, type Executor } from '@fairmark/persistence/database';
import { ApiError } from '../problems/index.js';

/** Writes cases; nothing personal gets into one. */
@Injectable()
export class LibraryService {
  constructor(private readonly database: Database) {}

  /** @throws {ApiError} `OBJECT.NOT_FOUND` */
  async read(id: string): Promise<CaseView> {
    const found = await caseById(this.database.read, id);
    if (!found) throw new ApiError(accessErrors.objectNotFound);
    return found;
  }

  /** @throws {ApiError} `CASE.*` */
  async create(body: WriteCase, by: { id: string; isHr: boolean }): Promise<CaseView> {
    const id = await this.database.transaction(async (tx) => {
      await mustBeClean(tx, body, by.isHr);
      return insertCase(tx, body, { by: by.id, at: new Date().toISOString() });
    });
    return this.read(id);
  }

  /** @throws {ApiError} `OBJECT.NOT_FOUND`, `CASE.*` */
  async update(id: string, body: WriteCase, by: { id: string; isHr: boolean }): Promise<CaseView> {
    const present = await this.read(id);
    await this.database.transaction(async (tx) => {
      await mustBeClean(tx, body, by.isHr || (present.kind !== 'appeal' && body.kind !== 'appeal'));
      if (!(await updateCase(tx, id, body, { by: by.id, at: new Date().toISOString() }))) throw new ApiError(accessErrors.objectNotFound);
    });
    return this.read(id);
  }

  async archive(id: string, by: string): Promise<CaseView> {
    await this.read(id);
    await this.database.transaction((tx) => archiveCase(tx, id, { by, at: new Date().toISOString() }));
    return this.read(id);
  }
}

/** A decision about an appeal enters by HR only, retyped: there is no way to copy one. */
async function mustBeClean(tx: Executor, { title, situation, decision, lesson, tags, kind, keeperId }: WriteCase, mayWriteAppeal: boolean): Promise<void> {
  if (kind === 'appeal' && !mayWriteAppeal) throw new ApiError(caseErrors.hrOnly);
  const found = await personalIn(tx, { title, situation, decision, lesson, tags: tags.join(' ') });
  if (found.length > 0) throw new ApiError(caseErrors.personal, { found });
  if (!(await isActivePerson(tx, keeperId))) throw new ApiError(caseErrors.keeperInactive);
}
