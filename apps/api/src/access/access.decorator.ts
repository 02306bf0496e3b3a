import { SetMetadata } from '@nestjs/common';
import type { RouteKey } from '@fairmark/domain/access';

/** What a route says about its access. */
export interface AccessMark {
  key: RouteKey;
  /** Path parameter that names the object of the rule. */
  param: string;
}

export const ACCESS_MARK = 'fairmark:access';

/**
 * Names the line of the hand-written access table (`libs/domain/src/access/table`) that decides about a route. Every route needs one:
 * the application does not start without. The object of the rule is the path parameter `id`, or the one named here.
 *
 * @example `@Get(':id') @Access('reviews.read') read(@Param('id') id: string, @CurrentActor() actor: Actor)`
 */
export const Access = (key: RouteKey, options: { param?: string } = {}): MethodDecorator => SetMetadata(ACCESS_MARK, { key, param: options.param ?? 'id' } satisfies AccessMark);
