import { sql, type Database, type Executor } from '@fairmark/persistence/database';
import { adminCount, createLink, grantRole, INVITATION_HOURS } from '@fairmark/persistence/identity';

/** Makes the link that `admin-invite` prints; undefined when only the first administrator was wanted and there is one. */
export async function administratorLink(database: Database, publicUrl: string, options: { email: string | undefined; onlyFirst: boolean }): Promise<string | undefined> {
  return database.transaction(async (tx) => {
    if (options.onlyFirst && (await adminCount(tx)) > 0) return undefined;
    const employeeId = options.email ? await employeeBy(tx, options.email) : undefined;
    if (employeeId) await grantRole(tx, { employeeId, role: 'admin', departmentId: null }, { by: null, at: new Date().toISOString() });
    const link = { employeeId: employeeId ?? null, email: options.email ?? null, hours: INVITATION_HOURS, createdBy: null };
    const token = await createLink(tx, { ...link, purpose: employeeId ? 'invite' : 'setup' });
    return `${publicUrl}${employeeId ? '/invitation' : '/setup'}#${token}`;
  });
}

async function employeeBy(tx: Executor, email: string): Promise<string | undefined> {
  return (await tx.one(sql<{ id: string }>`select id from employees where lower(email) = lower(${email})`))?.id;
}
