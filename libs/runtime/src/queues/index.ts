export { queueNames, type QueueName, queueOptions, openQueue, openQueueWorker, type QueueSettings } from './queues.js';
