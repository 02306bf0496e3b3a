import { type DynamicModule, Inject, Module, type OnModuleInit } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule, DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { AccessRule } from '@fairmark/domain/access';
import { IdentityModule } from '../identity/identity.module.js';
import { ACCESS_RULES, AccessGuard } from './access.guard.js';
import { findRoutes } from './routes.js';

/** The guard of all routes, and the refusal to start while a route has no rule. */
@Module({})
export class AccessModule implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    @Inject(ACCESS_RULES) private readonly rules: Readonly<Record<string, AccessRule>>,
  ) {}

  static with(rules: Readonly<Record<string, AccessRule>>): DynamicModule {
    return { module: AccessModule, imports: [DiscoveryModule, IdentityModule], providers: [{ provide: ACCESS_RULES, useValue: rules }, { provide: APP_GUARD, useClass: AccessGuard }], exports: [DiscoveryModule] };
  }

  onModuleInit(): void {
    const open = findRoutes(this.discovery, this.scanner).filter((route) => !route.mark || !this.rules[route.mark.key]);
    if (open.length > 0) throw new Error(`Routes without an access rule: ${open.map((route) => `${route.method} ${route.path} (${route.handler})`).join(', ')}`);
  }
}
