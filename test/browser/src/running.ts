import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One person of the accounts file. */
export interface Account {
  role: string;
  email: string;
  password: string;
  name: string;
  nameEn: string;
  first?: true;
}

interface Running {
  url: string;
  /** One-time link of an administrator who is not in the company. */
  administratorLink: string;
  accounts: string;
  home: string;
  chromium: { executablePath: string; args: string[] };
}

/** The product that the set-up of this project started. */
export const running = JSON.parse(process.env['BROWSER_STACK'] ?? '{}') as Running;

const accounts = (): Account[] => JSON.parse(readFileSync(running.accounts, 'utf8')) as Account[];

/** Everybody with a role, the one to begin with first. */
export const accountsWith = (role: string): Account[] => accounts().filter((one) => one.role === role).sort((a, b) => Number(b.first ?? false) - Number(a.first ?? false));

/** The person with an e-mail address. */
export function accountOf(email: string): Account {
  const account = accounts().find((one) => one.email === email);
  if (!account) throw new Error(`Nobody has the address ${email}.`);
  return account;
}

export const allAccounts = accounts;

/** A file of the sample company. */
export const sampleFile = (name: string): Buffer => readFileSync(path.join(running.home, 'sample', name));

/** Where pictures go when somebody wants to look at them: `SCREENSHOTS=<folder>`. */
export function pictureFile(name: string): string | undefined {
  const folder = process.env['SCREENSHOTS'];
  if (!folder) return undefined;
  mkdirSync(folder, { recursive: true });
  return path.join(folder, `${name}.png`);
}
