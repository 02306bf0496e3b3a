// The product's worker, started by the bench: the real engine, rules, options and relay; only sessions are replaced by the chain of approvals, and mails
// end at the relay, because their sending has a pace of its own.
import process from 'node:process';
import { bundleWorkflowCode, DefaultLogger, Runtime } from '@temporalio/worker';
import { createOrm, Database } from '@fairmark/persistence/database';
import { loadConfig } from '@fairmark/runtime/config';
import { createLogger } from '@fairmark/runtime/logging';
import { failureConverterPath, lazyTemporalClient } from '@fairmark/runtime/temporal';
import { approvalChain } from './approvalChain.mjs';
import { built } from './built.mjs';

const { cycleActivitiesOf } = await built('apps/worker/dist/cycles/index.js');
const { engineActivities, ProcessEngine } = await built('apps/worker/dist/processes/index.js');
const { allHandlers } = await built('apps/worker/dist/rules.js');
const { connectWithRetry, createWorker } = await built('apps/worker/dist/host/temporalWorker.js');
const { startRelay } = await built('apps/worker/dist/outbox/relay.js');
const { relaySignal, relayStart } = await built('apps/worker/dist/outbox/toTemporal.js');

Runtime.install({ logger: new DefaultLogger('WARN') });
const config = loadConfig();
const logger = createLogger('bench', config.logLevel);
const stop = new AbortController();
const database = new Database(await createOrm({ url: config.database.url, poolMax: config.database.poolMax }));
const rules = [...allHandlers.filter(({ kind }) => kind !== 'calibration'), approvalChain(process.argv.slice(2))];
const activities = { ...engineActivities(new ProcessEngine(database, rules)), ...cycleActivitiesOf(database) };
const bundle = await bundleWorkflowCode({ workflowsPath: new URL('rawWorkflows.mjs', import.meta.url).pathname, failureConverterPath, logger: new DefaultLogger('ERROR') });
const connection = await connectWithRetry(config.temporal.address, logger, stop.signal);
const worker = await createWorker(config, connection, activities, bundle);
const client = lazyTemporalClient(config);
const relay = startRelay(database, config.database.url, { start: (row) => relayStart(client, database, row), signal: (row) => relaySignal(client, database, row), mail: async () => 'done', webhook: async () => 'done', export: async () => 'done' }, logger);
process.once('disconnect', () => worker.shutdown());
const running = worker.run();
process.send({ ready: true });
await running;
await relay.stop();
await Promise.all([client.connection.close(), connection.close(), database.close()]);
