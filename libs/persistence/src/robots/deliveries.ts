import type { RobotKind } from '@fairmark/contracts/robots';
import { sql, type Executor } from '../database/index.js';

/** What a message needs of its robot. */
export interface RobotTarget {
  kind: RobotKind;
  sealedUrl: string;
  sealedSecret: string | null;
  locale: 'zh-CN' | 'en';
  enabled: boolean;
  quietUntil: string | null;
}

export async function robotTarget(tx: Executor, id: string): Promise<RobotTarget | undefined> {
  return tx.one(sql<RobotTarget>`
    select kind, sealed_url as "sealedUrl", sealed_secret as "sealedSecret", locale, disabled_at is null as enabled, quiet_until as "quietUntil" from robot_channels where id = ${id}`);
}

/** The place of a message among the deliveries; false when it was taken before. */
export async function takeWebhook(tx: Executor, outboxId: string): Promise<boolean> {
  return Boolean(await tx.run(sql`insert into deliveries (outbox_id, channel) values (${outboxId}, 'webhook') on conflict do nothing`));
}

/** How a message ended: `sent`, `refused <code>`, `disabled`. */
export async function settleWebhook(tx: Executor, outboxId: string, reference: string): Promise<void> {
  await tx.run(sql`update deliveries set reference = ${reference} where outbox_id = ${outboxId} and channel = 'webhook'`);
}

/** The last message arrived. */
export async function noteRobotSent(tx: Executor, id: string, now: string): Promise<void> {
  await tx.run(sql`update robot_channels set last_sent_at = ${now}, failed_at = null, failure = null, quiet_until = null where id = ${id}`);
}

/** The vendor did not take a message. `quietUntil`: nothing goes to this robot before. */
export async function noteRobotFailure(tx: Executor, id: string, failure: string, { now, quietUntil }: { now: string; quietUntil: string | null }): Promise<void> {
  await tx.run(sql`update robot_channels set failed_at = ${now}, failure = ${failure}, quiet_until = coalesce(${quietUntil}::timestamptz, quiet_until) where id = ${id}`);
}
