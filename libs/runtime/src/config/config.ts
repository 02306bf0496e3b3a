import path from 'node:path';
import { env as processEnvironment } from 'node:process';
import type { DayHours } from '@fairmark/contracts/calendar';
import type { z } from 'zod';
import { migrationVariables, variables, type Variables } from './keys.js';
import { productionFaults } from './production.js';

/** The configuration of api and worker, read once at start. */
export interface Config {
  environment: 'development' | 'test' | 'production';
  /** Folder of all data that is not in PostgreSQL, absolute. */
  home: string;
  http: {
    host: string;
    port: number;
    /** Address people use, without a slash at the end. */
    publicUrl: string;
    secureCookies: boolean;
    /** Whether, and which, proxies may name the client's address. */
    trustProxy: boolean | string;
    /** Folder of the built web app; undefined means the one beside the API. */
    webDir: string | undefined;
  };
  database: { url: string; poolMax: number };
  temporal: { address: string; namespace: string };
  redisUrl: string | undefined;
  codecKeys: CodecKeys;
  sessionSecret: string;
  mail: { smtpUrl: string | undefined; from: string; dir: string };
  /** Where messages to robots of group chats go instead of to the vendors: tests and the demonstration only. */
  robotBaseUrl: string | undefined;
  /** Local hours of a working day in which mails of reminders may reach a person; outside they wait for the next working morning. */
  reminderHours: DayHours;
  /** For how long messages that have left stay in the outbox. */
  outboxRetentionDays: number;
  /** Steps of seconds may be configured: tests and the demonstration only. */
  allowSecondDurations: boolean;
  logLevel: string;
  /** File outside the database where new heads of audit chains are written. */
  auditAnchorFile: string;
}

/** AES-256 keys by id; `active` encrypts, all decrypt. */
export interface CodecKeys {
  active: string;
  keys: Readonly<Record<string, Buffer>>;
}

/** The environment cannot be used. One message lists every fault. */
export class ConfigurationError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The configuration has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ConfigurationError';
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads and checks the environment. @throws {ConfigurationError} with all faults at once */
export function loadConfig(environment: Environment = processEnvironment): Config {
  const values = parse(variables, environment);
  const faults = values.NODE_ENV === 'production' ? productionFaults(values) : [];
  if (faults.length > 0) throw new ConfigurationError(faults);
  return shape(values);
}

/** Address of the owner of the tables, for the migration job only. @throws {ConfigurationError} */
export function loadOwnerUrl(environment: Environment = processEnvironment): string {
  return parse(migrationVariables, environment).DATABASE_OWNER_URL;
}

function parse<T extends z.ZodObject>(schema: T, environment: Environment): z.infer<T> {
  const result = schema.safeParse(environment);
  if (result.success) return result.data;
  throw new ConfigurationError(result.error.issues.map((issue) => `${issue.path.join('.')}: ${environment[String(issue.path[0])]?.trim() ? `must be ${issue.message}` : 'is missing'}`));
}

function shape(values: Variables): Config {
  const home = path.resolve(values.FAIRMARK_HOME);
  const publicUrl = (values.PUBLIC_URL ?? `http://${values.HOST}:${values.PORT}`).replace(/\/+$/, '');
  return {
    environment: values.NODE_ENV,
    home,
    http: { host: values.HOST, port: values.PORT, publicUrl, secureCookies: publicUrl.startsWith('https:'), trustProxy: trust(values.TRUST_PROXY), webDir: values.WEB_DIR },
    database: { url: values.DATABASE_URL, poolMax: values.DB_POOL_MAX },
    temporal: { address: values.TEMPORAL_ADDRESS, namespace: values.TEMPORAL_NAMESPACE },
    redisUrl: values.REDIS_URL,
    codecKeys: values.CODEC_KEYS,
    sessionSecret: values.SESSION_SECRET,
    mail: { smtpUrl: values.SMTP_URL, from: values.MAIL_FROM, dir: values.MAIL_DIR ?? path.join(home, 'mail') },
    robotBaseUrl: values.ROBOT_BASE_URL,
    reminderHours: values.REMINDER_HOURS,
    outboxRetentionDays: values.OUTBOX_RETENTION_DAYS,
    allowSecondDurations: values.ALLOW_SECOND_DURATIONS,
    logLevel: values.LOG_LEVEL,
    auditAnchorFile: values.AUDIT_ANCHOR_FILE ?? path.join(home, 'audit-anchors.jsonl'),
  };
}

function trust(text: string): boolean | string {
  return text === 'true' ? true : text === 'false' ? false : text;
}
