import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { relationsTo } from '@fairmark/persistence/access';
import { Database } from '@fairmark/persistence/database';
import { listen, type BackgroundTask } from '@fairmark/runtime/background';
import type { Config } from '@fairmark/runtime/config';
import type { Logger } from '@fairmark/runtime/logging';
import { CONFIG, LOGGER } from '../infrastructure/index.js';
import { concerned, LiveHub, type LiveMessage } from './hub.js';

/** The one connection of this process that listens to the database, and who hears what it says. */
@Injectable()
export class LiveService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly hub: LiveHub;
  private listening: BackgroundTask | undefined;

  constructor(
    database: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.hub = new LiveHub(
      async (employeeId, kind, id) => concerned((await relationsTo(database.read, employeeId, kind, id)).relations),
      (error) => logger.warn({ err: error }, 'live events'),
    );
  }

  onApplicationBootstrap(): void {
    this.listening = listen({ url: this.config.database.url, channel: 'live', onMessage: (payload) => this.hub.receive(JSON.parse(payload) as LiveMessage) }, this.logger);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.listening?.stop();
    await this.hub.close();
  }
}
