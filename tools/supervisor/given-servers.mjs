import { connect } from 'node:net';
import { StackError } from '../stack/index.mjs';

/** 90 days, as for the server that comes with Fairmark. */
const RETENTION_SECONDS = 90 * 24 * 3600;
const NOT_FOUND = 5;

/**
 * A Temporal server given by TEMPORAL_ADDRESS: it must answer, and the namespace is registered when missing.
 * @param {string} address @param {string} namespace @throws {StackError} TEMPORAL
 */
export async function checkTemporal(address, namespace) {
  const { Connection } = await import('@temporalio/client');
  let connection;
  try {
    connection = await Connection.connect({ address, connectTimeout: 5_000 });
    const { workflowService } = connection;
    await workflowService.describeNamespace({ namespace }).catch((error) => {
      if (error.code !== NOT_FOUND) throw error;
      return workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: { seconds: RETENTION_SECONDS } });
    });
  } catch (error) {
    throw new StackError('TEMPORAL', `TEMPORAL_ADDRESS ${address} cannot be used: ${error.message}. Start that server, or remove TEMPORAL_ADDRESS to use the one that comes with Fairmark.`);
  } finally {
    await connection?.close();
  }
}

/** A Redis given by REDIS_URL must be there. @param {string} url @throws {StackError} REDIS */
export function checkRedis(url) {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port || 6379), timeout: 5_000 });
    const fail = (why) => {
      socket.destroy();
      reject(new StackError('REDIS', `REDIS_URL (${hostname}:${port || 6379}) does not answer: ${why}. Start that server, or remove REDIS_URL to keep queues in PostgreSQL.`));
    };
    socket.once('connect', () => { socket.end(); resolve(undefined); }).once('timeout', () => fail('no answer within 5 s')).once('error', (error) => fail(error.message));
  });
}
