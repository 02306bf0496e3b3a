import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, StackError } from '../stack/index.mjs';

/** @typedef {import('../stack/secrets.mjs').Secrets} Secrets */

/** Address to open in a browser: "all interfaces" is no such address. @param {string} host @param {number} port */
export function openAddress(host, port) {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/**
 * Environment of API, worker and the commands around them: the caller's settings, with what the stack made filled in.
 * @param {object} of
 * @param {string} of.home @param {Secrets} of.secrets @param {number} of.port
 * @param {string} of.databaseUrl of the application role
 * @param {string} of.temporalAddress @param {NodeJS.ProcessEnv} [of.env]
 * @returns {NodeJS.ProcessEnv & { PUBLIC_URL: string }}
 */
export function serviceEnv({ home, secrets, port, databaseUrl, temporalAddress, env = process.env }) {
  const host = env.HOST || '127.0.0.1';
  return {
    ...env,
    // The owner of the tables is for migrations only; the running application must not know it.
    DATABASE_OWNER_URL: undefined,
    NODE_ENV: env.NODE_ENV || 'development',
    FAIRMARK_HOME: home,
    HOST: host,
    PORT: String(port),
    PUBLIC_URL: env.PUBLIC_URL || openAddress(host, port),
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: env.TEMPORAL_NAMESPACE || 'fairmark',
    CODEC_KEYS: env.CODEC_KEYS || JSON.stringify({ active: secrets.codec.activeKeyId, keys: secrets.codec.keys }),
    SESSION_SECRET: env.SESSION_SECRET || secrets.sessionSecret,
  };
}

/**
 * Lets the product itself read the configuration before anything is started, so that all faults appear at once.
 * @param {NodeJS.ProcessEnv} env @throws {StackError} CONFIGURATION
 */
export async function checkSettings(env) {
  const file = path.join(root, 'libs/runtime/dist/config/index.js');
  if (!existsSync(file)) return;
  const { loadConfig } = await import(pathToFileURL(file).href);
  try {
    loadConfig(env);
  } catch (error) {
    throw new StackError('CONFIGURATION', error.message);
  }
}
