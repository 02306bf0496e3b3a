import type { OnApplicationShutdown } from '@nestjs/common';
import { openQueue, queueNames } from '@fairmark/runtime/queues';
import type { Config } from '@fairmark/runtime/config';
import type { Logger } from '@fairmark/runtime/logging';
import type { Queue } from 'bullmq';

/** The queues as the API sees them: to look, for the board and for readiness. It neither adds nor takes jobs. */
export class Queues implements OnApplicationShutdown {
  constructor(readonly all: readonly Queue[]) {}

  /** Opens all queues; a process without board opens none and spares their connections. */
  static open(config: Config, logger: Logger, wanted: boolean): Queues {
    return new Queues(wanted ? queueNames.map((name) => openQueue(name, config, logger)) : []);
  }

  /** Asks each queue something. @throws when one does not answer */
  async check(): Promise<void> {
    await Promise.all(this.all.map((queue) => queue.getJobCounts('waiting', 'failed')));
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.all.map((queue) => queue.close()));
  }
}
