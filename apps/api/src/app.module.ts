import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import type { AccessRule } from '@fairmark/domain/access';
import { AccessModule } from './access/index.js';
import { HealthModule } from './health/health.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { type Infrastructure, InfrastructureModule } from './infrastructure/index.js';
import { AnswerInterceptor, ContractPipe, ProblemFilter } from './problems/index.js';

/** The whole API: what all routes share, and the features. */
@Module({})
export class AppModule {
  static with(infrastructure: Infrastructure, features: readonly Type[], rules: Readonly<Record<string, AccessRule>>): DynamicModule {
    return {
      module: AppModule,
      imports: [InfrastructureModule.with(infrastructure), AccessModule.with(rules), IdentityModule, HealthModule, ...features],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useClass: ContractPipe },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
      ],
    };
  }
}
