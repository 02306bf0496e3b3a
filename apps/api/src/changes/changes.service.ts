import { Injectable } from '@nestjs/common';
import type { ChangeList, ChangeMade, ChangePreview, ChangeQuery, ChangeView, OrganisationChange } from '@fairmark/contracts/changes';
import { accessErrors, hrErrors } from '@fairmark/contracts/errors';
import { relationsTo } from '@fairmark/persistence/access';
import { changePage, changeView, previewChange, reportChange } from '@fairmark/persistence/changes';
import { Database } from '@fairmark/persistence/database';
import { scopeOf, type Scope } from '@fairmark/persistence/org';
import type { Actor } from '../access/index.js';
import { todayOf } from '../org/day.js';
import { WholeCompany } from '../org/wholeCompany.js';
import { ApiError } from '../problems/index.js';

/** Reports changes in the organisation. A change of a person needs HR of that person, one of a department HR of the whole company; nobody reports the own change. */
@Injectable()
export class ChangesService {
  constructor(
    private readonly database: Database,
    private readonly wholeCompany: WholeCompany,
  ) {}

  async preview(actor: Actor, change: OrganisationChange): Promise<ChangePreview> {
    await this.assertMay(actor, change);
    return previewChange(this.database, change, { by: actor.employeeId, at: new Date().toISOString(), today: todayOf(actor) });
  }

  async list(actor: Actor, { page, pageSize, ...of }: ChangeQuery): Promise<ChangeList> {
    return changePage(this.database.read, await this.scope(actor), { ...of, limit: pageSize, offset: (page - 1) * pageSize });
  }

  async report(actor: Actor, change: OrganisationChange, key: string): Promise<ChangeMade> {
    await this.assertMay(actor, change);
    const id = await this.database.transaction((tx) => reportChange(tx, change, { by: actor.employeeId, at: new Date().toISOString(), today: todayOf(actor), key: `hr/${key}` }));
    return { id, state: (await changeView(this.database.read, id, 'all'))?.state ?? 'scheduled' };
  }

  /** @throws ApiError OBJECT.NOT_FOUND, also for what is outside the scope of the reader */
  async view(actor: Actor, id: string): Promise<ChangeView> {
    const found = await changeView(this.database.read, id, await this.scope(actor));
    if (!found) throw new ApiError(accessErrors.objectNotFound);
    return found;
  }

  assertWholeCompany(actor: Actor): Promise<void> {
    return this.wholeCompany.assert(actor, 'hr', 'admin');
  }

  private scope(actor: Actor): Promise<Scope> {
    return scopeOf(this.database.read, actor.employeeId, ['hr']);
  }

  private async assertMay(actor: Actor, change: OrganisationChange): Promise<void> {
    if (!('employeeId' in change)) return this.wholeCompany.assert(actor, 'hr');
    const { relations } = await relationsTo(this.database.read, actor.employeeId, 'employee', change.employeeId);
    if (!relations.has('hr') || relations.has('self')) throw new ApiError(accessErrors.denied);
    if ('successorId' in change && change.successorId === actor.employeeId) throw new ApiError(hrErrors.notOneself);
  }
}
