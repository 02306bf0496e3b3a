import { OrgErrors } from '@fairmark/contracts/errors';
import type { AppLocale } from '@fairmark/contracts/org';
import type { RowReader } from './row-reader.js';

const locales: Readonly<Record<string, AppLocale>> = {
  'zh-cn': 'zh-CN', zh: 'zh-CN', 'zh-hans': 'zh-CN', 中文: 'zh-CN', 简体中文: 'zh-CN',
  en: 'en', 'en-us': 'en', 'en-gb': 'en', english: 'en', 英文: 'en', 英语: 'en',
};
const typeNames: Readonly<Record<string, string>> = {
  内容型: 'content', 内容: 'content', 交易型: 'transaction', 交易: 'transaction', 服务型: 'service', 服务: 'service',
};
const stageNames: Readonly<Record<string, string>> = {
  base: 'base', 'start-up': 'base', startup: 'base', 基础: 'base', 初创期: 'base', 基础期: 'base', '基础·初创期': 'base',
  growth: 'growth', 成长期: 'growth', 成长: 'growth', mature: 'mature', 成熟期: 'mature', 成熟: 'mature',
};
const emailPattern = /^[^\s@,;<>"]{1,64}@[^\s@,;<>"]+\.[^\s@,;<>".]{2,}$/;
const zoneNames = new Map<string, boolean>();

/** A lower-case e-mail address. */
export function readEmail(reader: RowReader): string {
  const email = reader.need('email', 254).toLowerCase();
  if (email !== '' && !emailPattern.test(email)) reader.refuse('email', OrgErrors.badEmail);
  return email;
}

/** An e-mail address outside the company for people who leave, or null. */
export function readPrivateAddress(reader: RowReader): string | null {
  const email = reader.text('private_address', 254)?.toLowerCase() ?? null;
  if (email !== null && !emailPattern.test(email)) reader.refuse('private_address', OrgErrors.badEmail);
  return email;
}

/** A time zone of the IANA list by name; offsets like +08:00 know no summer time and are refused. */
export function readZone(reader: RowReader): string {
  const zone = reader.need('zone');
  if (zone !== '' && !isZone(zone)) reader.refuse('zone', OrgErrors.unknownZone);
  return zone;
}

function isZone(zone: string): boolean {
  const seen = zoneNames.get(zone);
  if (seen !== undefined) return seen;
  let known = zone === 'UTC' || /^[A-Z][A-Za-z_]+\/[A-Z][A-Za-z_/+-]+$/.test(zone);
  try {
    known &&= new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    known = false;
  }
  if (zoneNames.size < 1_000) zoneNames.set(zone, known);
  return known;
}

/** The language of the person: zh-CN or en, also written as a word. */
export function readLocale(reader: RowReader): AppLocale {
  const text = reader.need('locale').toLowerCase();
  const locale = locales[text];
  if (!locale && text !== '') reader.refuse('locale', OrgErrors.unknownLocale);
  return locale ?? 'zh-CN';
}

/** Two-letter country code in upper case, or null when empty. */
export function readCountry(reader: RowReader): string | null {
  const country = reader.text('country')?.toUpperCase() ?? null;
  if (country !== null && !/^[A-Z]{2}$/.test(country)) reader.refuse('country', OrgErrors.badCountry);
  return country;
}

/** The type of a community: one of `types`, or its Chinese name. */
export function readType(reader: RowReader, types: readonly string[]): string {
  const text = reader.need('type');
  const type = typeNames[text] ?? text.toLowerCase();
  if (text !== '' && !types.includes(type)) reader.refuse('type', OrgErrors.unknownType, { known: [...types] });
  return type;
}

/** The stage of a community: base, growth or mature, or its Chinese name. */
export function readStage(reader: RowReader): string {
  const text = reader.need('stage');
  const stage = stageNames[text.toLowerCase()];
  if (text !== '' && !stage) reader.refuse('stage', OrgErrors.unknownStage);
  return stage ?? '';
}

/** A count of people, 0 when empty. */
export function readCount(reader: RowReader): number {
  const text = reader.text('active_users') ?? '0';
  if (/^\d{1,9}$/.test(text)) return Number(text);
  reader.refuse('active_users', OrgErrors.badNumber);
  return 0;
}

/** A share in percent with at most two decimals, as basis points (33.33 % are 3,333); null when empty: communities count equally. */
export function readShareBp(reader: RowReader): number | null {
  const text = reader.text('share');
  if (text === null) return null;
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*[%％]?$/.exec(text);
  const shareBp = match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : 0;
  if (shareBp < 1 || shareBp > 10_000) reader.refuse('share', OrgErrors.badShare);
  return shareBp;
}
