import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import type { CodecKeys, Config } from '../config/index.js';
import { EncryptionCodec } from './codec.js';

/** Module that client, worker and workflow bundle load as their failure converter. */
export const failureConverterPath = path.join(import.meta.dirname, `failure-converter${path.extname(import.meta.filename)}`);

/** The same converter in client, worker and replay: without it payloads cannot be read. */
export function dataConverter(ring: CodecKeys): DataConverter {
  return { payloadCodecs: [new EncryptionCodec(ring)], failureConverterPath };
}

/**
 * A client whose connection is made by the first call, so that a process starts while Temporal is down. Without the SDK's
 * retry interceptor, which would hide an exhausted limit for up to 39 s: updates go through `executeUpdateWithRetry`.
 */
export function lazyTemporalClient(config: Pick<Config, 'temporal' | 'codecKeys'>): Client {
  const connection = Connection.lazy({ address: config.temporal.address, interceptors: [] });
  return clientOn(connection, config);
}

/** A client on a connection that works. Waits for the server until `giveUpAfterMs`. */
export async function connectTemporal(config: Pick<Config, 'temporal' | 'codecKeys'>, giveUpAfterMs = 60_000): Promise<Client> {
  const end = Date.now() + giveUpAfterMs;
  for (let pause = 100; ; pause = Math.min(pause * 2, 2_000)) {
    try {
      const connection = await Connection.connect({ address: config.temporal.address, interceptors: [], connectTimeout: 5_000 });
      return clientOn(connection, config);
    } catch (error) {
      if (Date.now() + pause > end) throw error;
      await sleep(pause);
    }
  }
}

function clientOn(connection: Connection, config: Pick<Config, 'temporal' | 'codecKeys'>): Client {
  return new Client({ connection, namespace: config.temporal.namespace, dataConverter: dataConverter(config.codecKeys) });
}
