import type { MailBody } from '@fairmark/contracts/process';
import { sql, type Database } from '@fairmark/persistence/database';
import type { Config } from '@fairmark/runtime/config';
import type { Logger } from '@fairmark/runtime/logging';
import { openQueueWorker } from '@fairmark/runtime/queues';
import type { BackgroundTask } from '@fairmark/runtime/background';
import { renderMail, type Recipient } from './render.js';
import { mailTransport, type MailTransport } from './transport.js';

export type MailJob = MailBody & { outboxId: string };
type Settings = Pick<Config, 'http' | 'codecKeys' | 'mail' | 'redisUrl' | 'database'>;

/** Takes mails from their queue. */
export function startMailConsumer(database: Database, config: Settings, logger: Logger): BackgroundTask {
  const transport = mailTransport(config);
  const worker = openQueueWorker('mail', (job) => deliverMail(database, config, transport, job.data as MailJob), config, logger, { concurrency: 2 });
  return {
    stop: async () => {
      await worker.close();
      transport.close();
    },
  };
}

/**
 * Sends one mail. The delivery row comes first and is unique, so a mail that left is not sent again; it commits after the mail has left, so a crash in
 * between sends it twice rather than never.
 */
export async function deliverMail(database: Database, config: Settings, transport: MailTransport, job: MailJob): Promise<string> {
  return database.transaction(async (tx) => {
    const fresh = await tx.run(sql`insert into deliveries (outbox_id, channel) values (${job.outboxId}, 'mail') on conflict do nothing`);
    if (!fresh) return 'already sent';
    const recipient = await tx.one(sql<Recipient>`
      select coalesce(case when ${job.toPrivateAddress === true} then private_address end, email) as address, case when locale = 'en' then coalesce(name_en, name) else name end as name, locale, zone
      from employees where id = ${job.employeeId}`);
    if (!recipient) return 'nobody to write to';
    const reference = await transport.send(job.outboxId, renderMail(config, job.outboxId, job, recipient));
    await tx.run(sql`update deliveries set reference = ${reference} where outbox_id = ${job.outboxId} and channel = 'mail'`);
    return reference;
  });
}
