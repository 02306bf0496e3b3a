import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '@fairmark/persistence/database';
import type { Config } from '@fairmark/runtime/config';
import type { Logger } from '@fairmark/runtime/logging';
import type { Client } from '@temporalio/client';
import { Queues } from '../queues/queues.js';
import { CONFIG, LOGGER, TEMPORAL_CLIENT } from './tokens.js';

/** What the process opened before Nest starts. The module closes it after everything that uses it has stopped. */
export interface Infrastructure {
  config: Config;
  logger: Logger;
  database: Database;
  temporal: Client;
  queues: Queues;
}

/** Configuration, logger, database and Temporal client for every feature, without importing anything. */
@Module({})
export class InfrastructureModule implements OnApplicationShutdown {
  constructor(
    private readonly database: Database,
    @Inject(TEMPORAL_CLIENT) private readonly temporal: Client,
  ) {}

  static with({ config, logger, database, temporal, queues }: Infrastructure): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: LOGGER, useValue: logger },
      { provide: Database, useValue: database },
      { provide: TEMPORAL_CLIENT, useValue: temporal },
      { provide: Queues, useValue: queues },
    ];
    return { module: InfrastructureModule, global: true, providers, exports: providers.map((provider) => provider.provide) };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.temporal.connection.close();
    await this.database.close();
  }
}
