import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exportFiles, type LocalDate } from '@fairmark/domain/org';
import { z } from 'zod';
import { generateCompany, type SampleCompany } from './company/index.js';

/** Roles of the accounts file. `panel`, `manager` and `employee` are no stored roles: they follow from what people do. */
export type AccountRole = 'admin' | 'hr' | 'sponsor' | 'lead' | 'manager' | 'employee' | 'panel';

/** One person who can sign in. `first` marks the one of each role to begin with. */
export interface SampleAccount {
  role: AccountRole;
  email: string;
  password: string;
  name: string;
  nameEn: string;
  first?: true;
}

const Recipe = z.object({ seed: z.int(), people: z.int(), today: z.iso.date(), password: z.string() });
export type Recipe = z.infer<typeof Recipe>;

/** The sample company on disk: how it was made, its CSV files and its accounts. A load that was broken off finds the same company again. */
export class SampleFiles {
  readonly accountsFile: string;
  private readonly dir: string;

  constructor(home: string) {
    this.dir = path.join(home, 'sample');
    this.accountsFile = path.join(home, 'sample-accounts.json');
  }

  /** The recipe of this installation; made, with a random password, at the first call. */
  recipe(people: number, today: LocalDate): Recipe {
    const file = path.join(this.dir, 'recipe.json');
    if (existsSync(file)) return Recipe.parse(JSON.parse(readFileSync(file, 'utf8')));
    const recipe = { seed: 20_261, people, today, password: randomBytes(12).toString('base64url') };
    mkdirSync(this.dir, { recursive: true });
    writeSecret(file, recipe);
    return recipe;
  }

  /** Writes the company as the files that a user would import, and returns them. */
  writeCsv(company: SampleCompany, today: LocalDate): { name: string; bytes: Uint8Array }[] {
    const files = [...exportFiles(company.organisation, 'zh-CN', today)].map(([kind, bytes]) => ({ name: `${kind}.csv`, bytes }));
    for (const { name, bytes } of files) writeFileSync(path.join(this.dir, name), bytes);
    return files;
  }

  /** Writes data that somebody would import later: indicator values of a quarter, reward bases. */
  writeData(files: Readonly<Record<string, Uint8Array>>): void {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(path.join(this.dir, name), bytes);
  }

  /** Writes everybody's account; readable for the owner of the file only. */
  writeAccounts(accounts: readonly SampleAccount[]): void {
    writeSecret(this.accountsFile, accounts);
  }
}

/** A file is there whole or not at all, and nobody else may read it. */
function writeSecret(file: string, content: unknown): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  chmodSync(`${file}.new`, 0o600);
  renameSync(`${file}.new`, file);
}

/** The company of a recipe. */
export const companyOf = ({ seed, people, today }: Recipe): SampleCompany => generateCompany({ seed, people, today });

/** Everybody's account. Somebody with several roles is listed with the most telling one; the first of each role is marked. */
export function accountsOf(company: SampleCompany, password: string): SampleAccount[] {
  const { roles, panel, managers, employees } = company;
  const order: [AccountRole, readonly string[]][] = [
    ['admin', roles.admin], ['hr', roles.hr], ['sponsor', roles.sponsor], ['lead', roles.lead], ['manager', managers], ['employee', employees], ['panel', panel],
  ];
  const seen = new Set<string>();
  const accounts = order.flatMap(([role, numbers]) => {
    const own = numbers.filter((number) => !seen.has(number));
    own.forEach((number) => seen.add(number));
    return own.map((number, index) => account(company, number, role, password, index === 0));
  });
  const rest = [...company.organisation.employees.keys()].filter((number) => !seen.has(number));
  return [...accounts, ...rest.map((number) => account(company, number, 'manager', password, false))];
}

function account(company: SampleCompany, number: string, role: AccountRole, password: string, first: boolean): SampleAccount {
  const person = company.organisation.employees.get(number);
  return { role, email: person?.email ?? '', password, name: person?.name ?? '', nameEn: person?.nameEn ?? '', ...(first ? { first: true as const } : {}) };
}
