import { Injectable } from '@nestjs/common';
import type { CreateDelegation, DelegationList, DelegationQuery, DelegationView, MyDelegations } from '@fairmark/contracts/delegations';
import { accessErrors, delegationErrors } from '@fairmark/contracts/errors';
import { delegationRefusal, stateAt } from '@fairmark/domain/delegations';
import { relationsTo } from '@fairmark/persistence/access';
import { activity } from '@fairmark/persistence/approvals';
import { Database, type Executor } from '@fairmark/persistence/database';
import { createDelegation, delegationById, delegationPage, delegationsFrom, delegationsNotOver, delegationsTo, endDelegation, lockDelegations, type DelegationRow } from '@fairmark/persistence/delegations';
import { scopeOf } from '@fairmark/persistence/org';
import { ApiError } from '../problems/index.js';

/** Makes, ends and lists standing substitutes. */
@Injectable()
export class DelegationsService {
  constructor(private readonly database: Database) {}

  /** What somebody gave and was given, as `readerId` may act on it. */
  async of(employeeId: string, readerId: string): Promise<MyDelegations> {
    const { read } = this.database;
    const byHr = employeeId !== readerId;
    const now = new Date().toISOString();
    const given = (await delegationsFrom(read, employeeId)).map((row) => viewOf(row, now, true));
    const received = (await delegationsTo(read, employeeId)).map((row) => viewOf(row, now, !byHr));
    return { given, received };
  }

  async list(readerId: string, { state, page, pageSize }: DelegationQuery): Promise<DelegationList> {
    const { read } = this.database;
    const now = new Date().toISOString();
    const { delegations, total } = await delegationPage(read, await scopeOf(read, readerId, ['hr']), { state, limit: pageSize, offset: (page - 1) * pageSize });
    return { delegations: delegations.map((row) => viewOf(row, now, true)), total };
  }

  /** @throws {ApiError} `DELEGATION.*` when the rules refuse it */
  async create(delegatorId: string, by: string, body: CreateDelegation): Promise<string> {
    const at = new Date().toISOString();
    const wish = { delegatorId, delegateId: body.delegateId, kinds: body.kinds, from: new Date(body.from).toISOString(), to: new Date(body.to).toISOString() };
    return this.database.transaction(async (tx) => {
      await lockDelegations(tx);
      const active = await activeOn(tx, [delegatorId, body.delegateId], wish.from > at ? wish.from : at);
      const refusal = delegationRefusal({ wish, now: at, delegatorActive: active.has(delegatorId), delegateActive: active.has(body.delegateId), others: await delegationsNotOver(tx, at) });
      if (refusal) throw new ApiError(refusal.code, refusal.details);
      return createDelegation(tx, { ...wish, reason: body.reason }, { by, at });
    });
  }

  /** @throws {ApiError} `OBJECT.NOT_FOUND`, `ACCESS.DENIED`, and `DELEGATION.ENDED` when it gives no right any more */
  async end(id: string, by: string, reason: string): Promise<DelegationView> {
    return this.database.transaction(async (tx) => {
      const found = await delegationById(tx, id);
      if (!found) throw new ApiError(accessErrors.objectNotFound);
      if (!(await mayEnd(tx, found, by))) throw new ApiError(accessErrors.denied);
      const at = new Date().toISOString();
      if (!(await endDelegation(tx, id, { by, at, reason }))) throw new ApiError(delegationErrors.ended);
      return viewOf((await delegationById(tx, id)) as DelegationRow, at, true);
    });
  }
}

async function activeOn(tx: Executor, people: readonly string[], at: string): Promise<Set<string>> {
  return new Set((await activity(tx, people, at.slice(0, 10))).filter((person) => person.active).map((person) => person.personId));
}

async function mayEnd(tx: Executor, { delegator, delegate }: DelegationRow, by: string): Promise<boolean> {
  if (by === delegator.id || by === delegate.id) return true;
  return (await relationsTo(tx, by, 'employee', delegator.id)).relations.has('hr');
}

function viewOf(row: DelegationRow, now: string, reader: boolean): DelegationView {
  const state = stateAt(row, now);
  return { ...row, byHr: row.madeBy.id !== row.delegator.id, state, mayEnd: reader && (state === 'running' || state === 'upcoming') };
}
