import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { accessErrors, delegationErrors } from '@fairmark/contracts/errors';
import { accessTable, type AccessObject, type AccessRule, mayAccess, mayLeaverUse } from '@fairmark/domain/access';
import { relationsTo } from '@fairmark/persistence/access';
import { Database } from '@fairmark/persistence/database';
import { endedStandIn } from '@fairmark/persistence/delegations';
import type { FastifyRequest } from 'fastify';
import { Sessions } from '../identity/sessions.js';
import { ApiError } from '../problems/index.js';
import { assertToken } from '../security/csrf.js';
import { ACCESS_MARK, type AccessMark } from './access.decorator.js';
import type { Actor } from './actor.js';

/** The access table as the guard reads it; tests give it rules of their own. */
export const ACCESS_RULES = Symbol('AccessRules');
export const accessRules: Readonly<Record<string, AccessRule>> = accessTable;

/** The one guard of all routes. Denies what has no rule; everything else as the table says. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly database: Database,
    @Inject(ACCESS_RULES) private readonly rules: Readonly<Record<string, AccessRule>>,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const mark = this.reflector.get<AccessMark | undefined>(ACCESS_MARK, context.getHandler());
    const rule = mark && this.rules[mark.key];
    if (!rule) throw new ApiError(accessErrors.denied);
    if (rule.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const actor = await this.sessions.actorOf(request);
    if (!actor) throw new ApiError(accessErrors.signInRequired);
    assertToken(request, this.sessions);
    request.actor = actor;
    if (actor.reviewId !== null && !mayLeaverUse(mark.key)) throw new ApiError(accessErrors.denied);
    if (rule.kind === 'relations') await this.decide(request, rule, mark);
    return true;
  }

  private async decide(request: FastifyRequest, rule: AccessRule & { kind: 'relations' }, mark: AccessMark): Promise<void> {
    const { employeeId, reviewId } = request.actor as Actor;
    const id = (request.params as Record<string, string | undefined>)[mark.param] ?? null;
    const standing = await relationsTo(this.database.read, employeeId, rule.object, id);
    if (!standing.found) throw new ApiError(accessErrors.objectNotFound);
    if (!mayAccess(rule, standing.relations, standing.step) || (reviewId !== null && standing.reviewId !== reviewId)) throw await this.refusal(request, rule.object, id);
    request.standing = standing;
  }

  /** Whoever decides from a page that was opened while they stood in for somebody is told that this has ended, and whom to ask. Nobody else learns that there is something to decide. */
  private async refusal(request: FastifyRequest, object: AccessObject, id: string | null): Promise<ApiError> {
    const holders = object === 'visit' && id && request.method !== 'GET' ? await endedStandIn(this.database.read, (request.actor as Actor).employeeId, id) : undefined;
    return holders ? new ApiError(delegationErrors.ended, { heldBy: holders }) : new ApiError(accessErrors.denied);
  }
}
