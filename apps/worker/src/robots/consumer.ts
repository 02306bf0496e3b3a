import type { RobotBody } from '@fairmark/contracts/robots';
import type { Database } from '@fairmark/persistence/database';
import { noteRobotFailure, noteRobotSent, robotTarget, settleWebhook, takeWebhook, type RobotTarget } from '@fairmark/persistence/robots';
import type { BackgroundTask } from '@fairmark/runtime/background';
import type { Config } from '@fairmark/runtime/config';
import type { Logger } from '@fairmark/runtime/logging';
import { openQueueWorker } from '@fairmark/runtime/queues';
import { openText } from '@fairmark/runtime/temporal';
import { pauseMs, RobotLater } from './later.js';
import { groupMessage } from './message.js';
import { sendToRobot } from './send.js';
import { vendors } from './vendors/index.js';

export type RobotJob = RobotBody & { outboxId: string };
type Settings = Pick<Config, 'http' | 'codecKeys' | 'robotBaseUrl' | 'redisUrl' | 'database'>;

/** Takes messages to robots from their queue. */
export function startRobotConsumer(database: Database, config: Settings, logger: Logger): BackgroundTask {
  const worker = openQueueWorker('webhook', (job) => deliverToRobot(database, config, job.data as RobotJob, Date.now()), config, logger, { concurrency: 1, settings: { backoffStrategy: pauseMs } });
  return { stop: () => worker.close() };
}

/**
 * Sends one message. As with mail the delivery row comes first and is unique, and commits after the message has left: a message goes out at least once, twice when the process dies in between, and never again once the row is there. What the vendor will never take ends with its code as the record; what it may
 * take later is thrown, so that the queue tries again. @throws {RobotLater}
 */
export async function deliverToRobot(database: Database, config: Settings, job: RobotJob, nowMs: number): Promise<string> {
  try {
    return await database.transaction(async (tx) => {
      if (!(await takeWebhook(tx, job.outboxId))) return 'already sent';
      const target = await robotTarget(tx, job.channelId);
      const reference = target?.enabled ? await attempt(config, job, target, nowMs) : 'disabled';
      const now = new Date(nowMs).toISOString();
      if (reference === 'sent') await noteRobotSent(tx, job.channelId, now);
      else if (reference !== 'disabled') await noteRobotFailure(tx, job.channelId, reference, { now, quietUntil: null });
      await settleWebhook(tx, job.outboxId, reference);
      return reference;
    });
  } catch (error) {
    // Noted apart: the delivery itself is undone, because nothing was delivered.
    if (error instanceof RobotLater && error.code) await noteRobotFailure(database.read, job.channelId, error.message, { now: new Date(nowMs).toISOString(), quietUntil: error.limited ? new Date(nowMs + error.afterMs).toISOString() : null });
    throw error;
  }
}

async function attempt(config: Settings, job: RobotJob, target: RobotTarget, nowMs: number): Promise<string> {
  const quietMs = target.quietUntil ? Date.parse(target.quietUntil) - nowMs : 0;
  if (quietMs > 0) throw new RobotLater(quietMs);
  const address = { kind: target.kind, url: openText(config.codecKeys, target.sealedUrl), secret: target.sealedSecret === null ? null : openText(config.codecKeys, target.sealedSecret) };
  const { result, code } = await sendToRobot(address, groupMessage(job, target.locale, config.http.publicUrl), config.robotBaseUrl, nowMs);
  if (result === 'sent') return 'sent';
  if (result === 'refused') return `refused ${code}`;
  throw new RobotLater(result === 'limited' ? vendors[target.kind].limitedMs : 0, code, result === 'limited');
}
