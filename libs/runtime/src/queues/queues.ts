import { createPostgresBackend, Queue, setDefaultBackendFactory, Worker, type Processor, type QueueOptions, type WorkerOptions } from 'bullmq';
import type { Logger } from '../logging/index.js';

/** The product's queues. A queue never carries a deadline, and a job carries ids only. */
export const queueNames = ['mail', 'webhook', 'export'] as const;
export type QueueName = (typeof queueNames)[number];

export interface QueueSettings {
  redisUrl: string | undefined;
  database: { url: string };
}

/** Connections a queue or a queue worker may hold: part of the budget of 60 for two api and two worker processes. */
const POOL_MAX = 2;

/** BullMQ on PostgreSQL (schema `bullmq`) unless a Redis address is configured. Must run before any Queue or Worker is built, as the helpers below do. */
export function queueOptions(settings: QueueSettings): QueueOptions {
  if (settings.redisUrl) return { connection: { url: settings.redisUrl } };
  setDefaultBackendFactory(createPostgresBackend);
  const connection = { connectionString: settings.database.url, schema: 'bullmq', migrate: true, max: POOL_MAX };
  return { connection: connection as unknown as QueueOptions['connection'] };
}

/** Opens a queue for adding and looking. Errors of its connection are logged, not thrown: the relay tries again. */
export function openQueue(name: QueueName, settings: QueueSettings, logger: Logger): Queue {
  const queue = new Queue(name, queueOptions(settings));
  queue.on('error', (error) => logger.warn({ err: error, queue: name }, 'queue connection'));
  return queue;
}

/** Consumes a queue. The processor must be idempotent: a job can run again after a crash. */
export function openQueueWorker(name: QueueName, processor: Processor, settings: QueueSettings, logger: Logger, options: Partial<WorkerOptions> = {}): Worker {
  const worker = new Worker(name, processor, { ...(queueOptions(settings) as WorkerOptions), ...options });
  worker.on('error', (error) => logger.warn({ err: error, queue: name }, 'queue worker'));
  return worker;
}
