import { z } from 'zod';

/** An empty variable counts as absent: env files and compose write `NAME=` for "not set". */
const blankAsAbsent = (value: unknown): unknown => (typeof value === 'string' && value.trim() === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankAsAbsent, schema.optional());
const required = <T extends z.ZodType>(schema: T) => z.preprocess(blankAsAbsent, schema);
const withDefault = <T extends z.ZodType>(schema: T, value: string) => z.preprocess((given) => blankAsAbsent(given) ?? value, schema);

const port = z.string().regex(/^\d{1,5}$/, 'a port number').transform(Number).refine((n) => n <= 65_535, 'a port number');
const count = (max: number) => z.string().regex(/^\d+$/, 'a whole number').transform(Number).refine((n) => n >= 1 && n <= max, `between 1 and ${max}`);
const flag = z.enum(['true', 'false'], 'true or false').transform((text) => text === 'true');
const url = (...protocols: string[]) => z.string().refine((text) => protocols.includes(protocolOf(text)), `an address starting with ${protocols.map((name) => `${name}//`).join(' or ')}`);
const hours = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, 'HH:mm-HH:mm').transform((text) => ({ from: text.slice(0, 5), to: text.slice(6) })).refine(({ from, to }) => from < to, 'HH:mm-HH:mm with the end after the beginning');
const address = z.string().regex(/^[^\s/:]+:\d{1,5}$|^\[[0-9a-fA-F:]+\]:\d{1,5}$/, 'host:port');

function protocolOf(text: string): string {
  return URL.canParse(text) ? new URL(text).protocol : '';
}

/** AES-256 keys by id, base64; the active one encrypts, the others still decrypt. */
const codecKeys = z.string().transform((text, context) => {
  const parsed = CodecKeyRing.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  context.addIssue({ code: 'custom', message: 'JSON {"active":"id","keys":{"id":"32 bytes in base64"}} with the active key among the keys' });
  return z.NEVER;
});

const CodecKeyRing = z
  .object({ active: z.string().min(1), keys: z.record(z.string().regex(/^[\w-]{1,64}$/), z.string().transform((text) => Buffer.from(text, 'base64')).refine((key) => key.length === 32)) })
  .refine((ring) => ring.keys[ring.active] !== undefined);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Every variable of the product: its shape and its default. */
export const variables = z.object({
  NODE_ENV: withDefault(z.enum(['development', 'test', 'production'], 'development, test or production'), 'development'),
  FAIRMARK_HOME: withDefault(z.string(), '.fairmark'),
  HOST: withDefault(z.string(), '127.0.0.1'),
  PORT: withDefault(port, '3000'),
  PUBLIC_URL: optional(url('http:', 'https:')),
  TRUST_PROXY: withDefault(z.string(), 'false'),
  WEB_DIR: optional(z.string()),
  DATABASE_URL: required(url('postgres:', 'postgresql:')),
  DB_POOL_MAX: withDefault(count(50), '10'),
  TEMPORAL_ADDRESS: withDefault(address, '127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: withDefault(z.string(), 'fairmark'),
  REDIS_URL: optional(url('redis:', 'rediss:')),
  CODEC_KEYS: required(codecKeys),
  SESSION_SECRET: required(z.string().min(32, 'at least 32 characters')),
  SMTP_URL: optional(url('smtp:', 'smtps:')),
  MAIL_FROM: withDefault(z.string().includes('@', 'an e-mail address'), 'Fairmark <fairmark@localhost.localdomain>'),
  MAIL_DIR: optional(z.string()),
  ROBOT_BASE_URL: optional(url('http:', 'https:')),
  REMINDER_HOURS: withDefault(hours, '09:00-18:00'),
  OUTBOX_RETENTION_DAYS: withDefault(z.string().regex(/^\d+$/, 'a whole number').transform(Number).refine((n) => n >= 14 && n <= 3_650, 'between 14 and 3650'), '90'),
  ALLOW_SECOND_DURATIONS: withDefault(flag, 'false'),
  LOG_LEVEL: withDefault(z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], 'trace, debug, info, warn, error, fatal or silent'), 'info'),
  AUDIT_ANCHOR_FILE: optional(z.string()),
});
export type Variables = z.infer<typeof variables>;

/** The migration job knows the owner of the tables and nothing else. */
export const migrationVariables = z.object({ DATABASE_OWNER_URL: required(url('postgres:', 'postgresql:')) });

/** Names of all variables that the product reads. */
export const CONFIGURATION_KEYS: readonly string[] = [...Object.keys(variables.shape), ...Object.keys(migrationVariables.shape)];
