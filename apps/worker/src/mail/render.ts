import type { MailBody } from '@fairmark/contracts/process';
import type { Config } from '@fairmark/runtime/config';
import { openText } from '@fairmark/runtime/temporal';
import { digestText, mailText } from './texts.js';
import { digestLines } from './digest.js';

export interface Recipient {
  address: string;
  name: string;
  locale: 'zh-CN' | 'en';
  /** Deadlines are written in the reader's own zone. */
  zone: string;
}

const DIGEST = 'reminder.digest';

/** A mail as it leaves. */
export interface Mail {
  to: { name: string; address: string };
  subject: string;
  text: string;
  /** The same for every attempt, so that a mail that left twice is recognised. */
  messageId: string;
}

const closing = { zh: '此邮件由系统发送，请勿回复。', en: 'This mail was sent by the system. Please do not reply.' };

/** Writes a mail in the recipient's language. A one-time token is opened here and nowhere else. */
export function renderMail(config: Pick<Config, 'http' | 'codecKeys'>, outboxId: string, body: MailBody, recipient: Recipient): Mail {
  const language = recipient.locale === 'en' ? 'en' : 'zh';
  const items = body.template === DIGEST ? (body.items ?? []) : [];
  const texts = body.template === DIGEST ? digestText(items.length) : mailText(body.template);
  const token = body.sealedToken ? openText(config.codecKeys, body.sealedToken) : '';
  const link = `${config.http.publicUrl}${body.link.replace('{token}', encodeURIComponent(token))}`;
  return {
    to: { name: recipient.name, address: recipient.address },
    subject: texts.subject[language],
    text: `${texts.body[language]}\n\n${digestLines(items, { language, zone: recipient.zone, publicUrl: config.http.publicUrl })}${link}\n\n${closing[language]}\n`,
    messageId: `<outbox-${outboxId}@${new URL(config.http.publicUrl).hostname}>`,
  };
}
