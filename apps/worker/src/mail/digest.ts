import type { MailBody } from '@fairmark/contracts/process';
import { stepNames } from './stepNames.js';

/** More lines than anybody reads; the inbox has the rest. */
const MOST = 20;

/** Lines of a digest with step, deadline in the reader's zone, and link; empty without items. */
export function digestLines(items: NonNullable<MailBody['items']>, reader: { language: 'zh' | 'en'; zone: string; publicUrl: string }): string {
  const lines = items.slice(0, MOST).map(({ step, link, dueAt }) => `- ${stepNames[step]?.[reader.language] ?? step}${dueAt ? ` (${deadlineIn(dueAt, reader)})` : ''}\n  ${reader.publicUrl}${link}\n`);
  return lines.length === 0 ? '' : `${lines.join('')}\n`;
}

/** 24:00 is said as the minute before: "Wednesday 23:59" is understood by everybody. */
function deadlineIn(dueAt: string, { language, zone }: { language: 'zh' | 'en'; zone: string }): string {
  const last = new Date(Date.parse(dueAt) - 1);
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' }).format(last);
}
