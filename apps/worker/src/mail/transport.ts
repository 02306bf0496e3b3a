import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '@fairmark/runtime/config';
import { createTransport } from 'nodemailer';
import type { Mail } from './render.js';

/** Sends one mail; answers where it went. */
export interface MailTransport {
  send(outboxId: string, mail: Mail): Promise<string>;
  close(): void;
}

const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** By SMTP where configured, else as files that a person can open. */
export function mailTransport({ mail }: Pick<Config, 'mail'>): MailTransport {
  return mail.smtpUrl ? smtp(mail.smtpUrl, mail.from) : files(mail.dir, mail.from);
}

function smtp(url: string, from: string): MailTransport {
  const transport = createTransport({ url, pool: true, maxConnections: 2, ...TIMEOUTS });
  return { send: async (_, mail) => (await transport.sendMail({ from, ...mail, textEncoding: 'quoted-printable' })).messageId, close: () => transport.close() };
}

/** One file per outbox row, its link readable in an editor: written again after a crash, it replaces itself. */
function files(dir: string, from: string): MailTransport {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    send: async (outboxId, mail) => {
      const { message } = await composer.sendMail({ from, ...mail, textEncoding: 'quoted-printable' });
      await mkdir(dir, { recursive: true, mode: 0o700 });
      const name = `${outboxId.padStart(8, '0')}.eml`;
      await writeFile(path.join(dir, `${name}.part`), message as Buffer, { mode: 0o600 });
      await rename(path.join(dir, `${name}.part`), path.join(dir, name));
      return name;
    },
    close: () => composer.close(),
  };
}
