import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { running } from './running.js';
import { until } from './until.js';

/** Quoted-printable, as far as links need it: soft line breaks and signs by their number. */
const decoded = (text: string): string => text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

function mailsTo(email: string): string[] {
  const folder = path.join(running.home, 'mail');
  const files = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isFile() && one.name.endsWith('.eml')).map(({ name }) => name).sort();
  return files.map((name) => decoded(readFileSync(path.join(folder, name), 'utf8'))).filter((mail) => mail.includes(`<${email}>`));
}

/** The newest link to a page that somebody got by mail. */
export function linkFor(email: string, page: 'invitation' | 'reset'): Promise<string> {
  const link = new RegExp(`${running.url}/${page}#[\\w-]+`);
  return until(`a mail to ${email}`, () => Promise.resolve(mailsTo(email).map((mail) => link.exec(mail)?.[0]).filter(Boolean).at(-1)));
}
