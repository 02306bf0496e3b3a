import { applyDecorators, type CallHandler, type ExecutionContext, HttpCode, Injectable, type NestInterceptor, SetMetadata, StreamableFile } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiResponse } from '@nestjs/swagger';
import { map, type Observable } from 'rxjs';
import type { z } from 'zod';

const ANSWER = 'fairmark:answer';

/**
 * The answer of a route: documents it, and cuts whatever the handler returns down to the contract, so that a column that somebody adds to a
 * query never reaches a client by accident. An answer that does not fit is a fault of ours (500).
 */
export function Answer(schema: z.ZodType, status = 200, description = 'OK'): MethodDecorator {
  return applyDecorators(SetMetadata(ANSWER, schema), HttpCode(status), ApiResponse({ status, description, standardSchema: schema }));
}

/** The interceptor behind {@link Answer}. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const schema = this.reflector.get<z.ZodType | undefined>(ANSWER, context.getHandler());
    if (!schema) return next.handle();
    return next.handle().pipe(map((answer) => (answer instanceof StreamableFile ? answer : schema.parse(answer))));
  }
}
