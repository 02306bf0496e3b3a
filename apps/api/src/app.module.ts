import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { AccessRule } from '@fairmark/domain/access';
import { AccessModule } from './access/index.js';
import { HealthModule } from './health/health.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { type Infrastructure, InfrastructureModule } from './infrastructure/index.js';
import { OpenApiModule } from './openapi/openapi.module.js';
import { AnswerInterceptor, ContractPipe, ProblemFilter } from './problems/index.js';

/** What differs between the product and a test. */
export interface AppParts {
  features: readonly Type[];
  rules: Readonly<Record<string, AccessRule>>;
  /** Describes the finished application. */
  document: () => OpenAPIObject;
}

/** The whole API: what all routes share, and the features. */
@Module({})
export class AppModule {
  static with(infrastructure: Infrastructure, { features, rules, document }: AppParts): DynamicModule {
    return {
      module: AppModule,
      imports: [InfrastructureModule.with(infrastructure), AccessModule.with(rules), IdentityModule, HealthModule, OpenApiModule.with(document), ...features],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useClass: ContractPipe },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
      ],
    };
  }
}
