import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Standing } from '@fairmark/persistence/access';
import type { FastifyRequest } from 'fastify';

/** The signed-in person who makes a request. */
export interface Actor {
  employeeId: string;
  /** Hash of the session's secret: usable as a key, useless as a cookie. */
  sessionId: string;
  locale: 'zh-CN' | 'en';
  zone: string;
  /** The one review that a session of somebody who left reaches. */
  reviewId: string | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard on every route that is not public. */
    actor?: Actor;
    /** Set by the guard where the rule is about relations: how the actor stands to the object. */
    standing?: Standing;
  }
}

const requestOf = (context: ExecutionContext): FastifyRequest => context.switchToHttp().getRequest<FastifyRequest>();

/** The signed-in person. On a public route: a fault of ours. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = requestOf(context);
  if (!actor) throw new Error('A public route has no actor');
  return actor;
});

/** The actor's relations to the object of the route, its step, subject and review, as the guard found them. */
export const CurrentStanding = createParamDecorator((_: unknown, context: ExecutionContext): Standing => {
  const { standing } = requestOf(context);
  if (!standing) throw new Error('This rule is not about relations');
  return standing;
});
