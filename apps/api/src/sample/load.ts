import { sql, type Database, type Executor } from '@fairmark/persistence/database';
import { panelPool, setPanelPool } from '@fairmark/persistence/cycles';
import { grantRole, hashPassword, setPassword } from '@fairmark/persistence/identity';
import { applyImport, checkImport, claimApply, createImport, importById } from '@fairmark/persistence/org';
import type { SampleCompany } from './company/index.js';

/** Imports the company's own files as a person would: dry run, then all or nothing. Importing them again changes nothing. */
export async function importCompany(database: Database, files: readonly { name: string; bytes: Uint8Array }[], today: string): Promise<void> {
  const id = await createImport(database, { by: null, locale: 'zh-CN', files });
  await checkImport(database, id, today);
  const checked = await importById(database.read, id);
  if (checked?.state !== 'ready') throw new Error(`The sample company was refused: ${JSON.stringify(checked?.preview?.errors.slice(0, 3))}`);
  if (checked.preview?.changeCount === 0) return;
  await claimApply(database.read, id);
  const outcome = await applyImport(database, id, null, today);
  if (outcome !== 'applied') throw new Error(`The sample company was not imported: ${outcome}`);
}

/** Gives the stored roles, keeps the list of people for appeal panels, and lets everybody sign in with one password. */
export async function openAccounts(database: Database, company: SampleCompany, password: string): Promise<void> {
  const ids = await idsByNumber(database.read);
  const at = new Date().toISOString();
  const [hr = ''] = company.roles.hr;
  await database.transaction(async (tx) => {
    for (const role of ['admin', 'hr', 'sponsor', 'lead'] as const) {
      for (const number of company.roles[role]) await grantRole(tx, { employeeId: ids.get(number) ?? '', role, departmentId: null }, { by: null, at });
    }
    await keepPanelPool(tx, company.panel.map((number) => ids.get(number) ?? ''), ids.get(hr) ?? '');
    await setPasswords(tx, [...company.organisation.employees.keys()].map((number) => ids.get(number) ?? ''), await hashPassword(password), at);
  });
}

async function keepPanelPool(tx: Executor, wanted: readonly string[], by: string): Promise<void> {
  const present = await panelPool(tx, new Date().toISOString().slice(0, 10));
  if ([...wanted].sort().join() !== [...present].sort().join()) await setPanelPool(tx, wanted, by);
}

/** Only people who have none yet: whoever changed the password before a second run keeps their own. */
async function setPasswords(tx: Executor, employeeIds: readonly string[], hash: string, at: string): Promise<void> {
  const open = await tx.all(sql<{ id: string }>`select e.id from employees e left join accounts a on a.employee_id = e.id where e.id = any(${[...employeeIds]}::uuid[]) and a.password_hash is null`);
  for (const { id } of open) await setPassword(tx, id, hash, { by: null, at });
}

/** Ids of people by employee number. */
export async function idsByNumber(read: Executor): Promise<Map<string, string>> {
  return new Map((await read.all(sql<{ number: string; id: string }>`select number, id from employees`)).map((row) => [row.number, row.id]));
}
