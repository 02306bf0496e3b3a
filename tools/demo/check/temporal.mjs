import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client, Connection, WorkflowNotFoundError } from '@temporalio/client';
import { root } from '../../stack/paths.mjs';

/** Payloads are encrypted: reading a position or a result takes the installation's keys. */
async function converter(codecKeys) {
  const { dataConverter } = await import(pathToFileURL(path.join(root, 'libs/runtime/dist/temporal/index.js')).href);
  const { active, keys } = JSON.parse(codecKeys);
  return dataConverter({ active, keys: Object.fromEntries(Object.entries(keys).map(([id, key]) => [id, Buffer.from(key, 'base64')])) });
}

/** Events of one run, the ids of updates in it, and the run before it. */
async function runOf(client, workflowId, runId) {
  const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
  const updateIds = (events ?? []).flatMap((event) => event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.meta?.updateId ?? event.workflowExecutionUpdateAcceptedEventAttributes?.protocolInstanceId ?? []);
  return { events: events?.length ?? 0, updateIds, before: events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined };
}

async function historyOf(client, workflowId) {
  const updateIds = new Set();
  let events = 0;
  let runId;
  do {
    const run = await runOf(client, workflowId, runId);
    run.updateIds.forEach((id) => updateIds.add(id));
    events += run.events;
    runId = run.before;
  } while (runId);
  return { events, updateIds };
}

const unknown = (error) => {
  if (error instanceof WorkflowNotFoundError) return undefined;
  throw error;
};

async function standOf(client, workflowId) {
  const handle = client.workflow.getHandle(workflowId);
  const description = await handle.describe().catch(unknown);
  if (!description) return undefined;
  const status = description.status.name;
  return { status, result: status === 'COMPLETED' ? await handle.result() : null, position: status === 'RUNNING' ? await handle.query('position') : null };
}

/** @param {{ temporalAddress: string, temporalNamespace: string, codecKeys: string }} behind */
export async function openTemporal({ temporalAddress, temporalNamespace, codecKeys }) {
  const connection = await Connection.connect({ address: temporalAddress });
  const client = new Client({ connection, namespace: temporalNamespace, dataConverter: await converter(codecKeys) });
  const histories = new Map();
  const none = { events: 0, updateIds: new Set() };
  return {
    stand: (workflowId) => standOf(client, workflowId),
    history: async (workflowId) => {
      if (!histories.has(workflowId)) histories.set(workflowId, (await historyOf(client, workflowId).catch(unknown)) ?? none);
      return histories.get(workflowId);
    },
    close: () => connection.close(),
  };
}
