import type { CompanyDay } from '@fairmark/contracts/org';
import { appendAudit } from '../../audit/index.js';
import { sql, type Executor } from '../../database/index.js';

const chain = 'org/company-days';
type DayAct = { by: string; at: string };

/** Says that a day is worked or free in a country; deadlines that are counted from now on follow. */
export async function setCompanyDay(tx: Executor, { country, day, working, name }: CompanyDay, { by, at }: DayAct): Promise<void> {
  const before = await tx.one(sql<{ working: boolean }>`select working from company_days where country = ${country} and day = ${day}`);
  await tx.run(sql`
    insert into company_days (country, day, working, name) values (${country}, ${day}, ${working}, ${name})
    on conflict (country, day) do update set working = excluded.working, name = excluded.name`);
  await appendAudit(tx, chain, { actorId: by }, at, [{ action: 'companyDay.set', object: `${country}/${day}`, before: before ?? null, after: { working } }]);
}

/** Leaves a day to the calendar of its country again. */
export async function removeCompanyDay(tx: Executor, { country, day }: Pick<CompanyDay, 'country' | 'day'>, { by, at }: DayAct): Promise<void> {
  const before = await tx.one(sql<{ working: boolean }>`delete from company_days where country = ${country} and day = ${day} returning working`);
  if (before) await appendAudit(tx, chain, { actorId: by }, at, [{ action: 'companyDay.removed', object: `${country}/${day}`, before }]);
}
