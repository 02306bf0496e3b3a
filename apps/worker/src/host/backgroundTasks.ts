import type { Database } from '@fairmark/persistence/database';
import type { BackgroundTask } from '@fairmark/runtime/background';
import type { Config } from '@fairmark/runtime/config';
import type { Logger } from '@fairmark/runtime/logging';
import { openQueue } from '@fairmark/runtime/queues';
import type { Client } from '@temporalio/client';
import { startAnchors } from '../anchors/anchors.js';
import { startCalendarSpread } from '../calendar/index.js';
import { startAppealWatch } from '../appeals/watch.js';
import { startChanges, startLeaverLinks } from '../changes/index.js';
import { startExportConsumer, startExportExpiry } from '../exports/index.js';
import { startIssueDelivery } from '../issues/index.js';
import { startMailConsumer } from '../mail/consumer.js';
import { startDigests } from '../notices/index.js';
import { startPurge } from '../outbox/purge.js';
import { startRelay } from '../outbox/relay.js';
import { relayJob } from '../outbox/toQueues.js';
import { relaySignal, relayStart } from '../outbox/toTemporal.js';
import { startReconciler } from '../reconciler/reconciler.js';
import { startPublicationWatch } from '../result/watchPublications.js';
import { startOrganisationWatch } from '../reviews/watchOrganisation.js';
import { startRiskWatch } from '../risks/index.js';
import { startRobotConsumer, startRobotWatch } from '../robots/index.js';

export interface Host {
  config: Config;
  database: Database;
  client: Client;
  logger: Logger;
}

/** What runs in a worker beside Temporal's tasks. The relay stops before the queues that it feeds. */
export function backgroundTasks({ config, database, client, logger }: Host): BackgroundTask[] {
  const mail = openQueue('mail', config, logger);
  const webhook = openQueue('webhook', config, logger);
  const exports = openQueue('export', config, logger);
  const relay = startRelay(database, config.database.url, {
    start: (row) => relayStart(client, database, row),
    signal: (row) => relaySignal(client, database, row),
    mail: (row) => relayJob(mail, row),
    webhook: (row) => relayJob(webhook, row, 'custom'),
    export: (row) => relayJob(exports, row),
  }, logger);
  const outbox: BackgroundTask = {
    stop: async () => {
      await relay.stop();
      await Promise.all([mail.close(), webhook.close(), exports.close()]);
    },
  };
  return [outbox, startPurge(database, config.outboxRetentionDays, logger), startMailConsumer(database, config, logger), startReconciler(database, client, logger), startAnchors(database, config.auditAnchorFile, logger), startOrganisationWatch(database, logger), startChanges(database, logger), startLeaverLinks(database, config, logger), startPublicationWatch(database, logger), startAppealWatch(database, logger), startDigests(database, config.reminderHours, logger), startCalendarSpread(database, logger), startRobotConsumer(database, config, logger), startExportConsumer(database, config, logger), startExportExpiry(database, config, logger), startIssueDelivery(database, logger), startRiskWatch(database, logger), startRobotWatch(database, config.reminderHours, logger)];
}
